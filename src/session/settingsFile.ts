import { closest } from '../engine/schema/didYouMean'
import { isList, isObject, isText, type Json } from '../engine/model/json'
import { escapeToken } from '../engine/model/jsonPointer'
import { shorten } from '../engine/model/shorten'
import { settings as allSettings, type Setting } from '../engine/model/settingList'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { lineStarts, positionAt } from '../formats/lines'
import { jsonErrorOffset } from '../schemas/reading/jsonErrorOffset'
import { kubernetesVersions } from '../schemas/versions'
import { jsonPlaces } from './jsonPlaces'
import { changedSettings } from './session'
import validate from './settings.schema.json?validator'

/** Something in a file of settings that could not be used: a sentence for people, and its line, counted from 1. */
type SettingsProblem = { readonly message: string; readonly line: number }

export type ReadSettings = {
  /** With the defaults for everything that the file does not set; undefined when nothing of it can be read. */
  readonly settings: Settings | undefined
  /** In the order of the file. What they name was left out. */
  readonly problems: readonly SettingsProblem[]
}

const keys: readonly string[] = allSettings.map(({ key }) => key)

/** The file that `readSettings` reads: JSON with the settings that differ from the defaults. */
export const writeSettings = (settings: Settings): string =>
  `${JSON.stringify(changedSettings(settings), undefined, 2)}\n`

/**
 * Reads a file of settings. What cannot be used is left out and named. `checks`: the ids of all checks; without them, every
 * id in the file counts as that of a check.
 */
export function readSettings(text: string, checks?: readonly string[]): ReadSettings {
  const json = text.replace(/^\uFEFF/, '')
  const starts = lineStarts(json)
  const lineAt = (offset: number): number => positionAt(starts, offset).line
  const parsed = parse(json)
  if (parsed === undefined) return unreadable(syntaxProblem(json), lineAt(jsonErrorOffset(json)))
  if (!isObject(parsed)) return unreadable('The file must be a JSON object, such as {"strict": false}.', 1)

  const places = jsonPlaces(json)
  const settings = new Map<string, Json>()
  const found: { readonly message: string; readonly offset: number }[] = []
  for (const [key, value] of Object.entries(parsed)) {
    const { kept, problems } = readMember(key, value, checks)
    if (kept !== undefined) settings.set(key, kept)
    const pointer = `/${escapeToken(key)}`
    for (const { message, at } of problems)
      found.push({ message, offset: places.get(pointer + at) ?? places.get(pointer) ?? 0 })
  }
  const read: unknown = Object.fromEntries(settings)
  const problems = found
    .sort((a, b) => a.offset - b.offset)
    .map(({ message, offset }) => ({ message, line: lineAt(offset) }))
  return { settings: isSettings(read) ? { ...defaultSettings, ...read } : undefined, problems }
}

const unreadable = (message: string, line: number): ReadSettings => ({
  settings: undefined,
  problems: [{ message, line }],
})

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

const syntaxProblem = (json: string): string => {
  if (json.trim() === '') return 'The file is empty.'
  return jsonErrorOffset(json) >= json.trimEnd().length
    ? 'The file is not valid JSON: it ends too early.'
    : 'The file is not valid JSON: there is a syntax error in this line.'
}

const isSettings = (read: unknown): read is Partial<Settings> => validate(read)

/** `kept`: what can be used of a value; undefined for nothing. `at`: the pointer from the value to the problem. */
type ReadMember = {
  readonly kept?: Json
  readonly problems: readonly { readonly message: string; readonly at: string }[]
}

function readMember(key: string, value: Json, checks: readonly string[] | undefined): ReadMember {
  const setting = allSettings.find((one) => one.key === key)
  if (!setting) return refused(unknownKey(key))
  const isKnown = validate({ [key]: value })
  const at = validate.errors?.[0]?.instancePath.slice(`/${key}`.length) ?? ''
  const { control } = setting
  if (!isKnown || (control.type === 'kubernetesVersion' && !kubernetesVersions.includes(String(value))))
    return refused(`“${key}” must be ${expected(control)}, not ${shown(value)}.`, at)
  return control.type === 'checks' && checks && isList(value)
    ? readChecks(key, value.filter(isText), checks)
    : { kept: value, problems: [] }
}

const refused = (message: string, at = ''): ReadMember => ({ problems: [{ message, at }] })

const unknownKey = (key: string): string => `“${shorten(key, 40)}” is not a setting${ending(key, keys)}`

const readChecks = (key: string, ids: readonly string[], checks: readonly string[]): ReadMember => ({
  kept: ids.filter((id) => checks.includes(id)),
  problems: ids.flatMap((id, index) => {
    if (checks.includes(id)) return []
    const message = `“${key}” names “${shorten(id, 80)}”, which is not a check${ending(id, checks)}`
    return [{ message, at: `/${index}` }]
  }),
})

/** The end of a sentence about an unknown word: what was meant, if that can be guessed. */
const ending = (word: string, candidates: readonly string[]): string => {
  const near = closest(word, candidates)
  return near === undefined ? '.' : `; did you mean “${near}”?`
}

/** What a value has to be, after “must be”. */
function expected(control: Setting['control']): string {
  switch (control.type) {
    case 'switch':
      return 'true or false'
    case 'kubernetesVersion':
      return `a version from "${kubernetesVersions.at(-1)}" to "${kubernetesVersions[0]}"`
    case 'number':
      return `a whole number from ${control.min} to ${control.max.toLocaleString('en')}`
    case 'kinds':
      return 'a list of kinds, such as ["Secret", "apps/v1/Deployment"]'
    case 'checks':
      return 'a list of ids of checks, such as ["service-type"]'
    case 'schemaFiles':
      return 'a list of files, such as [{"name": "widget_v1.json", "text": "{}"}]'
  }
}

/** A value in a sentence: as JSON, short. */
const shown = (value: Json): string => shorten(JSON.stringify(value), 60)
