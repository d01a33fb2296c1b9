import { createServer } from 'node:http'

export type Elsewhere = {
  /** Of another origin than the page; ends with a slash. */
  readonly address: string
  /** The names of the ways by which something arrived here. */
  readonly arrived: ReadonlySet<string>
  readonly stop: () => Promise<void>
}

/** A host that answers everything, to everybody, and notes the first part of each path. */
export const elsewhere = async (): Promise<Elsewhere> => {
  const arrived = new Set<string>()
  const note = (url = ''): unknown => arrived.add(url.split('/')[1] ?? '')
  const server = createServer(({ url }, response) => {
    note(url)
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': typeOf(url) })
    response.end()
  })
  server.on('upgrade', ({ url }, socket) => {
    note(url)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`,
    arrived,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const typeOf = (url = ''): string =>
  url.endsWith('.js') ? 'text/javascript' : url.endsWith('.css') ? 'text/css' : 'text/plain'

/** The ways out that a page has, and those that a worker has too. */
export const waysOfPage = [
  ...['beacon', 'css', 'font', 'form', 'frame', 'image', 'link', 'media', 'object', 'ping', 'prefetch'],
  'script',
] as const
export const waysOfBoth = ['eventSource', 'fetch', 'import', 'post', 'socket', 'xhr', 'cache'] as const

/** The ways from text to code; the first ones are those that a worker has too. */
export const codeOfBoth = ['eval', 'function', 'timer', 'worker'] as const
export const codeOfPage = ['attribute', 'html', 'inline'] as const

/**
 * Tries every way out, and every way from text to code. Runs in the page or in a worker, as a part of their own scripts:
 * what a test evaluates in a page is not bound by its policy. Tells the channel `leaks` which code has run.
 */
export function leak(to: string): void {
  const isPage = typeof document === 'object'
  const ran = new Set<string>()
  const global = globalThis as typeof globalThis & { ran?: (way: string) => void }
  global.ran = (way) => ran.add(way)
  const attempt = (run: () => unknown): void => {
    try {
      void Promise.resolve(run()).catch(() => undefined)
    } catch {
      // Refused.
    }
  }
  const add = (tag: string, fields: object): HTMLElement => {
    const element = Object.assign(document.createElement(tag), fields)
    document.body.append(element)
    return element
  }

  attempt(() => fetch(`${to}fetch/x`))
  attempt(() => fetch(`${to}post/x`, { method: 'POST', body: 'x', mode: 'no-cors' }))
  attempt(() => {
    const request = new XMLHttpRequest()
    request.open('GET', `${to}xhr/x`)
    request.send()
  })
  attempt(() => new WebSocket(`${to.replace('http', 'ws')}socket/x`))
  attempt(() => new EventSource(`${to}eventSource/x`))
  attempt(() => import(/* @vite-ignore */ `${to}import/x.js`))
  attempt(async () => (await caches.open('leaks')).add(`${to}cache/x`))

  // oxlint-disable-next-line no-eval -- It is tried on purpose.
  attempt(() => (0, eval)(`ran('eval')`))
  // oxlint-disable-next-line no-implied-eval -- It is tried on purpose.
  attempt(() => new Function(`ran('function')`)())
  // oxlint-disable-next-line no-implied-eval -- It is tried on purpose.
  attempt(() => setTimeout(`ran('timer')`))
  attempt(() => {
    const code = new Blob([`postMessage('')`], { type: 'text/javascript' })
    new Worker(URL.createObjectURL(code)).onmessage = () => ran.add('worker')
  })

  if (isPage) {
    attempt(() => navigator.sendBeacon(`${to}beacon/x`, 'x'))
    attempt(() => add('img', { src: `${to}image/x` }))
    attempt(() => add('link', { rel: 'stylesheet', href: `${to}link/x.css` }))
    attempt(() => add('link', { rel: 'prefetch', href: `${to}prefetch/x` }))
    attempt(() => add('video', { src: `${to}media/x` }))
    attempt(() => add('object', { data: `${to}object/x` }))
    attempt(() => add('iframe', { src: `${to}frame/x` }))
    attempt(() => add('script', { src: `${to}script/x.js` }))
    attempt(() => add('p', { textContent: 'x', style: `background: url(${to}css/x)` }))
    attempt(() => new FontFace('leak', `url(${to}font/x)`).load())
    attempt(() => add('a', { href: '#', ping: `${to}ping/x` }).click())
    attempt(() => {
      const target = add('iframe', { name: 'form' })
      const form = add('form', { action: `${to}form/x`, target: 'form', method: 'post' })
      if (target.isConnected && form instanceof HTMLFormElement) form.submit()
    })
    attempt(() => add('script', { textContent: `ran('inline')` }))
    attempt(() => add('p', { innerHTML: `<img src="data:," onerror="ran('html')">` }))
    attempt(() => {
      const button = add('button', {})
      button.setAttribute('onclick', `ran('attribute')`)
      button.click()
    })
  }
  // What is refused is refused at once; what is not has this long to arrive.
  const port = new BroadcastChannel('leaks')
  setTimeout(() => port.postMessage([...ran]), 2_000)
}
