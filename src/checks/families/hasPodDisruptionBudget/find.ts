import { mayBeElsewhere, skip, type CheckRun } from '../../../engine/findings/check'
import { titleOf, type PodBearer, type KubernetesObject } from '../../../engine/objects/readObjects'
import type { Relations } from '../../../engine/objects/relations'
import type { Deployment, StatefulSet, PodDisruptionBudget } from '../../../kubernetes/objects'

/** Reports a workload of several replicas whose Pods no PodDisruptionBudget covers. */
export function* withoutBudget(
  object: PodBearer<Deployment | StatefulSet>,
  relations: Relations,
): CheckRun<BudgetElsewhere> {
  const replicas = object.data.spec?.replicas
  if (replicas !== undefined && replicas < 2) return skip('It has fewer than two replicas.')
  if (relations.budgetFor(object)) return
  const elsewhere = relations.budgetInAnyNamespace(object)
  const namespace = (name: string) => (name ? `namespace ${name}` : 'no namespace')
  yield {
    severity: 'critical',
    at: [...object.pod.path, 'metadata', 'labels'],
    subject: '',
    message: elsewhere
      ? `${titleOf(elsewhere)} matches the Pods of ${titleOf(object)}, but is in ${namespace(elsewhere.namespace)} instead of ${namespace(object.namespace)}.`
      : `No PodDisruptionBudget selects the Pods of ${titleOf(object)}.`,
    title: elsewhere
      ? 'The PodDisruptionBudget is in another namespace'
      : 'No PodDisruptionBudget selects these Pods',
    ...(!elsewhere && mayBeElsewhere),
    advice: 'When nodes are drained for an upgrade, all its Pods may be evicted at the same time.',
    ...(elsewhere && {
      related: [
        {
          object: elsewhere,
          at: ['metadata', 'namespace'],
          message: `${titleOf(elsewhere)} selects these labels.`,
        },
      ],
    }),
    data: { elsewhere },
  }
  return
}

/** `elsewhere`: a budget that would cover the Pods if it were in their namespace. */
export type BudgetElsewhere = { readonly elsewhere: KubernetesObject<PodDisruptionBudget> | undefined }
