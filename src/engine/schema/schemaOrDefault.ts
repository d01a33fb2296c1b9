import { schemaAt } from './schemaFields'
import type { FindSchema, Schema, SchemaCatalog } from './schema'
import type { Path } from '../model/path'
import type { SchemaOrigin } from '../model/report'

/** `default`: the kind has no schema, so this is one with the fields of every object. */
export type SchemaOrDefault = { readonly schema: Schema; readonly origin: SchemaOrigin | 'default' }

/** The schema of a kind, or one with only apiVersion, kind and metadata. */
export function schemaOrDefault(
  apiVersion: string,
  kind: string,
  find: FindSchema,
  catalog: SchemaCatalog,
  version: string,
): SchemaOrDefault {
  const found = apiVersion && kind ? find(apiVersion, kind) : undefined
  return (
    found ?? { schema: anyObject(catalog.definition(version, 'am:meta.v1.ObjectMeta')), origin: 'default' }
  )
}

const text: Schema = { type: ['string'] }

const anyObject = (metadata: Schema | undefined): Schema => ({
  type: ['object'],
  required: ['apiVersion', 'kind', 'metadata'],
  properties: new Map([
    ['apiVersion', text],
    ['kind', text],
    ['metadata', metadata ?? { type: ['object'] }],
  ]),
})

/** The bundled versions of Kubernetes that have a field, oldest first. An empty path is the kind itself. */
export const versionsWith = (
  catalog: SchemaCatalog,
  apiVersion: string,
  kind: string,
  path: Path,
): readonly string[] =>
  catalog.versions.filter((version) => schemaAt(catalog.kind(version, apiVersion, kind), path) !== undefined)
