import type { BuildFile } from './buildFile'

export type OfflineWiring = {
  readonly files: readonly BuildFile[]
  /** Differs between any two builds with different files. */
  readonly version: string
  /** The address of the folder of the page; ends with a slash. */
  readonly scope: string
  readonly caches: CacheStorage
  readonly fetch: (address: string | Request, options?: RequestInit) => Promise<Response>
}

export type OfflineFiles = {
  /** Stores every file of this build; rejects when one is missing or is not the file of this build. */
  readonly install: () => Promise<void>
  /** Deletes what no open page can need: a page may still run the build before this one, and keeps its files. */
  readonly activate: () => Promise<void>
  /** A stored file; from the network when there is none, and for the page of a check without a network, a way to it. */
  readonly respond: (request: Request) => Promise<Response>
}

/** Downloads at the same time: as many as browsers open connections to one host. */
const lanes = 6

/** Keeps all files of a build in the browser, each build in a cache of its own. */
export const offlineFiles = ({ files, version, scope, caches, fetch }: OfflineWiring): OfflineFiles => {
  const prefix = `${scope} `
  const name = prefix + version
  const mark = new URL('?activated', scope).href
  const addressOf = (path: string): string => new URL(path, scope).href

  const load = async ({ path, integrity }: BuildFile): Promise<Response> => {
    const isNamedByContent = path.startsWith('assets/')
    const known = isNamedByContent ? await caches.match(addressOf(path), exact) : undefined
    if (known) return known
    // What is named by its content may come from the browser's cache: the page has just loaded most of it.
    const response = await fetch(addressOf(path), {
      integrity,
      cache: isNamedByContent ? 'default' : 'no-cache',
    })
    if (!response.ok) throw new Error(`${path} could not be loaded: ${response.status}.`)
    return withoutRedirect(response)
  }

  return {
    install: async () => {
      const cache = await caches.open(name)
      const stored = new Set((await cache.keys()).map(({ url }) => url))
      // What an attempt before this one has stored is there already.
      const missing = files.filter(({ path }) => !stored.has(addressOf(path)))
      const work = missing.values()
      const lane = async (): Promise<void> => {
        for (const file of work) await cache.put(addressOf(file.path), await load(file))
      }
      await Promise.all(Array.from({ length: lanes }, lane))
    },

    activate: async () => {
      const own = await caches.open(name)
      await own.put(mark, new Response())
      const others = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name)
      const wasActive = await Promise.all(others.map((cacheName) => caches.match(mark, { cacheName })))
      const previous = others.findLast((_, index) => wasActive[index])
      await Promise.all(others.filter((other) => other !== previous).map((other) => caches.delete(other)))
    },

    respond: async (request) => {
      const { origin, pathname } = new URL(request.url)
      const isPage = request.mode === 'navigate' && origin + pathname === scope
      const address = isPage ? addressOf('index.html') : origin + pathname
      return (
        (await caches.match(address, { ...exact, cacheName: name })) ??
        (await caches.match(address, exact)) ??
        fetch(request).catch((error: unknown) => insteadOfPage(request, scope) ?? Promise.reject(error))
      )
    },
  }
}

/**
 * The files in `checks/` are not kept. Without a network the page itself shows the same: `checks/pod-probes.html` leads to
 * `#/checks/pod-probes`, the list of all of them to `#/checks`. Undefined for everything else.
 */
const insteadOfPage = ({ mode, url }: Request, scope: string): Response | undefined => {
  const [, id] = /^checks\/([\w-]*)(?:\.html)?$/.exec(url.slice(scope.length).replace(/[?#].*/, '')) ?? []
  if (mode !== 'navigate' || id === undefined) return undefined
  return Response.redirect(`${scope}#/checks${id === '' || id === 'index' ? '' : `/${id}`}`)
}

/** All files are the same for everybody, whatever headers a host says they vary with. */
const exact = { ignoreVary: true }

/** Browsers refuse a redirected answer for a page, and some hosts redirect `index.html` to its folder. */
const withoutRedirect = (response: Response): Response =>
  response.redirected
    ? new Response(response.body, { status: response.status, headers: response.headers })
    : response
