import { notify } from './actions'
import { ask } from './ask'
import { copyText } from './copyText'
import { manifestName } from './saveFile'
import { store } from './store'

/** Copies the report on the text as it is now: not one that is held while somebody types. `format`: its id. */
export const copyReport = async (format: string): Promise<void> => {
  const { text, settings, session } = store.getState()
  const name = manifestName(text, session.name)
  const made = await ask({ about: 'report', text, settings, format, withFixes: false, name })
  const [file] = made?.files ?? []
  if (file) await copyText(file.text, 'Report copied.')
  else notify('The report was not copied: it could not be written, or that took too long. Try again.')
}
