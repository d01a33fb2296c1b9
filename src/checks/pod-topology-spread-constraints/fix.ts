import type { Fix } from '../../engine/findings/check'
import type { Proposal } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import type { TopologySpreadConstraint } from '../../kubernetes/objects'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { selectorData } from '../facts/podSelector'
import { setField } from '../facts/setField'

/** `at`: path of the constraint. `field`: the one that keeps it from working. */
type BrokenConstraint = {
  readonly constraint: TopologySpreadConstraint
  readonly at: Path
  readonly field: keyof TopologySpreadConstraint
}

const policies = ['DoNotSchedule', 'ScheduleAnyway']

const fix: Fix<'pod', BrokenConstraint> = ({ data: { constraint, at, field } }, { object }) => {
  const path = [...at, field]
  const set = (title: string, value: string | number, note?: string): Proposal =>
    setField(title, path, value, note)
  switch (field) {
    case 'labelSelector': {
      const note =
        'The constraint takes effect from now on. With DoNotSchedule, Pods stay pending when a zone has no room for them.'
      return ensurePodLabels(object, (_, selector) => ({
        fixes: [setField('Select its own Pods', path, selectorData(selector), note)],
      }))
    }
    case 'maxSkew':
      return {
        fixes: [
          set('Set maxSkew to 1', 1, 'The strictest value: the numbers of Pods differ by one at most.'),
        ],
      }
    case 'minDomains':
      return {
        fixes: [{ title: 'Remove minDomains', safety: 'safe', changes: [{ kind: 'remove', path }] }],
      }
    case 'topologyKey': {
      const note = 'Check that the nodes have this label: nodes without it are left out.'
      return {
        fixes: [
          set('Spread across zones', 'topology.kubernetes.io/zone', note),
          set('Spread across nodes', 'kubernetes.io/hostname', note),
        ],
      }
    }
    case 'whenUnsatisfiable': {
      const { whenUnsatisfiable = '' } = constraint
      const meant = policies.find((policy) => policy.toLowerCase() === whenUnsatisfiable.toLowerCase())
      if (meant) return { fixes: [set(`Set to ${meant}`, meant)] }
      return {
        fixes: [
          set(
            'Set to ScheduleAnyway',
            'ScheduleAnyway',
            'The constraint is only a preference: Pods run even where it is not met.',
          ),
          set(
            'Set to DoNotSchedule',
            'DoNotSchedule',
            'The constraint is a requirement: Pods stay pending while it cannot be met.',
          ),
        ],
      }
    }
  }
}

export default fix
