import { resolve } from 'node:path'
import { isObject, type Json } from '../engine/model/json'
import { lineStarts, positionAt } from '../formats/lines'
import { jsonErrorOffset } from '../schemas/reading/jsonErrorOffset'
import { jsonPlaces } from '../session/jsonPlaces'
import { visible } from '../formats/visible'
import validate from './baseline.schema.json?validator'
import type { BaselineEntry } from './baselineMatch'
import { UsageError } from './command'
import { readOrRefuse } from './settingsSearch'

type Baseline = { readonly version: 1; readonly findings: readonly BaselineEntry[] }

/** The findings that do not count. Throws a `UsageError` that names the line of what cannot be used. */
export function readBaseline(name: string, cwd: string): readonly BaselineEntry[] {
  const json = readOrRefuse(resolve(cwd, name), name).replace(/^\uFEFF/, '')
  const refuse = (offset: number, message: string): UsageError =>
    new UsageError(`${visible(name)}:${positionAt(lineStarts(json), offset).line}: ${message}`)
  const parsed = parse(json)
  if (parsed === undefined) throw refuse(jsonErrorOffset(json), 'This is not valid JSON.')
  if (isBaseline(parsed)) return parsed.findings
  const place = isObject(parsed) ? jsonPlaces(json).get(validate.errors?.[0]?.instancePath ?? '') : undefined
  throw refuse(
    place ?? 0,
    'This is not a baseline as --write-baseline writes it. Correct it, or write it again.',
  )
}

const parse = (json: string): Json | undefined => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const isBaseline = (parsed: unknown): parsed is Baseline => validate(parsed)

/** The text of a baseline: sorted, and each finding in a line of its own, so that a diff shows what changed. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .map(({ file, rule, object, message, id }) => ({ file, rule, object, message, id }))
    .map((entry) => ({ key: keyOf(entry), line: `    ${JSON.stringify(entry)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line)
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`
}

const keyOf = ({ file, object, rule, message, id }: BaselineEntry): string =>
  [file, object, rule, message, id].join('\0')
