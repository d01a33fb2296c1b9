import type { ProblemFix, Problem } from '../model/problem'
import type { Settings } from '../model/settings'
import type { KubernetesObject } from '../objects/readObjects'
import type { SchemaCatalog } from '../schema/schema'
import type { SchemaLookup } from '../schema/schemaLookup'
import type { Around, Violation } from '../schema/violation'
import type { Value } from '../yaml/value'
import type { Mended as Remedy } from './check'

/** All that works out fixes, apart from what finds: the first report does not wait for it. */
export type Mends = {
  /** For the remarks of the checks: the module `mend` of each, by the id of the check. */
  readonly checks: Readonly<Record<string, object>>
  /** For what was found while reading. */
  readonly reading: {
    readonly mendsOf: (violation: Violation, around: Around) => readonly ProblemFix[]
    readonly migrations: (
      moving: Moving,
      apiVersions: readonly string[],
    ) => Pick<Problem, 'fixes' | 'unfixable'>
    readonly versioned: (moving: Moving) => readonly ProblemFix[]
  }
  readonly moves?: Moves
}

/** The way of an object to a version that is served, where more changes than its name; undefined where nothing is known. */
export type Moves = (object: KubernetesObject, kubernetesVersion: string) => Remedy | undefined

/** An object that no schema counts for, and what it is moved with. */
export type Moving = {
  readonly object: KubernetesObject
  readonly value: Value
  readonly text: string
  readonly source: SchemaLookup
  readonly catalog: SchemaCatalog
  readonly settings: Settings
  readonly moves?: Moves
}
