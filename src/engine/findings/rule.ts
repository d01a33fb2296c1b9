import type { Severity } from '../model/finding'
import type { OneRow, Topic } from '../model/report'
import type { Settings } from '../model/settings'
import type { ReadDocument } from '../objects/documentCache'
import type { KubernetesObject } from '../objects/readObjects'
import type { Relations } from '../objects/relations'
import type { SchemaCatalog } from '../schema/schema'
import type { SchemaLookup } from '../schema/schemaLookup'
import type { Mapping } from '../yaml/value'
import type { Outcome } from './diagnostic'
import type { Remedy } from './remedy'
import type { Validity } from './validateObject'

/** What a person can be told about a rule without running it. Its page is `docs.md` in the folder of its id. */
export type Rule = {
  /** Unique among all sources; the name of the rule's folder. */
  readonly id: string
  readonly title: string
  readonly topic: Topic
  /** The severities of its findings, worst first. */
  readonly severities: readonly Severity[]
  /** Off unless a setting or an annotation enables it. */
  readonly optional?: true
  /** There is a fix for at least some of its findings. */
  readonly fixable?: true
  /** Checks that find the same, where they look: then the check speaks, and says that the API server refuses it. */
  readonly sameAs?: readonly SameCheck[]
  /** All that it finds about one container, or about one object, is one row of a list. */
  readonly oneRow?: OneRow
  /** Why no edit can be right, and what to decide, where a finding gives no better reason. */
  readonly unfixable?: string
}

/** `within`: findings are the same when one of their places contains the other, or anywhere in one object. */
export type SameCheck = { readonly check: string; readonly within: 'place' | 'object' }

/** Looks at objects on behalf of one or several rules of its source. */
export type Finder = {
  /**
   * `object`: the answer depends on the object alone, and is kept as long as the text of its document stays the same.
   * `objects`: it depends on other objects too, so it is worked out again after every change.
   */
  readonly reach: 'object' | 'objects'
  readonly applies: (object: KubernetesObject) => boolean
  /** For `object`: what else the answer depends on. It is kept only while this stays the same, defined object. */
  readonly dependsOn?: (subject: Subject) => object | undefined
  readonly find: (subject: Subject) => Outcome
  /** Loads what proposes fixes: the first report does not wait for it. */
  readonly loadFix?: () => Promise<FindRemedies>
}

/** What a finder is given: one object and everything around it. */
export type Subject = {
  readonly object: KubernetesObject
  /** The same object as it is written, with the range of every key and value in the text of its document. */
  readonly value: Mapping
  readonly document: ReadDocument
  /** The text of the document. */
  readonly text: string
  readonly relations: Relations
  readonly schemas: SchemaLookup
  /** The API of all bundled versions; absent in a library without schemas. */
  readonly catalog: SchemaCatalog | undefined
  readonly settings: Settings
  /** The object checked against its schema; worked out once. Absent without schemas. */
  readonly validity: () => Validity | undefined
}

/** The remedy for the nth diagnostic that the finder reports on the subject. */
export type FindRemedies = (subject: Subject) => (nth: number) => Remedy
