import { equalsJson, dataOf } from '../engine/edits/sourceData'
import { isList, isObject, type Json, type JsonObject } from '../engine/model/json'
import { escapeToken } from '../engine/model/jsonPointer'

/** One operation of a JSON Patch: `{ op: 'replace', path: '/spec/replicas', value: 2 }`. */
export type Operation = {
  readonly op: 'add' | 'remove' | 'replace'
  /** A JSON Pointer: `/metadata/labels/app.kubernetes.io~1name`. */
  readonly path: string
  readonly value?: Json
}

/**
 * The JSON Patch (RFC 6902) that turns one value into another. `path` is the JSON Pointer of both. Fields of objects, and
 * items of lists that keep their length, are changed one by one; all other values are replaced as a whole.
 */
export function jsonPatch(before: Json, after: Json, path: string): readonly Operation[] {
  if (isObject(before) && isObject(after)) {
    const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
    return [
      ...removed.map((key) => ({ op: 'remove', path: pointer(path, key) }) as const),
      ...Object.entries(after).flatMap(([key, value]) => memberPatch(before, key, value, path)),
    ]
  }
  if (isList(before) && isList(after) && before.length === after.length)
    return after.flatMap((item, index) =>
      jsonPatch(before[index] ?? null, item, pointer(path, String(index))),
    )
  return equalsJson(dataOf(before), after) ? [] : [{ op: 'replace', path, value: after }]
}

function memberPatch(before: JsonObject, key: string, value: Json, path: string): readonly Operation[] {
  const inner = pointer(path, key)
  return Object.hasOwn(before, key)
    ? jsonPatch(before[key] ?? null, value, inner)
    : [{ op: 'add', path: inner, value }]
}

const pointer = (path: string, key: string): string => `${path}/${escapeToken(key)}`
