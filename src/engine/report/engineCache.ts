import type { CheckResult } from '../findings/checkResult'
import type { Validity } from '../findings/validateObject'
import type { Finding } from '../model/finding'
import type { Range } from '../model/range'
import type { SchemaFile, Settings } from '../model/settings'
import type { DocumentCache } from '../objects/documentCache'
import type { KubernetesObject } from '../objects/readObjects'
import { SchemaCache, type SchemaLibrary } from '../schema/schemaLookup'
import type { CheckFinder, LibraryFinder } from './library'

/** What is worked out about an object from looking at it alone: everything but what depends on other objects. */
export type ObjectCache = {
  /** The id that the findings were made for. */
  readonly id: string
  readonly nameRange: Range
  /** The finders that apply to it. */
  readonly checks: readonly CheckFinder[]
  readonly finders: readonly LibraryFinder[]
  /** Whether the rules of the API server know its kind. */
  readonly hasServerRules: boolean
  /** By index of the finder; ranges are relative to the document. */
  readonly findings: Map<number, CachedFindings>
  /** By the schema that counted for it. */
  validity?: Validity
  /** For each of `checks` its result, relative to the document; undefined for those that look at several objects. */
  results?: CheckResults
  /** The same where the document was last. */
  shifted?: {
    readonly offset: number
    readonly documentIndex: number
    readonly results: CheckResults
  }
}

export type CheckResults = readonly (CheckResult | undefined)[]

/** `dependsOn`: what the finder said its answer depends on. */
type CachedFindings = {
  readonly dependsOn: object | undefined
  readonly findings: readonly RankedFinding[]
}

export type RankedFinding = {
  readonly finding: Finding
  readonly precedence: 1 | 2 | 3 | undefined
}

/** Everything an engine remembers from one text to the next. */
export class EngineCache {
  readonly schemas: SchemaCache
  private objects = new WeakMap<KubernetesObject, ObjectCache>()
  private settings = ''
  private schemaFiles: readonly SchemaFile[] = []

  constructor(
    library: SchemaLibrary,
    readonly documents: DocumentCache,
  ) {
    this.schemas = new SchemaCache(library)
  }

  /** What is remembered of objects under these settings; under others it is forgotten. */
  objectsFor(settings: Settings): WeakMap<KubernetesObject, ObjectCache> {
    const { schemaFiles, ...rest } = settings
    const key = JSON.stringify(rest)
    if (key !== this.settings || !areSame(schemaFiles, this.schemaFiles)) this.objects = new WeakMap()
    this.settings = key
    this.schemaFiles = schemaFiles
    return this.objects
  }
}

const areSame = (left: readonly SchemaFile[], right: readonly SchemaFile[]): boolean =>
  left.length === right.length &&
  left.every(({ name, text }, index) => name === right[index]?.name && text === right[index]?.text)
