import { createEngine, type Engine } from '../engine/report/engine'
import type { Fixer } from '../engine/fixes/fixer'
import type { CustomCatalog } from '../engine/schema/schema'
import type { Settings } from '../engine/model/settings'
import { groupOf } from '../kubernetes/apiVersion'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import type { CustomGroup } from '../schemas/customGroup'
import { verifiedVersion } from '../schemas/versions'

/** By group, as far as texts needed them; undefined for a group that is not bundled. */
const groups = new Map<string, CustomGroup | undefined>()

const bundled: CustomCatalog = {
  kind: (apiVersion, kind) => groups.get(groupOf(apiVersion))?.kind(apiVersion, kind),
  kindsOf: (group) => groups.get(group)?.kinds,
}

/** Replaced when the reader of custom schemas arrives. */
let engine = createEngine({ sources, schemas: catalog, bundled })

export type Prepared = {
  readonly engine: Engine
  /** What could not be loaded, in words for people. */
  readonly notLoaded: readonly string[]
}

/** The engine with all schemas that a text needs. Most texts need nothing more than is loaded already. */
export const engineFor = (text: string, settings: Settings): Prepared | Promise<Prepared> => {
  const wanted = groupsIn(text).filter((group) => !groups.has(group))
  const needsReader =
    engine.library.readers === undefined &&
    (wanted.length > 0 || settings.schemaFiles.length > 0 || text.includes('CustomResourceDefinition'))
  return wanted.length > 0 || needsReader ? load(wanted) : { engine, notLoaded: [] }
}

const fixers = new WeakMap<Engine, Promise<Fixer>>()

/** Works out fixes with an engine. Its code is loaded when it is first asked for: the first report does not need it. */
export const fixerFor = (of: Engine): Promise<Fixer> => {
  const known = fixers.get(of)
  if (known) return known
  const made = import('../engine/fixes/fixer').then(({ createFixer }) => createFixer(of))
  fixers.set(of, made)
  // A failed download is tried again the next time.
  made.catch(() => fixers.delete(of))
  return made
}

/** Everything that reads custom schemas. */
const loadReader = async () => {
  const [reading, unpacking, assets] = await Promise.all([
    import('../schemas/reading'),
    import('../schemas/customGroup'),
    import('../schemas/assets'),
  ])
  return { ...reading, ...unpacking, ...assets }
}

/** Loads everything that a text may ever need, so that no text has to wait, or goes without it when offline. */
export const loadAll = async (): Promise<void> => {
  const { fetchAssets } = await loadReader()
  await fetchAssets()
}

const load = async (wanted: readonly string[]): Promise<Prepared> => {
  const read = await loadReader().catch(() => undefined)
  if (!read) return { engine, notLoaded: ['The reader of custom schemas'] }
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
  if (!engine.library.readers) engine = createEngine({ sources, schemas: catalog, bundled, readers })
  return { engine, notLoaded }
}

/** The groups of all apiVersions that a text mentions anywhere, except those of Kubernetes. */
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
