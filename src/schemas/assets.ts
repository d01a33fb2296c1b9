import type { PackedGroup } from './customGroup'
import type { PackedCustomDocs, PackedDocs } from './descriptions'

// Each file is a chunk of its own, fetched when it is asked for.
const customGroups = import.meta.glob<PackedGroup>('./generated/custom/*.json', { import: 'default' })
const docs = import.meta.glob<PackedDocs>('./generated/docs/*.json', { import: 'default' })
const customDocs = import.meta.glob<PackedCustomDocs>('./generated/custom-docs/*.json', { import: 'default' })

/** The API groups whose custom resources the playground brings along. */
export const knownGroups: ReadonlySet<string> = new Set(
  Object.keys(customGroups).map((path) => path.replace(/^.*\/|\.json$/g, '')),
)

/** The custom resources of an API group, `cert-manager.io`; undefined when there are none. */
export const loadCustomGroup = async (group: string): Promise<PackedGroup | undefined> =>
  customGroups[`./generated/custom/${group}.json`]?.()

/** The descriptions of the API's own definitions of a group, `core`. */
export const loadDocs = async (group: string): Promise<PackedDocs | undefined> =>
  docs[`./generated/docs/${group}.json`]?.()

/** The descriptions of the custom resources of an API group. */
export const loadCustomDocs = async (group: string): Promise<PackedCustomDocs | undefined> =>
  customDocs[`./generated/custom-docs/${group}.json`]?.()

/** Loads all of it, so that nothing has to be fetched later. */
export const fetchAssets = async (): Promise<void> => {
  const all = [customGroups, docs, customDocs].flatMap((files) =>
    Object.values<() => Promise<unknown>>(files),
  )
  await Promise.all(all.map((load) => load()))
}
