import { readSettings } from '../session/settingsFile'
import { replaceSettings } from './actions'
import { readFiles } from './readFiles'

/** What came of a file of settings. `problems`: a sentence for each thing in it that could not be used. */
export type ImportedSettings = { readonly isDone: boolean; readonly problems: readonly string[] }

/** Replaces all settings by those of a file. `checks`: the ids of all checks. */
export const importSettings = async (file: File, checks: readonly string[]): Promise<ImportedSettings> => {
  const { read, refused } = await readFiles([file])
  const [first] = read
  if (!first) return { isDone: false, problems: refused }
  const { settings, problems } = readSettings(first.text, checks)
  if (settings) replaceSettings(settings, `Settings imported from ${first.name}.`)
  return {
    isDone: settings !== undefined,
    problems: problems.map(({ line, message }) => `Line ${line}: ${message}`),
  }
}
