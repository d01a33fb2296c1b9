import type { SchemaReaders } from '../../engine/schema/schemaLookup'
import { readCustomResourceDefinition } from './customResourceDefinition'
import { readSchemaFile } from './schemaFile'

export { readCustomResourceDefinition } from './customResourceDefinition'
export { formatTest } from './formats'
export { readJsonSchema } from './jsonSchema'
export { patternTest } from './pattern'
export { looksLikeSchema, readSchemaFile } from './schemaFile'

/** Reads the schemas that come with a manifest or a file. */
export const readers: SchemaReaders = {
  definition: readCustomResourceDefinition,
  file: ({ name, text }, metadata) => readSchemaFile(name, text, metadata).schemas,
}
