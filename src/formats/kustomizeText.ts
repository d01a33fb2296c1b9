import { entryLines, itemLines, type Style } from '../engine/edits/printYaml'
import { dataOf } from '../engine/edits/sourceData'
import { isList, isObject, type Json, type JsonObject } from '../engine/model/json'
import type { Operation } from './jsonPatch'

const style: Style = {
  indent: 2,
  indentless: true,
  spacesAfterDash: 1,
  literal: true,
  quote: 'double',
  flow: { json: false, colon: ': ', comma: ', ', padding: '' },
}

/** An object as a YAML document without a final line break, in the style of kustomize. */
export function documentText(value: JsonObject): string {
  const data = dataOf(value)
  return data.type === 'mapping' ? entryLines(data.entries, 0, style).join('\n') : ''
}

/** A strategic merge patch as YAML. */
export const mergePatchText = (patch: JsonObject): string => documentText(notEndingInBlock(patch, 'kind'))

/** The operations of a JSON Patch as YAML: `- op: remove`, … */
export const operationsText = (operations: readonly Operation[]): string =>
  operations
    .flatMap((operation) => itemLines(dataOf(notEndingInBlock(operation, 'path')), 0, style))
    .join('\n')

/**
 * kustomize trims the end of a patch, which would cut line breaks off a block scalar there. Puts a field with a short
 * value last instead.
 */
function notEndingInBlock(value: JsonObject, field: string): JsonObject {
  if (!endsInBlock(value)) return value
  const { [field]: last = null, ...others } = value
  return { ...others, [field]: last }
}

function endsInBlock(value: Json | undefined): boolean {
  if (value === undefined) return false
  if (isObject(value)) return endsInBlock(Object.values(value).at(-1))
  return isList(value) ? endsInBlock(value.at(-1)) : typeof value === 'string' && value.includes('\n')
}
