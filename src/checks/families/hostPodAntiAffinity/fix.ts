import type { Fix } from '../../../engine/findings/check'
import { ensurePodLabels } from '../../facts/ensurePodLabels'
import { selectorData } from '../../facts/podSelector'

const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'

/** Adds a preferred term beside those that are there. */
const fix: Fix<'pod'> = (_, { object }) =>
  ensurePodLabels(object, ({ pod }, selector) => ({
    fixes: [
      {
        title: 'Prefer different nodes',
        safety: 'review',
        note: 'It is only a preference: with too few nodes, Pods still share one. Changing the template replaces the running Pods.',
        changes: [
          {
            kind: 'append',
            path: [...pod.path, 'spec', 'affinity', 'podAntiAffinity', preferred],
            value: {
              weight: 100,
              podAffinityTerm: {
                topologyKey: 'kubernetes.io/hostname',
                labelSelector: selectorData(selector),
              },
            },
          },
        ],
      },
    ],
  }))

export default fix
