/** Plain data that JSON can represent. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export type JsonObject = { readonly [key: string]: Json }

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string'

/** The value of an object's own field, never an inherited one such as `toString`; undefined when there is none. */
export const field = (value: unknown, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** The JSON text of a value with sorted keys, so that equal values have equal texts: `{"a":1,"b":[]}`. */
export function canonicalJson(json: Json): string {
  if (isList(json)) return `[${json.map(canonicalJson).join()}]`
  return isObject(json)
    ? canonicalObject(Object.entries(json).map(([key, child]) => [key, canonicalJson(child)]))
    : JSON.stringify(json)
}

/** The canonical text of an object, from its keys and the canonical texts of their values. */
export const canonicalObject = (entries: readonly (readonly [key: string, value: string])[]): string =>
  `{${entries
    .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
    .sort()
    .join()}}`
