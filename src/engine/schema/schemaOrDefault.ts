import { schemaAt } from './schemaFields'
import type { FindSchema, Schema, SchemaCatalog } from './schema'
import type { Path } from '../model/path'
import type { SchemaOrigin } from '../model/report'

/** What is known of a kind. `nobody`: only what every object has. */
export type SchemaOrDefault = { readonly schema: Schema; readonly origin: SchemaOrigin | 'nobody' }

export function schemaOrDefault(
  apiVersion: string,
  kind: string,
  find: FindSchema,
  catalog: SchemaCatalog,
  version: string,
): SchemaOrDefault {
  const found = apiVersion && kind ? find(apiVersion, kind) : undefined
  return (
    found ?? { schema: anyObject(catalog.definition(version, 'am:meta.v1.ObjectMeta')), origin: 'nobody' }
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

/** The bundled versions of Kubernetes that have a field of a kind, oldest first; of the kind itself for an empty path. */
export const versionsWith = (
  catalog: SchemaCatalog,
  apiVersion: string,
  kind: string,
  path: Path,
): readonly string[] =>
  catalog.versions.filter((version) => schemaAt(catalog.kind(version, apiVersion, kind), path) !== undefined)
