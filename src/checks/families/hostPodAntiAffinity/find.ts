import { skip, type CheckRun } from '../../../engine/findings/check'
import { titleOf, type PodBearer } from '../../../engine/objects/readObjects'
import { matches, selectorError } from '../../../kubernetes/labelSelector'
import type { Deployment, StatefulSet } from '../../../kubernetes/objects'

/** Node labels that name a machine or something larger. */
const topologyKeys = [
  'kubernetes.io/hostname',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
]

/** Reports a workload of several replicas that may all run on one node. */
export function* withoutAntiAffinity(object: PodBearer<Deployment | StatefulSet>): CheckRun {
  const replicas = object.data.spec?.replicas
  if (replicas !== undefined && replicas < 2) return skip('It has fewer than two replicas.')
  const { path, spec, labels } = object.pod
  const antiAffinity = spec.affinity?.podAntiAffinity
  const terms = [
    ...(antiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
      (term) => term.podAffinityTerm,
    ),
    ...(antiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
  ]
  const isSpread = terms.some((term) => {
    const { topologyKey = '', labelSelector } = term ?? {}
    const isUsable = topologyKeys.includes(topologyKey) && labelSelector && !selectorError(labelSelector)
    return isUsable && matches(labelSelector, labels)
  })
  if (isSpread) return
  yield {
    severity: 'warning',
    at: [...path, 'spec', 'affinity'],
    subject: '',
    message: `${titleOf(object)} has no Pod anti-affinity for different nodes.`,
    title: 'No Pod anti-affinity for different nodes',
    advice: 'The scheduler may place all replicas on one node; when it fails, all of them are gone.',
  }
  return
}
