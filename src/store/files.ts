import { withPart } from './withPart'

/** Loads what reads files: not before somebody has one. */
export const loadFileReader = () => import('./openFiles')

const notOpened = 'The files were not opened'

/** Manifests become a session of their own; JSON Schemas among the files are added to the settings. */
export const openFiles = (files: readonly File[]): Promise<void> =>
  withPart(loadFileReader, notOpened, (reader) => reader.openFiles(files))

/** Adds JSON Schemas to the settings; a notice says which files could not be used, and why. */
export const addSchemaFiles = (files: readonly File[]): Promise<void> =>
  withPart(loadFileReader, notOpened, (reader) => reader.addSchemaFiles(files))
