import { checks } from '../../checks'
import type { Target } from '../../engine/findings/check'

/** A check as the outputs of kube-score describe it. */
export type CatalogEntry = {
  readonly id: string
  /** kube-score's name, by which readers of its output know the check. */
  readonly name: string
  /** A kind, `Pod` for everything that has a Pod template, or `all`. */
  readonly target: string
  /** What it is about, in our words: the title of its page. */
  readonly comment: string
  readonly optional: boolean
}

/** The names of kube-score, whose ids are the same in small letters with dashes. */
const names = `
Deployment Strategy
Deployment Replicas
Ingress targets Service
CronJob has deadline
CronJob RestartPolicy
Container Resources
Container Resource Requests Equal Limits
Container CPU Requests Equal Limits
Container Memory Requests Equal Limits
Container Image Tag
Container Image Pull Policy
Container Ephemeral Storage Request and Limit
Container Ephemeral Storage Request Equals Limit
Container Ports Check
Environment Variable Key Duplication
StatefulSet has PodDisruptionBudget
Deployment has PodDisruptionBudget
PodDisruptionBudget has policy
Pod NetworkPolicy
NetworkPolicy targets Pod
Pod Probes
Pod Probes Identical
Container Security Context User Group ID
Container Security Context Privileged
Container Security Context ReadOnlyRootFilesystem
Container Seccomp Profile
Service Targets Pod
Service Type
Stable version
Deployment has host PodAntiAffinity
StatefulSet has host PodAntiAffinity
Deployment targeted by HPA does not have replicas configured
StatefulSet has ServiceName
Deployment Pod Selector labels match template metadata labels
StatefulSet Pod Selector labels match template metadata labels
Label values
HorizontalPodAutoscaler has target
HorizontalPodAutoscaler Replicas
Pod Topology Spread Constraints
`

const nameOf = new Map(
  names
    .trim()
    .split('\n')
    .map((name) => [name.toLowerCase().replaceAll(' ', '-'), name]),
)

const targetOf = (on: Target): string => {
  if (on === 'any') return 'all'
  return on === 'pod' ? 'Pod' : on
}

const catalog = new Map(
  checks.map(({ id, title, on, optional = false }): readonly [string, CatalogEntry] => [
    id,
    { id, name: nameOf.get(id) ?? title, target: targetOf(on), comment: title, optional },
  ]),
)

/** The description of a check by its id. */
export const checkById = (id: string): CatalogEntry =>
  catalog.get(id) ?? { id, name: id, target: 'all', comment: id, optional: false }
