import { showToast } from './actions'

/** Copies a text, and says so. `done`: the sentence for that. Pages without a certificate have no clipboard. */
export const copyText = async (text: string, done: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
    showToast(done)
  } catch {
    showToast('This browser does not let the page copy. Select the text, and copy it with the keyboard.')
  }
}
