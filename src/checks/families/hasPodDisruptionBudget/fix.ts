import type { Fix } from '../../../engine/findings/check'
import { review, risky, type Proposal, type Remedy } from '../../../engine/findings/remedy'
import { selectorText } from '../../../engine/objects/labelSelectors'
import { isOfKind, titleOf, type KubernetesObject, type PodBearer } from '../../../engine/objects/readObjects'
import type { Relations } from '../../../engine/objects/relations'
import type { Deployment, PodDisruptionBudget, StatefulSet } from '../../../kubernetes/objects'
import type { LabelSelector } from '../../../kubernetes/pods'
import { isAtLeast } from '../../../kubernetes/version'
import { ensurePodLabels } from '../../facts/ensurePodLabels'
import { isMisspelt } from '../../facts/guessSelector'
import { newBudget, unnamed } from '../../facts/newObjects'
import { freeName } from '../../facts/objectNames'
import { selectorData } from '../../facts/podSelector'
import type { BudgetElsewhere } from './find'

/** A budget for the Pods: one from another namespace, one that covers nothing so far, or a new one. */
const fix: Fix<'pod', BudgetElsewhere> = ({ data }, { object, relations, options }) =>
  ensurePodLabels(object, (labelled, selector) =>
    coverPods(labelled, selector, data, relations, isAtLeast(options.kubernetesVersion, '1.27')),
  )

export default fix

function coverPods(
  object: PodBearer<Deployment | StatefulSet>,
  selector: LabelSelector,
  { elsewhere }: BudgetElsewhere,
  relations: Relations,
  evictsUnhealthy: boolean,
): Remedy {
  const name = object.name && freeName(object.name, 'PodDisruptionBudget', object, relations)
  const added: Proposal | undefined = name
    ? {
        title: 'Add a PodDisruptionBudget',
        ...review(noteOf(object, relations)),
        adds: [newBudget(name, object, selector, evictsUnhealthy)],
      }
    : undefined
  const idle = relations.named(object.namespace, object.name).find((other) => isIdle(other, relations))
  const retargeted = idle && retarget(idle, object, selector)
  const relocated = elsewhere && relocate(elsewhere, object, relations)
  const fixes = [retargeted, added, relocated].filter((one) => one !== undefined)
  return fixes.length > 0 ? { fixes } : { unfixable: unnamed }
}

/** What could go wrong with a new budget: nothing is blocked by it where there is only one Pod. */
function noteOf(
  { name, namespace, data }: PodBearer<Deployment | StatefulSet>,
  relations: Relations,
): string {
  const isScaled = relations.autoscalersOf(namespace, name).length > 0
  return data.spec?.replicas === undefined && !isScaled
    ? 'It allows one Pod to be evicted at a time. With one replica, the default, it never blocks a drain and protects nothing: set replicas too.'
    : 'It allows one Pod to be evicted at a time. Allow more where many replicas would make a drain slow.'
}

/** Makes a budget that covers nothing select the Pods. */
function retarget(
  budget: KubernetesObject<PodDisruptionBudget>,
  object: PodBearer,
  selector: LabelSelector,
): Proposal {
  const { selector: written } = budget.data.spec ?? {}
  const assessment =
    !written || isMisspelt(written, object)
      ? review(
          `${titleOf(budget)} has the same name and covers no Pod of this text. Check that it was meant for these.`,
        )
      : risky(
          `The selector ${selectorText(written)} is lost: Pods outside this text that it matches are no longer covered.`,
        )
  return {
    title: `Select the Pods of ${titleOf(object)}`,
    ...assessment,
    changes: [{ object: budget, kind: 'set', path: ['spec', 'selector'], value: selectorData(selector) }],
  }
}

/** A budget that covers nothing in its own namespace can go to that of the Pods it matches. */
function relocate(
  budget: KubernetesObject<PodDisruptionBudget>,
  { namespace }: PodBearer,
  relations: Relations,
): Proposal | undefined {
  const isTaken = relations.named(namespace, budget.name).some(({ kind }) => kind === budget.kind)
  if (isTaken || !isIdle(budget, relations)) return undefined
  const path = ['metadata', 'namespace']
  return {
    title: namespace
      ? `Set namespace of the PodDisruptionBudget to ${namespace}`
      : 'Remove namespace of the PodDisruptionBudget',
    ...risky(
      `A budget covers only Pods of its own namespace: ${budget.namespace ? `those in namespace ${budget.namespace}` : 'those of the namespace that it is applied to now'}, here or elsewhere, lose it.`,
    ),
    changes: [
      namespace
        ? { object: budget, kind: 'set', path, value: namespace }
        : { object: budget, kind: 'remove', path },
    ],
  }
}

/** Whether an object is a budget that covers no Pod of the text. */
function isIdle(
  object: KubernetesObject,
  relations: Relations,
): object is KubernetesObject<PodDisruptionBudget> {
  if (!isOfKind(object, 'PodDisruptionBudget')) return false
  const { selector } = object.data.spec ?? {}
  return !selector || !relations.podSelectedBy(object.namespace, selector)
}
