import { notify } from './actions'

/** Loads what reads files: not before somebody has one. */
export const loadFileReader = () => import('./openFiles')

const withReader = async (
  use: (reader: Awaited<ReturnType<typeof loadFileReader>>) => Promise<void>,
): Promise<void> => {
  const reader = await loadFileReader().catch(() => undefined)
  if (reader) await use(reader)
  else
    notify(
      'The files were not opened: a part of the page could not be loaded. Check the connection, try again.',
    )
}

/** Manifests become a session of their own; JSON Schemas among the files are added to the settings. */
export const openFiles = (files: readonly File[]): Promise<void> =>
  withReader((reader) => reader.openFiles(files))

/** Adds JSON Schemas to the settings; a notice says which files could not be used, and why. */
export const addSchemaFiles = (files: readonly File[]): Promise<void> =>
  withReader((reader) => reader.addSchemaFiles(files))
