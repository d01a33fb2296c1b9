import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { textOfFile } from '../session/fileText'
import { settingsFileName } from '../session/program'
import { readSettings } from '../session/settingsFile'
import { visible } from '../formats/visible'
import { UsageError } from './command'
import type { Draft } from './flag'
import type { Io } from './io'
import { outputName } from './outputName'
import { checkIds } from './settingOptions'

/** What the file of settings says: the one that was named, or the first one found from the working folder upwards. */
export function settingsFromFile(asked: Draft['settingsFile'], { cwd }: Io): Settings {
  if (asked === 'none') return defaultSettings
  const path = asked ? resolve(cwd, asked.path) : settingsAbove(cwd)
  return path === undefined ? defaultSettings : settingsIn(path, asked?.path ?? outputName(cwd, path))
}

function settingsAbove(folder: string): string | undefined {
  const path = join(folder, settingsFileName)
  if (existsSync(path)) return path
  const above = dirname(folder)
  return above === folder ? undefined : settingsAbove(above)
}

/** `name`: as sentences say it. */
function settingsIn(path: string, name: string): Settings {
  const { settings, problems } = readSettings(readOrRefuse(path, name), checkIds)
  if (settings && problems.length === 0) return settings
  throw new UsageError(problems.map(({ line, message }) => `${visible(name)}:${line}: ${message}`).join('\n'))
}

/** The text of a file that a flag names. Throws a `UsageError` when there is none. */
export function readOrRefuse(path: string, name: string): string {
  try {
    return textOfFile(readFileSync(path)).text
  } catch {
    throw new UsageError(
      existsSync(path) ? `${visible(name)} cannot be read.` : `There is no file ${visible(name)}.`,
    )
  }
}
