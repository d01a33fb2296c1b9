import { expect, test } from 'vitest'
import type { BuildFile } from './buildFile'
import { offlineFiles } from './offlineFiles'

const scope = 'https://example.com/folder/'
const page: BuildFile = { path: 'index.html', integrity: 'sha256-page' }
const script: BuildFile = { path: 'assets/a-1.js', integrity: 'sha256-a' }
const later: BuildFile = { path: 'assets/b-2.js', integrity: 'sha256-b' }

const addressOf = (request: RequestInfo | URL): string =>
  typeof request === 'string' ? request : request instanceof URL ? request.href : request.url

/** Caches as browsers have them: they keep their order, and `match` looks through them in it. */
const memoryCaches = () => {
  const all = new Map<string, Map<string, Response>>()
  const open = (name: string) => {
    const entries = all.get(name) ?? new Map<string, Response>()
    all.set(name, entries)
    return {
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      put: async (request: string, response: Response) => void entries.set(request, response),
    }
  }
  return {
    all,
    open: async (name: string) => open(name),
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (request: RequestInfo | URL, options?: MultiCacheQueryOptions) =>
      [...all]
        .filter(([name]) => options?.cacheName === undefined || name === options.cacheName)
        .map(([, entries]) => entries.get(addressOf(request)))
        .find((response) => response !== undefined)
        ?.clone(),
  }
}

type Answers = Readonly<Record<string, Response | undefined>>

/** A browser and a host that answers with `answers`, and with a file of its own name otherwise. */
const browser = (answers: Answers = {}) => {
  const caches = memoryCaches()
  const asked: { readonly path: string; readonly options: RequestInit | undefined }[] = []
  return {
    asked,
    caches,
    build: (version: string, files: readonly BuildFile[], network?: () => Promise<Response>) =>
      offlineFiles({
        files,
        version,
        scope,
        caches: caches as unknown as CacheStorage,
        fetch: async (request, options) => {
          const path = addressOf(request).replace(scope, '')
          asked.push({ path, options })
          if (network) return network()
          return answers[path] ?? new Response(`${path} of ${version}`)
        },
      }),
  }
}

const navigation = (address: string): Request =>
  Object.defineProperty(new Request(address), 'mode', { value: 'navigate' })

test('stores every file once, each checked against its hash', async () => {
  const { build, asked, caches } = browser()
  await build('1', [page, script]).install()
  expect(asked).toEqual([
    { path: 'index.html', options: { integrity: 'sha256-page', cache: 'no-cache' } },
    { path: 'assets/a-1.js', options: { integrity: 'sha256-a', cache: 'default' } },
  ])
  await build('1', [page, script]).install()
  expect(asked).toHaveLength(2)
  expect([...(caches.all.get(`${scope} 1`)?.keys() ?? [])]).toEqual([
    `${scope}index.html`,
    `${scope}assets/a-1.js`,
  ])
})

test('the next version loads only what has changed', async () => {
  const { build, asked } = browser()
  await build('1', [page, script]).install()
  asked.length = 0
  await build('2', [page, script, later]).install()
  expect(asked.map(({ path }) => path)).toEqual(['index.html', 'assets/b-2.js'])
})

test('a missing file makes the installation fail, and the next one goes on from there', async () => {
  const { build, asked } = browser({ 'assets/b-2.js': new Response('', { status: 404 }) })
  await expect(build('1', [page, script, later]).install()).rejects.toThrow(
    'assets/b-2.js could not be loaded: 404.',
  )
  asked.length = 0
  await expect(build('1', [page, script, later]).install()).rejects.toThrow('404')
  expect(asked.map(({ path }) => path)).toEqual(['assets/b-2.js'])
})

const text = async (response: Promise<Response>): Promise<string> => (await response).text()

test.each([
  ['the folder', navigation(scope), 'index.html of 1'],
  ['the folder with a query', navigation(`${scope}?embed`), 'index.html of 1'],
  ['the page', navigation(`${scope}index.html`), 'index.html of 1'],
  ['a file', new Request(`${scope}assets/a-1.js`), 'assets/a-1.js of 1'],
  ['another page of the folder', navigation(`${scope}other.html`), 'other.html of 1'],
] as const)('answers %s', async (_, request, expected) => {
  const { build } = browser()
  const files = build('1', [page, script])
  await files.install()
  expect(await text(files.respond(request))).toBe(expected)
})

test.each([
  ['checks/pod-probes.html', `${scope}#/checks/pod-probes`],
  ['checks/pod-probes.html?from=search', `${scope}#/checks/pod-probes`],
  ['checks/pod-probes', `${scope}#/checks/pod-probes`],
  ['checks/index.html', `${scope}#/checks`],
  ['checks/', `${scope}#/checks`],
])('without a network, %s leads to %s', async (path, expected) => {
  const { build } = browser()
  const files = build('1', [page], () => Promise.reject(new TypeError('Failed to fetch')))
  const response = await files.respond(navigation(scope + path))
  expect([response.status, response.headers.get('Location')]).toEqual([302, expected])
})

test('with a network, the page of a check comes from it', async () => {
  const { build } = browser()
  const files = build('1', [page])
  await files.install()
  expect(await text(files.respond(navigation(`${scope}checks/pod-probes.html`)))).toBe(
    'checks/pod-probes.html of 1',
  )
})

test.each([
  navigation(`${scope}checks/deep/page.html`),
  navigation(`${scope}other.html`),
  new Request(`${scope}checks/pod-probes.html`),
])('without a network, nothing else answers', async (request) => {
  const { build } = browser()
  const files = build('1', [page], () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(files.respond(request)).rejects.toThrow('Failed to fetch')
})

test('a page that a host redirects to its folder is stored as if it were not', async () => {
  const redirected = Object.defineProperty(new Response('the page'), 'redirected', { value: true })
  const { build } = browser({ 'index.html': redirected })
  const files = build('1', [page])
  await files.install()
  const response = await files.respond(navigation(scope))
  expect([response.redirected, await response.text()]).toEqual([false, 'the page'])
})

test('the files of the version before stay for the pages that are open; older ones and unused ones go', async () => {
  const { build, caches } = browser()
  for (const version of ['1', '2']) {
    const files = build(version, [page, { ...script, path: `assets/a-${version}.js` }])
    await files.install()
    await files.activate()
  }
  await build('never used', [page]).install()
  const newest = build('3', [page, later])
  await newest.install()
  await newest.activate()
  expect([...caches.all.keys()]).toEqual([`${scope} 2`, `${scope} 3`])
  expect(await text(newest.respond(new Request(`${scope}assets/a-2.js`)))).toBe('assets/a-2.js of 2')
  expect(await text(newest.respond(navigation(scope)))).toBe('index.html of 3')
})

test('the caches of another page of the host are left alone', async () => {
  const { build, caches } = browser()
  await caches.open('https://example.com/other/ 1')
  const files = build('1', [page])
  await files.install()
  await files.activate()
  expect([...caches.all.keys()]).toContain('https://example.com/other/ 1')
})
