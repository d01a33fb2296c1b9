import type { JsonObject } from '../engine/model/json'
import type { Answer } from './answer'

/** How the server treats the objects of one kind. */
export type Kind = {
  /** `apps/v1 Deployment`; several when versions of the API differ in nothing that is checked. */
  readonly of: readonly string[]
  /** Cluster-scoped objects have no namespace. */
  readonly isClusterScoped?: true
  /** Whether metadata is checked last, and only when nothing else is wrong. For other kinds it is checked first. */
  readonly isMetadataLast?: true
  /** What is wrong with a `metadata.name`, as the end of a sentence; undefined when nothing is. */
  readonly name: (name: string, minor: number) => string | undefined
  /** The object with the defaults that the server fills in before it validates. */
  readonly complete?: (object: JsonObject, minor: number) => JsonObject
  /** Reports what is wrong with a completed object, except for its metadata. */
  readonly validate?: (object: JsonObject, answer: Answer) => void
}
