import { defaultSettings } from '../engine/model/settings'
import { programFile, settingsFileName } from '../session/program'
import { writeSettings } from '../session/settingsFile'
import { folderWord } from './folder'
import type { PipelineInput } from './pipeline'

/** The version of Node.js that runs the program; it is available on every system here. */
export const nodeVersion = '24.12.0'

/** Fails unless the program is the file that the page offered. */
export const verifyCommand = ({ sha256 }: PipelineInput): string => `${listed(sha256)} | sha256sum -c -`

/** The same where nobody knows which tools there are: macOS may have only `shasum`. */
export const verifyAnywhereCommand = ({ sha256 }: PipelineInput): string =>
  `${listed(sha256)} | $(command -v sha256sum || echo shasum -a 256) -c -`

const listed = (sha256: string): string => `echo "${sha256}  ${programFile}"`

/** Runs the program on the folder. `words`: the command and its flags. */
export const runCommand = (words: string, { settings, folder }: PipelineInput): string => {
  // The program finds the file by itself. Naming it makes the run fail where nobody has committed it.
  const flag = settingsText(settings) === undefined ? '' : ` --settings ${settingsFileName}`
  return `node ${programFile} ${words}${flag} ${folderWord(folder)}`
}

/** The file of settings that has to be beside the program; undefined when all of them are the defaults. */
export const settingsText = (settings: PipelineInput['settings']): string | undefined => {
  const text = writeSettings(settings)
  return text === writeSettings(defaultSettings) ? undefined : text
}
