import { createFixer, type Fixer } from '../engine/fixes/fixer'
import type { Source } from '../engine/findings/source'
import { once } from '../engine/model/lookup'
import type { SchemaFile } from '../engine/model/settings'
import { createEngine, type Engine } from '../engine/report/engine'
import type { Schema } from '../engine/schema/schema'
import { groupOf } from '../kubernetes/apiVersion'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { loadCustomGroup } from '../schemas/assets'
import { customGroupOf, type CustomGroup } from '../schemas/customGroup'
import { customGroupsIn } from '../schemas/customGroupsIn'
import { formatTest, patternTest, readers, readSchemaFile } from '../schemas/reading'
import { verifiedVersion } from '../schemas/versions'

/** What is looked for: everything, only what the checks say, or only what a cluster would refuse. */
export type Scope = 'check' | 'score' | 'validate'

const groups = new Map<string, CustomGroup | undefined>()

/** The sources of a scope. What cannot be read is part of each: nothing else is said about it. */
const sourcesOf: Readonly<Record<Scope, (source: Source) => Source | undefined>> = {
  check: (source) => source,
  validate: (source) => (source.checks ? undefined : source),
  // Of the rules of the schemas, reading a text finds some itself.
  score: (source) =>
    source.decidesAdmission ? undefined : source.checks ? source : { ...source, finders: [] },
}

const readFiles = new WeakMap<SchemaFile, ReturnType<typeof readSchemaFile>>()

/** The schemas in a file, which is read once. */
export function schemasIn(file: SchemaFile, metadata: Schema | undefined): ReturnType<typeof readSchemaFile> {
  const known = readFiles.get(file) ?? readSchemaFile(file.name, file.text, metadata)
  readFiles.set(file, known)
  return known
}

/** The schema of ObjectMeta in a version of Kubernetes. */
export const metadataIn = (version: string): Schema | undefined =>
  catalog.definition(version, 'am:meta.v1.ObjectMeta')

const engines = new Map<Scope, Engine>()

function engineOf(scope: Scope): Engine {
  const known = engines.get(scope)
  if (known) return known
  const made = createEngine({
    sources: sources.flatMap((source) => sourcesOf[scope](source) ?? []),
    schemas: catalog,
    readers: { ...readers, file: (file, metadata) => schemasIn(file, metadata).schemas },
    bundled: {
      kind: (apiVersion, kind) => groups.get(groupOf(apiVersion))?.kind(apiVersion, kind),
      kindsOf: (group) => groups.get(group)?.kinds,
    },
  })
  engines.set(scope, made)
  return made
}

/** The engine, with the bundled custom resources that a text mentions. */
export const engineFor = async (text: string, scope: Scope = 'check'): Promise<Engine> => {
  for (const group of customGroupsIn(text, catalog)) {
    if (groups.has(group)) continue
    const packed = await loadCustomGroup(group)
    groups.set(group, packed && customGroupOf(packed, definition, tests))
  }
  return engineOf(scope)
}

const definition = (name: string) => catalog.definition(verifiedVersion, name)

const tests = { pattern: patternTest, format: (name: string) => formatTest(name, 'kubernetes') }

/** Works out fixes with the engine; its parts are loaded once. */
export const fixerFor: (of: Engine) => Promise<Fixer> = once((of) => createFixer(of))
