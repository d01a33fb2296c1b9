import type { Mended } from '../../../engine/findings/check'
import type { PodBearer } from '../../../engine/objects/readObjects'
import type { LabelSelector } from '../../../kubernetes/objects'
import { ensurePodLabels } from '../../facts/ensurePodLabels'
import { selectorData } from '../../facts/podSelector'

/** One more term beside those that stand there already. */
export const differentNodes = (object: PodBearer): Mended => ensurePodLabels(object, preferring)

const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'

function preferring(object: PodBearer, selector: LabelSelector): Mended {
  const labelSelector = selectorData(selector)
  return {
    fixes: [
      {
        title: 'Prefer different nodes',
        safety: 'review',
        note: 'It is a wish: with too few nodes the pods still run together. To change the template restarts them.',
        changes: [
          {
            kind: 'append',
            path: [...object.pod.path, 'spec', 'affinity', 'podAntiAffinity', preferred],
            value: { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector } },
          },
        ],
      },
    ],
  }
}
