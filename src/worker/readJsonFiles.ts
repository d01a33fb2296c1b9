import type { SchemaFile } from '../engine/model/settings'
import { looksLikeSchema, readSchemaFile } from '../schemas/reading'
import type { JsonFile } from './protocol'

/** What some JSON files are. Here and not on the page, which would stand still while a large one is parsed. */
export const readJsonFiles = (files: readonly SchemaFile[]): readonly JsonFile[] =>
  files.map(({ name, text }) => {
    const { schemas, error } = readSchemaFile(name, text)
    return { name, looksLikeSchema: looksLikeSchema(text), kinds: schemas.map(({ title }) => title), error }
  })
