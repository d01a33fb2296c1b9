/**
 * The names of all Trusted Types policies that may be made: only they turn text into HTML or into the address of a script.
 * There is no default policy, so text that reaches such a place in any other way is refused.
 */
const trustedTypes = [
  // Our own: src/store/startWorker.ts and src/store/startOffline.ts. Each admits one kind of script of this page.
  'worker',
  'serviceWorker',
  // Monaco's, which draws lines of text as HTML, and its sanitizer of the texts on hover.
  ...['editorViewLayer', 'domLineBreaksComputer', 'richScreenReaderContent', 'standaloneColorizer'],
  ...['tokenizeToString', 'diffEditorWidget', 'diffReview', 'dompurify'],
]

/** What the page and its workers may do. It stands in the page itself, so that it holds on hosts that send no headers. */
const page: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // Monaco sets `style` attributes and adds style elements.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  // A worker starts from a blob, because only then does it inherit this policy.
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'connect-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': trustedTypes,
}

/** The service worker only fetches the files of the page, in order to keep them. */
const serviceWorker: typeof page = { 'default-src': ["'none'"], 'connect-src': ["'self'"] }

/** A page of a check is text and pictures: no script, no worker, no style but that of a file. */
const staticPage: typeof page = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
}

const textOf = (policy: typeof page): string =>
  Object.entries(policy)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')

/** For the `<meta>` element of the page. */
export const pagePolicy: string = textOf(page)

/** For the `<meta>` element of the pages in `checks/`. */
export const staticPagePolicy: string = textOf(staticPage)

/**
 * The response headers of a file of the build. `path`: from the folder of the page, such as `sw.js`. They repeat the
 * policy of the page, and add what a page cannot say of itself.
 */
export const headersOf = (path: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': textOf(headerPolicyOf(path)),
  ...everywhere,
})

const headerPolicyOf = (path: string): typeof page => {
  if (path === 'sw.js') return serviceWorker
  // Any site may show a page in a frame: documentation embeds it.
  return { ...(path.startsWith('checks/') ? staticPage : page), 'frame-ancestors': ['*'] }
}

const everywhere = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': [
    ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation'],
    ...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/**
 * The `_headers` file that Netlify and Cloudflare Pages read. No two of its rules match the same file: these hosts would
 * join two policies into one header, and the service worker could then fetch nothing.
 */
export const headersFile = (paths: readonly string[]): string => {
  const folders = new Set(paths.map((path) => path.replace(/\/.*/, '/*')))
  return ['', ...[...folders].sort()]
    .map((path) =>
      [`/${path}`, ...Object.entries(headersOf(path)).map(([name, value]) => `  ${name}: ${value}`)].join(
        '\n',
      ),
    )
    .join('\n\n')
    .concat('\n')
}
