import type { Mended, Proposal } from '../../engine/findings/check'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { TopologySpreadConstraint } from '../../kubernetes/objects'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { selectorData } from '../facts/podSelector'
import { setField } from '../facts/setField'
import type { Path } from '../../engine/model/path'

/** A value for the field that keeps a constraint from working. */
export function working(
  object: PodBearer,
  { whenUnsatisfiable = '' }: TopologySpreadConstraint,
  path: Path,
  field: keyof TopologySpreadConstraint,
): Mended {
  const set = (title: string, value: string | number, note?: string): Proposal =>
    setField(title, [...path, field], value, note)
  switch (field) {
    case 'labelSelector': {
      const note =
        'From now on the constraint counts. With DoNotSchedule, pods wait when a zone has no room for them.'
      return ensurePodLabels(object, (_, selector) => ({
        fixes: [setField('Select its own pods', [...path, field], selectorData(selector), note)],
      }))
    }
    case 'maxSkew':
      return {
        fixes: [
          set('Set maxSkew to 1', 1, 'The strictest: all places hold the same number of pods, but for one.'),
        ],
      }
    case 'minDomains':
      return {
        fixes: [
          {
            title: 'Remove minDomains',
            safety: 'safe',
            changes: [{ kind: 'remove', path: [...path, field] }],
          },
        ],
      }
    case 'topologyKey': {
      const note = 'Look whether the nodes carry this label: those without it are left out.'
      return {
        fixes: [
          set('Spread over zones', 'topology.kubernetes.io/zone', note),
          set('Spread over nodes', 'kubernetes.io/hostname', note),
        ],
      }
    }
    case 'whenUnsatisfiable': {
      const written = policies.find((policy) => policy.toLowerCase() === whenUnsatisfiable.toLowerCase())
      if (written) return { fixes: [set(`Set to ${written}`, written)] }
      return {
        fixes: [
          set(
            'Set to ScheduleAnyway',
            'ScheduleAnyway',
            'The constraint is then a wish: pods run even where it is not met.',
          ),
          set(
            'Set to DoNotSchedule',
            'DoNotSchedule',
            'The constraint is then a condition: pods wait while it cannot be met.',
          ),
        ],
      }
    }
  }
}

const policies = ['DoNotSchedule', 'ScheduleAnyway']
