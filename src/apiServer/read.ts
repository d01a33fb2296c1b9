import { field, isList, isObject, isText, type Json, type JsonObject } from '../engine/model/json'

/*
 * Reading decoded objects. What is absent, null or of another type reads as nothing: types were checked before, by the
 * schema.
 */

const nothing: JsonObject = {}
const none: readonly never[] = []

/** Whether a field is there and not null. */
export const has = (object: Json | undefined, key: string): boolean => {
  const value = field(object, key)
  return value !== undefined && value !== null
}

/** An object-valued field; empty when there is none. */
export const objectAt = (object: Json | undefined, key: string): JsonObject => {
  const value = field(object, key)
  return isObject(value) ? value : nothing
}

/** The items of a list-valued field; none when there is none. */
export const listAt = (object: Json | undefined, key: string): readonly Json[] => {
  const value = field(object, key)
  return isList(value) ? value : none
}

/** The items of a list of objects. An item that is null, or no object, is one without fields. */
export const objectsAt = (object: Json | undefined, key: string): readonly JsonObject[] =>
  listAt(object, key).map((item) => (isObject(item) ? item : nothing))

/** A text-valued field; empty when there is none, as in Go. */
export const textAt = (object: Json | undefined, key: string): string => {
  const value = field(object, key)
  return isText(value) ? value : ''
}

/** The texts of a list. */
export const textsAt = (object: Json | undefined, key: string): readonly string[] =>
  listAt(object, key).map((item) => (isText(item) ? item : ''))

/** A number-valued field; undefined when there is none. */
export const numberAt = (object: Json | undefined, key: string): number | undefined => {
  const value = field(object, key)
  return typeof value === 'number' ? value : undefined
}

/** Whether a field is true. */
export const isTrueAt = (object: Json | undefined, key: string): boolean => field(object, key) === true

/** The entries of a map of texts, such as labels. Other values read as empty. */
export const textsOf = (object: Json | undefined, key: string): readonly (readonly [string, string])[] =>
  Object.entries(objectAt(object, key)).map(([name, value]) => [name, isText(value) ? value : ''])

/** The value of a JSON text, such as that of an annotation; undefined when it is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** An annotation of an object; undefined when there is none. */
export const annotationOf = (object: JsonObject, name: string): string | undefined => {
  const annotations = objectAt(objectAt(object, 'metadata'), 'annotations')
  return Object.hasOwn(annotations, name) ? textAt(annotations, name) : undefined
}

/** The object with a field that it does not have yet, or only as null. The server fills in defaults this way. */
export const withDefault = (object: JsonObject, key: string, value: Json): JsonObject =>
  has(object, key) ? object : { ...object, [key]: value }

/** The object with a text in a field that has none or an empty one. */
export const withText = (object: JsonObject, key: string, text: string): JsonObject =>
  textAt(object, key) === '' ? { ...object, [key]: text } : object

/** The object with its spec changed, which is there after decoding in any case. */
export const withSpec = (object: JsonObject, change: (spec: JsonObject) => JsonObject): JsonObject => ({
  ...object,
  spec: change(objectAt(object, 'spec')),
})

/** The object with a field changed, if it has it. */
export const withField = (
  object: JsonObject,
  key: string,
  change: (value: JsonObject) => JsonObject,
): JsonObject => (has(object, key) ? { ...object, [key]: change(objectAt(object, key)) } : object)

/** The object with every object in a list-valued field changed; null is an empty object there, as in Go. */
export const withItems = (
  object: JsonObject,
  key: string,
  change: (item: JsonObject) => JsonObject,
): JsonObject =>
  has(object, key)
    ? {
        ...object,
        [key]: listAt(object, key).map((item) =>
          isObject(item) || item === null ? change(item ?? {}) : item,
        ),
      }
    : object
