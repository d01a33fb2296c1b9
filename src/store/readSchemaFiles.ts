import type { SchemaFile } from '../engine/model/settings'
import { looksLikeSchema, readSchemaFile } from '../schemas/reading'
import { readText } from './readFiles'

export type SchemaFilesRead = {
  readonly files: readonly SchemaFile[]
  /** The kinds that each file has schemas for, by the file's name, in words. */
  readonly kinds: ReadonlyMap<string, readonly string[]>
  /** Which files have no schema, or not only schemas, and why. */
  readonly problems: readonly string[]
}

export async function readSchemaFiles(files: readonly File[]): Promise<SchemaFilesRead> {
  const problems: string[] = []
  const read: SchemaFile[] = []
  const kinds = new Map<string, readonly string[]>()
  for (const file of files) {
    const text = await readText(file)
    const { schemas, error } = readSchemaFile(file.name, text)
    if (error !== undefined) problems.push(`${file.name}: ${error}`)
    if (schemas.length === 0) continue
    read.push({ name: file.name, text })
    kinds.set(
      file.name,
      schemas.map(({ title }) => title),
    )
  }
  return { files: read, kinds, problems }
}

/** Which of some files are JSON Schemas and not manifests. */
export async function schemasAmong(files: readonly File[]): Promise<ReadonlySet<File>> {
  const looks = await Promise.all(files.map(async (file) => looksLikeSchema(await readText(file))))
  return new Set(files.filter((_, index) => looks[index]))
}
