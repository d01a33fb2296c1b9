import type { Mended, Proposal } from '../../../engine/findings/check'
import { titleOf, type KubernetesObject, type PodBearer } from '../../../engine/objects/readObjects'
import type { Relations } from '../../../engine/objects/relations'
import type { LabelSelector, PodDisruptionBudget } from '../../../kubernetes/objects'
import { isAtLeast } from '../../../kubernetes/version'
import { ensurePodLabels } from '../../facts/ensurePodLabels'
import { freeName, newBudget, unnamed } from '../../facts/newObjects'
import { selectorData } from '../../facts/podSelector'

/** A budget for the pods of an object: one that is `elsewhere`, one that covers nothing so far, or a new one. */
export const covering = (
  object: PodBearer,
  elsewhere: KubernetesObject<PodDisruptionBudget> | undefined,
  relations: Relations,
  kubernetesVersion: string,
): Mended =>
  ensurePodLabels(object, (labelled, selector) =>
    covered(labelled, selector, elsewhere, relations, isAtLeast(kubernetesVersion, '1.27')),
  )

function covered(
  object: PodBearer,
  selector: LabelSelector,
  elsewhere: KubernetesObject<PodDisruptionBudget> | undefined,
  relations: Relations,
  evictsBroken: boolean,
): Mended {
  const moved = elsewhere && move(elsewhere, object, relations)
  const idle = relations.named(object.namespace, object.name).find((other) => isIdle(other, relations))
  const pointed: Proposal | undefined = idle && {
    title: `Let PodDisruptionBudget select ${titleOf(object)}`,
    safety: 'review',
    note: `${titleOf(idle)} has the name of ${titleOf(object)} and covers no pod of this text. Look whether it was meant for these.`,
    changes: [{ object: idle, kind: 'set', path: ['spec', 'selector'], value: selectorData(selector) }],
  }
  const name = object.name && freeName(object.name, 'PodDisruptionBudget', object, relations)
  const added: Proposal | undefined = name
    ? {
        title: 'Add PodDisruptionBudget',
        safety: 'review',
        note: 'One pod at a time may then be evicted. Allow more where many replicas make a drain slow.',
        adds: [newBudget(name, object, selector, evictsBroken)],
      }
    : undefined
  const fixes = [moved, pointed, added].filter((fix) => fix !== undefined)
  return fixes.length > 0 ? { fixes } : { unfixable: unnamed }
}

/** A budget that covers nothing where it stands can move to the pods it fits. */
function move(
  budget: KubernetesObject<PodDisruptionBudget>,
  { namespace, ...object }: PodBearer,
  relations: Relations,
): Proposal | undefined {
  const isTaken = relations.named(namespace, budget.name).some(({ kind }) => kind === budget.kind)
  if (isTaken || !isIdle(budget, relations)) return undefined
  const path = ['metadata', 'namespace']
  return {
    title: namespace
      ? `Move PodDisruptionBudget to namespace ${namespace}`
      : 'Remove namespace of PodDisruptionBudget',
    safety: 'review',
    note: `Look whether ${titleOf(budget)} was meant for ${object.kind} ${object.name}: a budget covers only pods of its own namespace.`,
    changes: [
      namespace
        ? { object: budget, kind: 'set', path, value: namespace }
        : { object: budget, kind: 'remove', path },
    ],
  }
}

/** Whether an object is a budget that covers no pod of the text. */
function isIdle(object: KubernetesObject, relations: Relations): boolean {
  if (object.kind !== 'PodDisruptionBudget') return false
  const { selector } = (object.data as PodDisruptionBudget).spec ?? {}
  return !selector || !relations.podSelectedBy(object.namespace, selector)
}
