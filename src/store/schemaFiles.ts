import type { SchemaFile } from '../engine/model/settings'
import { changeSettings } from './actions'
import { readText } from './readManifests'
import { store } from './store'

const { getState, setState } = store

/** Takes JSON Schemas along for the kinds they are for; says which files are none, and why. */
export const addSchemaFiles = async (files: readonly File[]): Promise<void> => {
  const faults: string[] = []
  const added: SchemaFile[] = []
  const kinds: (readonly [name: string, titles: readonly string[]])[] = []
  try {
    const { readSchemaFile } = await import('../schemas/reading')
    for (const file of files) {
      const text = await readText(file)
      const { schemas, fault } = readSchemaFile(file.name, text)
      if (fault !== undefined) faults.push(`${file.name}: ${fault}`)
      if (schemas.length === 0) continue
      added.push({ name: file.name, text })
      kinds.push([file.name, schemas.map(({ title }) => title)])
    }
  } catch {
    faults.push('The schemas could not be read.')
  }
  setState(({ schemaKinds }) => ({
    schemaKinds: new Map([...schemaKinds, ...kinds]),
    notice: faults.length > 0 ? faults.join(' ') : undefined,
  }))
  if (added.length === 0) return
  const names = new Set(added.map(({ name }) => name))
  const kept = getState().settings.schemaFiles.filter(({ name }) => !names.has(name))
  changeSettings({ schemaFiles: [...kept, ...added] })
}

/** Which of some files are JSON Schemas rather than manifests. */
export const schemasAmong = async (files: readonly File[]): Promise<ReadonlySet<File>> => {
  const candidates = files.filter(({ name }) => /\.json$/i.test(name))
  if (candidates.length === 0) return new Set()
  try {
    const { looksLikeSchema } = await import('../schemas/reading')
    const looks = await Promise.all(candidates.map(async (file) => looksLikeSchema(await readText(file))))
    return new Set(candidates.filter((_, index) => looks[index]))
  } catch {
    return new Set()
  }
}

/** Loads what reads schemas before anyone has one. */
export const fetchReader = async (): Promise<void> => {
  await import('../schemas/reading')
}
