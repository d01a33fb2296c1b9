import { skip, type Judgement } from '../engine/check'
import { titleOf, type PodBearer } from '../engine/objects'
import type { Relations } from '../engine/relations'
import { newBudget } from './newObjects'

/** The remark on a workload of several replicas whose pods no PodDisruptionBudget covers. */
export function* withoutBudget(
  object: PodBearer,
  replicas: number | undefined,
  relations: Relations,
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
    ...(elsewhere
      ? { unfixable: 'Decide in which namespace both belong: it is one of the two that is wrong.' }
      : Object.keys(object.pod.labels).length === 0
        ? { unfixable: 'The pods have no labels to select them by: give them some first.' }
        : {
            fixes: [
              {
                title: 'Add PodDisruptionBudget',
                safety: 'review',
                note: 'It lets one pod go at a time; a quorum may need more to stay.',
                adds: [newBudget(object)],
              } as const,
            ],
          }),
    ...(elsewhere && {
      related: [
        {
          object: elsewhere,
          at: ['metadata', 'namespace'],
          message: `${titleOf(elsewhere)} selects these labels.`,
        },
      ],
    }),
  }
}
