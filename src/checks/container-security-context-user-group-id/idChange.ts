import type { Change } from '../../engine/model/change'

/** The fields for the user and the group that a container runs as. */
export type IdField = 'runAsUser' | 'runAsGroup'

export type Ids = { readonly [Field in IdField]: number }

/** IDs to set for containers, and what is known where one replaces another. */
export type IdChange = {
  readonly fields: readonly IdField[]
  readonly ids: Ids
  readonly changes: readonly Change[]
  /** Whether it is the security context of the Pod that changes. */
  readonly isWhole: boolean
  readonly replaced?: number
}
