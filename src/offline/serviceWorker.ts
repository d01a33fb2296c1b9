import type { BuildFile } from './buildFile'
import { offlineFiles } from './offlineFiles'

/** Filled in by the build. */
declare const BUILD: { readonly files: readonly BuildFile[]; readonly version: string }

/** As far as it is used here: TypeScript cannot know the types of a page and of a service worker at once. */
type Waiting = Event & { readonly waitUntil: (work: Promise<unknown>) => void }
type Fetching = Event & {
  readonly request: Request
  readonly respondWith: (response: Promise<Response>) => void
}
type Scope = {
  readonly registration: { readonly scope: string }
  readonly clients: { readonly claim: () => Promise<void> }
  readonly caches: CacheStorage
  readonly skipWaiting: () => Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}
declare const self: Scope

const { scope } = self.registration
const kept = offlineFiles({ ...BUILD, scope, caches: self.caches, fetch: (...request) => fetch(...request) })

self.addEventListener('install', (event) => event.waitUntil(kept.install()))

// The page that is open on the first visit is served too: a worker that it starts later may have to load a file.
self.addEventListener('activate', (event) =>
  event.waitUntil(kept.activate().then(() => self.clients.claim())),
)

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && url.startsWith(scope)) event.respondWith(kept.respond(event.request))
})

// Somebody has agreed to use the new version: until then the old one goes on.
self.addEventListener('message', ({ data }) => {
  if (data === 'activate') void self.skipWaiting()
})
