import { showToast } from './actions'

/**
 * Copies a text, and says so. `done`: the sentence for that. `say`: shows it; a toast is out of sight behind a dialog. Pages
 * without a certificate have no clipboard.
 */
export const copyText = async (
  text: string,
  done: string,
  say: (sentence: string) => void = showToast,
): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
    say(done)
  } catch {
    say('This browser does not let the page copy. Select the text, and copy it with the keyboard.')
  }
}
