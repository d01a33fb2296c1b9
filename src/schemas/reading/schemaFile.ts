import { field, isObject, isText } from '../../engine/model/json'
import type { FileSchema, Schema } from '../../engine/schema/schema'
import { readDefinitionFile } from './definitionFile'
import { sizeError, summaryOf } from './jsonData'
import { jsonErrorOffset } from './jsonErrorOffset'
import { readJsonSchema } from './jsonSchema'
import { namedSchemas, readOpenApi } from './openApi'
import { kindsOf } from './schemaKinds'

type SchemaReading = {
  readonly schemas: readonly FileSchema[]
  /** Why the file cannot be used, in one or two sentences. */
  readonly error?: string
}

/**
 * The schemas in a file that a person adds: one JSON Schema, as kubeconform uses them, the many of a cluster's OpenAPI
 * document, or CustomResourceDefinitions. `metadata`: for these, the schema of ObjectMeta. `name` is the file's name, optionally with folders. It is the source of the kind if the schema names none:
 * `cert-manager.io/certificate_v1.json`. Never throws.
 */
export function readSchemaFile(name: string, text: string, metadata?: Schema): SchemaReading {
  const refused = (error: string): SchemaReading => ({ schemas: [], error })
  const json = parse(text)
  const defined = json === undefined || isManifest(json) ? readDefinitionFile(text, metadata) : undefined
  if (defined)
    return defined.length > 0
      ? { schemas: defined }
      : refused('No version in the CustomResourceDefinitions of the file is served.')
  if (json === undefined) return refused(syntaxError(text))
  const tooLarge = sizeError(json)
  if (tooLarge !== undefined) return refused(tooLarge)
  if (!isObject(json)) return refused(`The schema must be an object, but is ${summaryOf(json)}.`)
  const named = namedSchemas(json)
  if (named) {
    const schemas = readOpenApi(named)
    return schemas.length > 0
      ? { schemas }
      : refused('None of the schemas in the file says which kind it is for.')
  }
  if (isManifest(json)) return refused('The file is a manifest, not a JSON Schema.')
  if (!schemaKeywords.some((keyword) => Object.hasOwn(json, keyword)))
    return refused('The file is not a JSON Schema.')
  const read = readJsonSchema(json)
  if ('error' in read) return refused(read.error)
  const kinds = kindsOf(json, name)
  if (kinds.length === 0)
    return refused(
      'Neither the schema nor the file name says which kind it is for. Use a file name like certificate_v1.json.',
    )
  return { schemas: kinds.map((kind) => ({ ...kind, schema: read.schema })) }
}

/** Whether a text is a JSON Schema or an OpenAPI document rather than a manifest. */
export function looksLikeSchema(text: string): boolean {
  const json = parse(text)
  if (!isObject(json)) return false
  if (isText(field(json, '$schema'))) return true
  return !isManifest(json) && usualKeywords.some((keyword) => Object.hasOwn(json, keyword))
}

const usualKeywords = ['type', 'properties', 'definitions', 'components']
const schemaKeywords = [
  ...usualKeywords,
  '$schema',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'x-kubernetes-group-version-kind',
]

const isManifest = (json: unknown): boolean =>
  isText(field(json, 'apiVersion')) && isText(field(json, 'kind'))

function parse(text: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(text)) as unknown
  } catch {
    return undefined
  }
}

const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '')

function syntaxError(text: string): string {
  const json = withoutByteOrderMark(text)
  const offset = jsonErrorOffset(json)
  const line = json.slice(0, offset).split('\n').length
  const error = offset >= json.trimEnd().length ? 'unexpected end of file' : `syntax error in line ${line}`
  return `The file is not valid JSON: ${error}.`
}
