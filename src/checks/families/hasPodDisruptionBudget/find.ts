import { skip, type Judgement, type Options } from '../../../engine/findings/check'
import { titleOf, type PodBearer } from '../../../engine/objects/readObjects'
import type { Relations } from '../../../engine/objects/relations'
import type * as Mends from './fix'

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
    mend: (by: typeof Mends) => by.covering(object, elsewhere, relations, kubernetesVersion),
  }
}
