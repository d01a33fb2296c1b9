import type { Fix } from '../../../engine/findings/check'
import type { Proposal, Remedy } from '../../../engine/findings/remedy'
import { isOfKind, titleOf, type KubernetesObject, type PodBearer } from '../../../engine/objects/readObjects'
import type { Relations } from '../../../engine/objects/relations'
import type { LabelSelector, PodDisruptionBudget } from '../../../kubernetes/objects'
import { isAtLeast } from '../../../kubernetes/version'
import { ensurePodLabels } from '../../facts/ensurePodLabels'
import { freeName, newBudget, unnamed } from '../../facts/newObjects'
import { selectorData } from '../../facts/podSelector'
import type { BudgetElsewhere } from './find'

/** A budget for the Pods: one from another namespace, one that covers nothing so far, or a new one. */
const fix: Fix<'pod', BudgetElsewhere> = ({ data }, { object, relations, options }) =>
  ensurePodLabels(object, (labelled, selector) =>
    coverPods(labelled, selector, data, relations, isAtLeast(options.kubernetesVersion, '1.27')),
  )

export default fix

function coverPods(
  object: PodBearer,
  selector: LabelSelector,
  { elsewhere }: BudgetElsewhere,
  relations: Relations,
  evictsUnhealthy: boolean,
): Remedy {
  const relocated = elsewhere && relocate(elsewhere, object, relations)
  const idle = relations.named(object.namespace, object.name).find((other) => isIdle(other, relations))
  const retargeted: Proposal | undefined = idle && {
    title: `Select the Pods of ${titleOf(object)}`,
    safety: 'review',
    note: `${titleOf(idle)} has the same name and covers no Pod of this text. Check that it was meant for these.`,
    changes: [{ object: idle, kind: 'set', path: ['spec', 'selector'], value: selectorData(selector) }],
  }
  const name = object.name && freeName(object.name, 'PodDisruptionBudget', object, relations)
  const added: Proposal | undefined = name
    ? {
        title: 'Add a PodDisruptionBudget',
        safety: 'review',
        note: 'It allows one Pod to be evicted at a time. Allow more where many replicas would make a drain slow.',
        adds: [newBudget(name, object, selector, evictsUnhealthy)],
      }
    : undefined
  const fixes = [relocated, retargeted, added].filter((one) => one !== undefined)
  return fixes.length > 0 ? { fixes } : { unfixable: unnamed }
}

/** A budget that covers nothing in its own namespace can go to that of the Pods it matches. */
function relocate(
  budget: KubernetesObject<PodDisruptionBudget>,
  { namespace, ...object }: PodBearer,
  relations: Relations,
): Proposal | undefined {
  const isTaken = relations.named(namespace, budget.name).some(({ kind }) => kind === budget.kind)
  if (isTaken || !isIdle(budget, relations)) return undefined
  const path = ['metadata', 'namespace']
  return {
    title: namespace
      ? `Set namespace of the PodDisruptionBudget to ${namespace}`
      : 'Remove namespace of the PodDisruptionBudget',
    safety: 'review',
    note: `Check that ${titleOf(budget)} was meant for ${object.kind} ${object.name}: a budget covers only Pods of its own namespace.`,
    changes: [
      namespace
        ? { object: budget, kind: 'set', path, value: namespace }
        : { object: budget, kind: 'remove', path },
    ],
  }
}

/** Whether an object is a budget that covers no Pod of the text. */
function isIdle(object: KubernetesObject, relations: Relations): boolean {
  if (!isOfKind(object, 'PodDisruptionBudget')) return false
  const { selector } = object.data.spec ?? {}
  return !selector || !relations.podSelectedBy(object.namespace, selector)
}
