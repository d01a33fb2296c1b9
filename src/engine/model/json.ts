/** Plain data: what JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export type JsonObject = { readonly [key: string]: Json }

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string'

/** A field of an object, never one that JavaScript gives to every object; undefined when there is none. */
export const field = (value: unknown, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** A text that equal data shares, whatever the order of its keys: `{"a":1,"b":[]}`. */
export function canonicalJson(json: Json): string {
  if (isList(json)) return `[${json.map(canonicalJson).join()}]`
  return isObject(json)
    ? canonicalObject(Object.entries(json).map(([key, child]) => [key, canonicalJson(child)]))
    : JSON.stringify(json)
}

/** The text of an object, of its keys and the canonical text of each value. */
export const canonicalObject = (entries: readonly (readonly [key: string, value: string])[]): string =>
  `{${entries
    .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
    .sort()
    .join()}}`
