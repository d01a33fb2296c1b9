import { openFiles } from '../store/actions'

/** What the file dialog offers when manifests are wanted. */
export const manifestFiles = { label: 'Manifest files', accept: '.yaml,.yml,.json', onFiles: openFiles }

/** And when JSON Schemas are. */
export const schemaFiles = {
  label: 'JSON Schema files',
  accept: '.json',
  onFiles: async (files: readonly File[]): Promise<void> => {
    const { addSchemaFiles } = await import('../store/schemaFiles')
    await addSchemaFiles(files)
  },
}
