import type { JsonObject } from '../../../engine/model/json'
import { isFilled, propertyOf, schemaIn } from './schemaParts'

const token = /\.('(?:[^'\\]|\\.)*'|[^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]/y

/** What stands for the escapes of Go that are allowed in a quoted name. */
const escapes: Readonly<Record<string, string>> = {
  ...{ a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ "'": "'", '\\': '\\' },
}

/**
 * The schema that a path such as `.spec.a['b']` leads to; undefined for paths that are not valid. There is no way into
 * lists. Source: apiextensions-apiserver/pkg/apiserver/schema/cel, `ValidFieldPath`.
 */
export function schemaAtPath(
  schema: JsonObject,
  path: string,
  withBrackets: boolean,
): JsonObject | undefined {
  let here: JsonObject | undefined = schema
  let at = 0
  while (at < path.length && here) {
    token.lastIndex = at
    const match = token.exec(path)
    if (!match) return undefined
    const [text, plain, quoted] = match
    if (quoted !== undefined && !withBrackets) return undefined
    at += text.length
    const name = plain ?? (quoted ?? '').replaceAll(/\\(.)/gs, (_, escaped: string) => escapes[escaped] ?? '')
    // In this order, so that the properties are not counted for every path.
    const values = schemaIn(here, 'additionalProperties')
    here = propertyOf(here, name) ?? (values && !isFilled(here, 'properties') ? values : undefined)
  }
  return path === '' ? undefined : here
}
