import type { FileSchema } from '../../engine/schema/schema'
import { field, isObject, isText, type JsonObject } from '../../engine/model/json'
import { excess } from './json'
import { jsonFaultAt } from './jsonFault'
import { readJsonSchema } from './jsonSchema'
import { namedSchemas, readOpenApi } from './openApi'
import { kindsOf } from './schemaKinds'

export type SchemaReading = {
  readonly schemas: readonly FileSchema[]
  /** Why the file cannot be used, in one sentence for people. */
  readonly fault?: string
}

/**
 * The schemas in a file that a person adds: one JSON Schema, as kubeconform takes it, or the OpenAPI document of a
 * cluster with many. `name` may carry folders: it tells the kind where the schema does not. Never throws.
 */
export function readSchemaFile(name: string, text: string): SchemaReading {
  const refused = (fault: string): SchemaReading => ({ schemas: [], fault })
  const json = parsed(text)
  if (json === undefined) return refused(`It is not JSON: ${faultOf(text)}.`)
  const tooMuch = excess(json)
  if (tooMuch !== undefined) return refused(`It ${tooMuch}.`)
  if (!isObject(json)) return refused('It is not an object, as a JSON Schema has to be.')
  const named = namedSchemas(json)
  if (named) {
    const schemas = readOpenApi(named)
    return schemas.length > 0 ? { schemas } : refused('None of its schemas says which kind it is for.')
  }
  if (isManifest(json)) return refused('It is a manifest, not a JSON Schema.')
  if (!schemaWords.some((word) => Object.hasOwn(json, word))) return refused('It is not a JSON Schema.')
  const read = readJsonSchema(json)
  if ('fault' in read) return refused(read.fault)
  const kinds = kindsOf(json, name)
  if (kinds.length === 0)
    return refused('It does not say which kind it is for; a name like certificate_v1.json would.')
  return { schemas: kinds.map((kind) => ({ ...kind, schema: read.schema })) }
}

/** Whether a text is a schema rather than a manifest. */
export function looksLikeSchema(text: string): boolean {
  const json = parsed(text)
  if (!isObject(json)) return false
  if (isText(field(json, '$schema'))) return true
  return !isManifest(json) && likelyWords.some((word) => Object.hasOwn(json, word))
}

const likelyWords = ['type', 'properties', 'definitions', 'components']
const schemaWords = [
  ...likelyWords,
  '$schema',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'x-kubernetes-group-version-kind',
]

const isManifest = (json: JsonObject): boolean =>
  isText(field(json, 'apiVersion')) && isText(field(json, 'kind'))

function parsed(text: string): unknown {
  try {
    return JSON.parse(withoutMark(text)) as unknown
  } catch {
    return undefined
  }
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

function faultOf(text: string): string {
  const json = withoutMark(text)
  const at = jsonFaultAt(json)
  const before = json.slice(0, at)
  const line = before.split('\n').length
  return at >= json.trimEnd().length ? 'it ends too early' : `line ${line} does not fit`
}
