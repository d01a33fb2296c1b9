import { notify, showToast } from './actions'

/** Copies the whole address of a place on this page. `hash`: with its `#`. */
export const copyAddress = async (hash: string): Promise<void> => {
  const address = new URL(hash, location.href).href
  try {
    await navigator.clipboard.writeText(address)
    showToast('Link copied.')
  } catch {
    // Pages without a certificate have no clipboard.
    notify(`This browser does not let the page copy. The link is ${address}`)
  }
}
