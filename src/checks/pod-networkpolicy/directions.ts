import type { PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { NetworkPolicy } from '../../kubernetes/objects'

/** The directions of traffic that policies cover, or do not cover. */
export type Directions = { readonly ingress: boolean; readonly egress: boolean }

/** The directions that no policy covers for the Pods of an object. */
export function uncovered(object: PodBearer, relations: Relations): Directions {
  let [ingress, egress] = [false, false]
  for (const policy of relations.policiesFor(object)) {
    const covered = directionsOf(policy.data)
    ingress ||= covered.ingress
    egress ||= covered.egress
    if (ingress && egress) break
  }
  return { ingress: !ingress, egress: !egress }
}

/** What a policy covers. Without policyTypes it is about ingress, and about egress only if it has egress rules. */
export function directionsOf({ spec }: NetworkPolicy): Directions {
  const types = spec?.policyTypes ?? []
  if (types.length === 0) return { ingress: true, egress: (spec?.egress ?? []).length > 0 }
  return { ingress: types.includes('Ingress'), egress: types.includes('Egress') }
}
