import type { NetworkPolicy } from '../../kubernetes/objects'

/** The directions of traffic that policies cover, or do not cover. */
export type Directions = { readonly ingress: boolean; readonly egress: boolean }

/** What a policy covers. Without policyTypes it is about ingress, and about egress only if it has egress rules. */
export function directionsOf({ spec }: NetworkPolicy): Directions {
  const types = spec?.policyTypes ?? []
  if (types.length === 0) return { ingress: true, egress: (spec?.egress ?? []).length > 0 }
  return { ingress: types.includes('Ingress'), egress: types.includes('Egress') }
}
