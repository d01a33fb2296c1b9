import { checks } from '../checks'
import { withMends, type Library } from '../engine/report/cache'
import type { CustomCatalog } from '../engine/schema/schema'
import { groupOf } from '../kubernetes/apiVersion'
import type { Settings } from '../engine/model/settings'
import { catalog } from '../schemas'
import type { CustomGroup } from '../schemas/customGroup'
import { verifiedVersion } from '../schemas/versions'

/** By group, as far as texts have asked for them; undefined for a group that is not bundled. */
const groups = new Map<string, CustomGroup | undefined>()

const bundled: CustomCatalog = {
  kind: (apiVersion, kind) => groups.get(groupOf(apiVersion))?.kind(apiVersion, kind),
  kindsOf: (group) => groups.get(group)?.kinds,
}

/** One object as long as nothing is added to it: by it the engine knows what it has read and judged before. */
let library: Library = { checks, schemas: catalog, bundled }

export type Prepared = {
  readonly library: Library
  /** What could not be loaded, for people. */
  readonly notLoaded: readonly string[]
}

/** The library with all schemas that a text needs. Most texts need nothing more than is there already. */
export const libraryFor = (text: string, settings: Settings): Prepared | Promise<Prepared> => {
  const wanted = groupsIn(text).filter((group) => !groups.has(group))
  const wantsReading =
    library.readers === undefined &&
    (wanted.length > 0 || settings.schemaFiles.length > 0 || text.includes('CustomResourceDefinition'))
  return wanted.length > 0 || wantsReading ? load(wanted) : { library, notLoaded: [] }
}

/** Fetches what works out fixes: the first report does not wait for it. */
export const loadMends = async (): Promise<void> => {
  if (library.mends) return
  const { mends } = await import('../checks/fixes')
  if (!library.mends) library = withMends(library, mends)
}

/** Fetches what custom schemas are read with. */
const fetchReading = async () => {
  const [reading, unfolding, assets] = await Promise.all([
    import('../schemas/reading'),
    import('../schemas/customGroup'),
    import('../schemas/assets'),
  ])
  return { ...reading, ...unfolding, ...assets }
}

/** Fetches all that a text may ever need, so that no text has to wait, or goes without it when the network is gone. */
export const fetchCustomResources = async (): Promise<void> => {
  const { fetchAssets } = await fetchReading()
  await fetchAssets()
}

const load = async (wanted: readonly string[]): Promise<Prepared> => {
  const read = await fetchReading().catch(() => undefined)
  if (!read) return { library, notLoaded: ['The reader of custom schemas'] }
  const { patternTest: pattern, formatTest, readers, customGroupOf, loadCustomGroup } = read
  const tests = { pattern, format: (name: string) => formatTest(name, 'kubernetes') }
  const notLoaded: string[] = []
  for (const group of wanted) {
    try {
      const packed = await loadCustomGroup(group)
      const definition = (name: string) => catalog.definition(verifiedVersion, name)
      groups.set(group, packed && customGroupOf(packed, definition, tests))
    } catch {
      notLoaded.push(`The schemas of ${group}`)
    }
  }
  library = { ...library, readers }
  return { library, notLoaded }
}

/** The groups of all apiVersions that a text mentions, wherever they stand, but for those of Kubernetes. */
const groupsIn = (text: string): readonly string[] => {
  const named = text.matchAll(/apiVersion["']?\s*:\s*["']?([\w-]+(?:\.[\w-]+)+)\//g)
  return [...new Set([...named].map(([, group = '']) => group))].filter((group) => !isNative(group))
}

let nativeGroups: ReadonlySet<string> | undefined

const isNative = (group: string): boolean => {
  nativeGroups ??= new Set(
    catalog.versions.flatMap((version) => catalog.kindsOf(version)).map((kind) => groupOf(kind.apiVersion)),
  )
  return nativeGroups.has(group)
}
