import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Service } from '../../kubernetes/objects'

/** The probe that a Pod lacks. `service`: the first that selects the Pods. */
export type MissingProbe =
  | { readonly missing: 'readiness'; readonly service: KubernetesObject<Service> }
  | { readonly missing: 'liveness' }
