import { skip, type Judgement } from '../../../engine/findings/check'
import { titleOf, type PodBearer } from '../../../engine/objects/readObjects'
import { matches, selectorFault } from '../../../kubernetes/labelSelector'
import type * as Mends from './fix'

/** Node labels that name a machine or something larger. */
const topologyKeys = [
  'kubernetes.io/hostname',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
]

/** The remark on a workload of several replicas that may all run on one node. */
export function* withoutAntiAffinity(object: PodBearer, replicas: number | undefined): Judgement {
  if (replicas !== undefined && replicas < 2) return skip('It has fewer than two replicas.')
  const { path, spec, labels } = object.pod
  const antiAffinity = spec.affinity?.podAntiAffinity
  const terms = [
    ...(antiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
      (term) => term.podAffinityTerm,
    ),
    ...(antiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
  ]
  const apart = terms.some((term) => {
    const { topologyKey = '', labelSelector } = term ?? {}
    const valid = topologyKeys.includes(topologyKey) && labelSelector && !selectorFault(labelSelector)
    return valid && matches(labelSelector, labels)
  })
  if (apart) return
  yield {
    severity: 'warning',
    at: [...path, 'spec', 'affinity'],
    subject: '',
    message: `${titleOf(object)} does not keep its pods on different nodes.`,
    advice: 'The scheduler may put all replicas on one node, and its failure takes them all.',
    mend: (by: typeof Mends) => by.differentNodes(object),
  }
}
