import type { Path } from '../../engine/model/path'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Service } from '../../kubernetes/objects'
import type { BackendTarget } from './target'

/** Why a backend of an Ingress reaches nothing. `at`: path of the backend. */
export type BackendProblem =
  | { readonly kind: 'no service' }
  | { readonly kind: 'unknown service'; readonly target: BackendTarget; readonly at: Path }
  | {
      readonly kind: 'unknown port'
      readonly service: KubernetesObject<Service>
      readonly target: BackendTarget
      readonly at: Path
    }
