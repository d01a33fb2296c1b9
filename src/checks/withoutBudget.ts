import { skip, type Judgement, type Options, type Proposal, type Remark } from '../engine/check'
import { titleOf, type KubernetesObject, type PodBearer } from '../engine/objects'
import type { Relations } from '../engine/relations'
import type { PodDisruptionBudget } from '../kubernetes/objects'
import { isAtLeast } from '../kubernetes/version'
import { withLabels } from './givenLabels'
import { freeName, newBudget, unnamed } from './newObjects'
import { ownSelector, selectorData, unlabelled } from './ownPods'

/** The remark on a workload of several replicas whose pods no PodDisruptionBudget covers. */
export function* withoutBudget(
  object: PodBearer,
  replicas: number | undefined,
  relations: Relations,
  { kubernetesVersion }: Options,
): Judgement {
  if (replicas !== undefined && replicas < 2) return skip('It has fewer than two replicas.')
  if (relations.budgetFor(object)) return
  const elsewhere = relations.budgetElsewhere(object)
  const namespace = (name: string) => (name ? `namespace ${name}` : 'no namespace')
  yield {
    severity: 'critical',
    at: [...object.pod.path, 'metadata', 'labels'],
    subject: '',
    message: elsewhere
      ? `${titleOf(elsewhere)} fits the pods of ${titleOf(object)}, but is in ${namespace(elsewhere.namespace)} instead of ${namespace(object.namespace)}.`
      : `No PodDisruptionBudget selects the pods of ${titleOf(object)}.`,
    advice: 'When nodes are drained for an upgrade, all its pods may be evicted at the same time.',
    ...(elsewhere && {
      related: [
        {
          object: elsewhere,
          at: ['metadata', 'namespace'],
          message: `${titleOf(elsewhere)} selects these labels.`,
        },
      ],
    }),
    ...withLabels(object, (labelled) =>
      mend(labelled, elsewhere, relations, isAtLeast(kubernetesVersion, '1.27')),
    ),
  }
}

function mend(
  object: PodBearer,
  elsewhere: KubernetesObject<PodDisruptionBudget> | undefined,
  relations: Relations,
  evictsBroken: boolean,
): Pick<Remark, 'fixes' | 'unfixable'> {
  const selector = ownSelector(object)
  if (!selector) return { unfixable: unlabelled }
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
