import { changeSettings, notify, replaceText } from './actions'
import { readManifests } from './readFiles'
import { store } from './store'

const { getState, setState } = store

/** Loads what reads JSON Schemas: not before somebody has one. */
export const loadSchemaReader = () => import('./readSchemaFiles')

/** Manifests replace the text; JSON Schemas among the files are added to the settings. */
export const openFiles = async (files: readonly File[]): Promise<void> => {
  const schemas = await schemasAmong(files)
  const manifests = files.filter((file) => !schemas.has(file))
  if (schemas.size > 0) await addSchemaFiles([...schemas])
  if (manifests.length === 0) return
  const { text, notice } = await readManifests(manifests)
  if (text !== undefined) replaceText(text)
  setState({ notice })
}

/** Adds JSON Schemas to the settings; a notice says which files could not be used, and why. */
export const addSchemaFiles = async (files: readonly File[]): Promise<void> => {
  const read = await loadSchemaReader()
    .then(({ readSchemaFiles }) => readSchemaFiles(files))
    .catch(() => undefined)
  if (!read) return notify('The schemas could not be read.')
  setState(({ schemaKinds }) => ({
    schemaKinds: new Map([...schemaKinds, ...read.kinds]),
    notice: read.problems.length > 0 ? read.problems.join(' ') : undefined,
  }))
  if (read.files.length === 0) return
  const kept = getState().settings.schemaFiles.filter(({ name }) => !read.kinds.has(name))
  changeSettings({ schemaFiles: [...kept, ...read.files] })
}

/** Which of some files are JSON Schemas and not manifests; none where that cannot be told. */
const schemasAmong = async (files: readonly File[]): Promise<ReadonlySet<File>> => {
  const candidates = files.filter(({ name }) => /\.json$/i.test(name))
  if (candidates.length === 0) return new Set()
  return loadSchemaReader()
    .then((reader) => reader.schemasAmong(candidates))
    .catch(() => new Set<File>())
}
