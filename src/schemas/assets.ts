import type { PackedGroup } from './customGroup'
import type { PackedCustomDocs, PackedDocs } from './descriptions'

// Each file becomes a chunk of its own, which is fetched when it is needed.
const customGroups = import.meta.glob<PackedGroup>('./generated/custom/*.json', { import: 'default' })
const docs = import.meta.glob<PackedDocs>('./generated/docs/*.json', { import: 'default' })
const customDocs = import.meta.glob<PackedCustomDocs>('./generated/custom-docs/*.json', { import: 'default' })

/** How many API groups of custom resources are bundled. */
export const customGroupCount = Object.keys(customGroups).length

/** The bundled custom resources of an API group, such as `cert-manager.io`; undefined for a group without any. */
export const loadCustomGroup = async (group: string): Promise<PackedGroup | undefined> =>
  customGroups[`./generated/custom/${group}.json`]?.()

/** The descriptions of a group of API definitions, such as `core`; undefined for an unknown group. */
export const loadDocs = async (group: string): Promise<PackedDocs | undefined> =>
  docs[`./generated/docs/${group}.json`]?.()

/** The descriptions of the custom resources of an API group; undefined for a group without any. */
export const loadCustomDocs = async (group: string): Promise<PackedCustomDocs | undefined> =>
  customDocs[`./generated/custom-docs/${group}.json`]?.()

/** Loads all files, so that later none has to be fetched. Rejects when one cannot be loaded. */
export const fetchAssets = async (): Promise<void> => {
  const loaders = [customGroups, docs, customDocs].flatMap((files) =>
    Object.values<() => Promise<unknown>>(files),
  )
  await Promise.all(loaders.map((load) => load()))
}
