import type { SchemaFile } from '../engine/model/settings'
import type { JsonFile } from '../worker/protocol'
import { changeSettings } from './actions'
import { ask } from './ask'
import { openText } from './openText'
import { joinManifests, readFiles } from './readFiles'
import { store } from './store'

const { getState, setState } = store

/** Manifests become a session of their own; JSON Schemas among the files are added to the settings. */
export const openFiles = async (files: readonly File[]): Promise<void> => {
  const { read, refused } = await readFiles(files, /\.(?:ya?ml|json)$/i)
  const json = read.filter(({ name }) => /\.json$/i.test(name))
  // Where the worker cannot tell, they count as manifests.
  const looked = json.length > 0 ? await ask({ about: 'jsonFiles', files: json }) : undefined
  const schemas = looked?.filter(({ looksLikeSchema }) => looksLikeSchema) ?? []
  const manifests = read.filter(({ name }) => !schemas.some((schema) => schema.name === name))
  if (manifests.length > 0) {
    const name = manifests.map((file) => file.name).join(', ')
    await openText(() => ({ text: joinManifests(manifests), name }))
  }
  const problems = addSchemas(json, schemas)
  setState({
    notice: noticeOf([...(refused.length > 0 ? [`Not opened: ${refused.join(' ')}`] : []), ...problems]),
  })
}

/** Adds JSON Schemas to the settings; a notice says which files could not be used, and why. */
export const addSchemaFiles = async (files: readonly File[]): Promise<void> => {
  const { read, refused } = await readFiles(files)
  const looked = read.length > 0 ? await ask({ about: 'jsonFiles', files: read }) : []
  const problems = looked
    ? addSchemas(read, looked)
    : ['The schemas could not be read: the checks did not answer. Try again.']
  setState({ notice: noticeOf([...refused, ...problems]) })
}

/** Returns why files were not added, or only in part. */
const addSchemas = (files: readonly SchemaFile[], looked: readonly JsonFile[]): readonly string[] => {
  const added = new Set(looked.flatMap(({ name, kinds }) => (kinds.length > 0 ? [name] : [])))
  if (added.size > 0) {
    const kept = getState().settings.schemaFiles.filter(({ name }) => !added.has(name))
    changeSettings({ schemaFiles: [...kept, ...files.filter(({ name }) => added.has(name))] })
  }
  return looked.flatMap(({ name, error }) => (error === undefined ? [] : [`${name}: ${error}`]))
}

const noticeOf = (notes: readonly string[]): string | undefined =>
  notes.length > 0 ? notes.join(' ') : undefined
