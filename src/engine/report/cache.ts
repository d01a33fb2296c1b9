import type { Check } from '../findings/check'
import type { Conclusion } from '../findings/checkFindings'
import type { Mends } from '../findings/fixProviders'
import type { KubernetesObject } from '../objects/readObjects'
import type { Range } from '../model/range'
import { DocumentCache } from '../objects/documentCache'
import { SchemaCache, type SchemaLibrary } from '../schema/schemaLookup'
import type { SchemaFile, Settings } from '../model/settings'
import type { Validity } from '../findings/validateObject'

/** What the engine judges with. What has been read and judged is remembered as long as the library object lives. */
export type Library = SchemaLibrary & {
  readonly checks: readonly Check[]
  /** What works out fixes; without them there are none. */
  readonly mends?: Mends
}

/** What is known of an object from looking at it alone: everything but the checks that look at other objects. */
export type Kept = {
  /** The id that the findings were made for. */
  readonly id: string
  /** Each check that looks at the object, with its conclusion if that depends on the object alone. */
  readonly checks: readonly { readonly check: Check; readonly local?: Conclusion }[]
  readonly nameRange: Range
  /** By the schema that counted for it. */
  validity?: Validity
  /** The findings of the local conclusions, moved to where the document stood last. */
  placed?: {
    readonly offset: number
    readonly document: number
    readonly local: readonly (Conclusion | undefined)[]
  }
}

export type Conclusions = WeakMap<KubernetesObject, Kept>

const memories = new WeakMap<Library, Memory>()

/** The same library with what works out fixes. What has been read is kept, what has been judged is judged again. */
export function withMends(library: Library, mends: Mends): Library {
  const next = { ...library, mends }
  memories.set(next, new Memory(next, memoryOf(library)))
  return next
}

/** What is remembered for a library. */
export function memoryOf(library: Library): Memory {
  const memory = memories.get(library) ?? new Memory(library)
  memories.set(library, memory)
  return memory
}

export class Memory {
  readonly documents: DocumentCache
  readonly shelf: SchemaCache
  private kept: Conclusions = new WeakMap()
  private settings = ''
  private schemaFiles: readonly SchemaFile[] = []

  /** `known`: what was read for a library with the same schemas. */
  constructor(library: Library, known?: Memory) {
    this.documents = known?.documents ?? new DocumentCache()
    this.shelf = known?.shelf ?? new SchemaCache(library)
  }

  /** What was concluded under these settings; under others it is forgotten. */
  conclusions(settings: Settings): Conclusions {
    const { schemaFiles, ...rest } = settings
    const written = JSON.stringify(rest)
    if (written !== this.settings || !areSame(schemaFiles, this.schemaFiles)) this.kept = new WeakMap()
    this.settings = written
    this.schemaFiles = schemaFiles
    return this.kept
  }
}

const areSame = (left: readonly SchemaFile[], right: readonly SchemaFile[]): boolean =>
  left.length === right.length &&
  left.every(({ name, text }, index) => name === right[index]?.name && text === right[index]?.text)
