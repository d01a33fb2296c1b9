import { equalsJson, dataOf } from '../engine/edits/sourceData'
import { type Json, isList, isObject } from '../engine/model/json'

/** One operation of a JSON Patch. */
export type Operation = {
  readonly op: 'add' | 'remove' | 'replace'
  /** A JSON Pointer: `/metadata/labels/app.kubernetes.io~1name`. */
  readonly path: string
  readonly value?: Json
}

/**
 * The JSON Patch (RFC 6902) from one value to another, `path` being the pointer to both. Mappings, and lists that stay
 * as long as they are, are entered; what else differs is replaced whole.
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

function memberPatch(
  before: { readonly [key: string]: Json },
  key: string,
  value: Json,
  path: string,
): readonly Operation[] {
  const inner = pointer(path, key)
  return Object.hasOwn(before, key)
    ? jsonPatch(before[key] ?? null, value, inner)
    : [{ op: 'add', path: inner, value }]
}

const pointer = (path: string, key: string): string =>
  `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
