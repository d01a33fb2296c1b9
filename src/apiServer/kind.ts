import type { JsonObject } from '../engine/model/json'
import type { Answer } from './answer'

/** How the server treats the objects of one kind. */
export type Kind = {
  /** `apps/v1 Deployment`; several when versions of the API differ in nothing that is checked. */
  readonly of: readonly string[]
  /** Cluster-scoped objects have no namespace. */
  readonly isClusterScoped?: true
  /** Whether metadata is looked at last, and only when nothing else is wrong. Others are checked for it first. */
  readonly isMetadataLast?: true
  /** What `metadata.name` has to be. */
  readonly name: (name: string, minor: number) => string | undefined
  /** The object with the defaults that the server fills in before it validates. */
  readonly complete?: (object: JsonObject, minor: number) => JsonObject
  /** Says what is wrong with a completed object. `metadata` has been looked at by then. */
  readonly validate?: (object: JsonObject, answer: Answer) => void
}
