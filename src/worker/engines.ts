import type { Fixer } from '../engine/fixes/fixer'
import type { Report } from '../engine/model/report'
import type { Settings } from '../engine/model/settings'
import { createEngine, type Engine } from '../engine/report/engine'
import type { CustomCatalog, SchemaCatalog } from '../engine/schema/schema'
import type { SchemaReaders } from '../engine/schema/schemaLookup'
import { groupOf } from '../kubernetes/apiVersion'
import { firstSources } from '../rules/firstSources'
import { commonCatalog } from '../schemas/commonCatalog'
import type { CustomGroup } from '../schemas/customGroup'
import { customGroupsIn } from '../schemas/customGroupsIn'
import { verifiedVersion } from '../schemas/versions'
import { serverRules } from './serverRules'

/** By group, as far as texts needed them; undefined for a group that is not bundled. */
const groups = new Map<string, CustomGroup | undefined>()

const bundled: CustomCatalog = {
  kind: (apiVersion, kind) => groups.get(groupOf(apiVersion))?.kind(apiVersion, kind),
  kindsOf: (group) => groups.get(group)?.kinds,
}

const common = commonCatalog()

/** The complete catalog and the readers of custom schemas, once they have been loaded. */
let complete: SchemaCatalog | undefined
let readers: SchemaReaders | undefined

/** All rules, once those of the API server have been loaded. */
let sources = firstSources
/** Whether they could not be loaded the last time. */
let lacksRules = false

let engine = createEngine({ sources, schemas: common, bundled })

/** Something was loaded: a new engine can use it. It knows the documents that the one before has read. */
const renewEngine = (): void => {
  const library = { sources, schemas: complete ?? common, bundled, ...(readers && { readers }) }
  engine = createEngine(library, engine)
}

export type Prepared = {
  readonly engine: Engine
  /** What could not be loaded, in words for people. */
  readonly notLoaded: readonly string[]
}

export type Evaluated = { readonly report: Report; readonly notLoaded: readonly string[] }

/**
 * The report on a text. Most texts have only common kinds and need nothing more than what is loaded at the start; for
 * others the rest is loaded first.
 */
export const evaluate = async (text: string, settings: Settings): Promise<Evaluated> => {
  if (!complete && settings.schemaFiles.length === 0) {
    const report = engine.evaluate(text, settings)
    if (!common.isInsufficient()) return { report, notLoaded: missingRules() }
  }
  const { engine: prepared, notLoaded } = await engineFor(text, settings)
  return { report: prepared.evaluate(text, settings), notLoaded: [...notLoaded, ...missingRules()] }
}

/** The engine with all rules and all schemas that a text needs. */
export const completeEngineFor = async (text: string, settings: Settings): Promise<Prepared> => {
  await loadRules()
  const { engine: prepared, notLoaded } = await engineFor(text, settings)
  return { engine: prepared, notLoaded: [...notLoaded, ...missingRules()] }
}

const missingRules = (): readonly string[] => (lacksRules ? [serverRules] : [])

/** Loads the rules of the API server. Whether they are there. */
export const loadRules = async (): Promise<boolean> => {
  if (sources !== firstSources) return true
  const loaded = await import('../rules/sources').catch(() => undefined)
  lacksRules = !loaded
  if (!loaded) return false
  if (sources === firstSources) {
    ;({ sources } = loaded)
    renewEngine()
  }
  return true
}

/** The engine with the complete catalog and all custom schemas that a text needs, and the rules that are there. */
export const engineFor = async (text: string, settings: Settings): Promise<Prepared> => {
  const notLoaded: string[] = []
  if (!complete) {
    complete = await loadCatalog().catch(() => undefined)
    if (complete) renewEngine()
    else notLoaded.push('The schemas of less common kinds')
  }
  if (needsCustomSchemas(text, settings)) notLoaded.push(...(await loadCustomSchemas(text)))
  return { engine, notLoaded }
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

const loadCatalog = async (): Promise<SchemaCatalog> => (await import('../schemas')).catalog

/** Whether a text mentions a group whose schemas are not loaded, or has schemas of its own that cannot be read yet. */
const needsCustomSchemas = (text: string, { schemaFiles }: Settings): boolean =>
  customGroupsIn(text, complete).some((group) => !groups.has(group)) ||
  (!readers && (schemaFiles.length > 0 || text.includes('CustomResourceDefinition')))

/** Loads the custom schemas that a text needs, and says which could not be loaded. */
const loadCustomSchemas = async (text: string): Promise<readonly string[]> => {
  const loaded = await loadReader().catch(() => undefined)
  if (!loaded) return ['The reader of custom schemas']
  const { patternTest: pattern, formatTest, customGroupOf, loadCustomGroup } = loaded
  const tests = { pattern, format: (name: string) => formatTest(name, 'kubernetes') }
  const notLoaded: string[] = []
  for (const group of customGroupsIn(text, complete)) {
    if (groups.has(group)) continue
    try {
      const packed = await loadCustomGroup(group)
      const definition = (name: string) => complete?.definition(verifiedVersion, name)
      groups.set(group, packed && customGroupOf(packed, definition, tests))
    } catch {
      notLoaded.push(`The schemas of ${group}`)
    }
  }
  if (!readers) {
    ;({ readers } = loaded)
    renewEngine()
  }
  return notLoaded
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
  const [assets] = await Promise.all([import('../schemas/assets'), loadReader(), loadCatalog(), loadRules()])
  await assets.fetchAssets()
}
