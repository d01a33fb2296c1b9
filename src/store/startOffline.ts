import { store } from './store'

const script = new URL('sw.js', document.baseURI).href

/** The only script that may become the service worker of this page. */
const scripts = globalThis.trustedTypes?.createPolicy('serviceWorker', { createScriptURL: () => script })

/**
 * Starts the service worker, which keeps all files of the page for use without a network, and offers a new version when
 * there is one. Rejects where the browser or the host allows no service worker: the page works without.
 */
export const startOffline = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.register(scripts?.createScriptURL(script) ?? script, {
    updateViaCache: 'none',
  })
  offerUpdate(registration)
  watch(registration)
  registration.addEventListener('updatefound', () => watch(registration))
}

const watch = (registration: ServiceWorkerRegistration): void =>
  registration.installing?.addEventListener('statechange', () => offerUpdate(registration))

/** On the first visit the new version is the only one, and starts by itself. */
const offerUpdate = (registration: ServiceWorkerRegistration): void => {
  if (registration.waiting && registration.active) store.setState({ update: () => updateTo(registration) })
}

const updateTo = ({ waiting: worker }: ServiceWorkerRegistration): void => {
  // Another tab has changed to the new version already.
  if (!worker) return location.reload()
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') location.reload()
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- There is none: this is a worker, not a window.
  worker.postMessage('activate')
}
