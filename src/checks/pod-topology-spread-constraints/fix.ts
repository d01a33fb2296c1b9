import type { Fix } from '../../engine/findings/check'
import { proposal, risky, safe, type Assessment, type Proposal } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import type { TopologySpreadConstraint } from '../../kubernetes/pods'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { selectorData } from '../facts/podSelector'
import { setField } from '../facts/setField'

/** `at`: path of the constraint. `field`: the one that keeps it from working. */
type BrokenConstraint = {
  readonly constraint: TopologySpreadConstraint
  readonly at: Path
  readonly field: keyof TopologySpreadConstraint
}

const mayBePending = 'Pods may stay pending'

const policies = ['DoNotSchedule', 'ScheduleAnyway']

const fix: Fix<'pod', BrokenConstraint> = ({ data: { constraint, at, field } }, { object }) => {
  const path = [...at, field]
  const set = (title: string, value: string | number, assessment: Assessment | string): Proposal =>
    setField(title, path, value, assessment)
  const guess = (what: string, one: Proposal): Proposal => ({ ...one, placeholders: [{ what, path }] })
  const isRequired = constraint.whenUnsatisfiable === 'DoNotSchedule'
  switch (field) {
    case 'labelSelector': {
      const note = isRequired
        ? 'The constraint takes effect from now on: Pods stay pending while it cannot be met.'
        : 'The constraint takes effect from now on, as a preference: Pods also run where it is not met.'
      return ensurePodLabels(object, (_, selector) => ({
        fixes: [
          {
            ...setField('Select its own Pods', path, selectorData(selector), note),
            ...(isRequired && { effect: mayBePending }),
          },
        ],
      }))
    }
    case 'maxSkew':
      return {
        fixes: [
          guess(
            'maxSkew of the spread constraint',
            set(
              'Set maxSkew to 1',
              1,
              'The strictest value: the numbers of Pods differ by one at most. A higher one leaves more Pods running when a zone is full.',
            ),
          ),
        ],
      }
    case 'minDomains':
      return {
        fixes: [
          // The API refuses minDomains with any other policy.
          ...(isRequired
            ? [
                set(
                  'Set minDomains to 1',
                  1,
                  safe('1 is what the API uses without the field, and the least that it accepts.'),
                ),
              ]
            : []),
          proposal(
            'Remove minDomains',
            risky('The minDomains of 0 is lost: the API then uses 1. Check that no other number was meant.'),
            { kind: 'remove', path },
          ),
        ],
      }
    case 'topologyKey': {
      const note = 'Check that the nodes have this label: nodes without it are left out.'
      const what = 'topologyKey of the spread constraint'
      return {
        fixes: [
          guess(what, set('Spread across zones', 'topology.kubernetes.io/zone', note)),
          guess(what, set('Spread across nodes', 'kubernetes.io/hostname', note)),
        ],
      }
    }
    case 'whenUnsatisfiable': {
      const { whenUnsatisfiable = '' } = constraint
      const meant = policies.find((policy) => policy.toLowerCase() === whenUnsatisfiable.toLowerCase())
      if (meant)
        return { fixes: [set(`Set to ${meant}`, meant, safe('Only the case of the letters changes.'))] }
      return {
        fixes: [
          set(
            'Set to ScheduleAnyway',
            'ScheduleAnyway',
            'The constraint is only a preference: Pods run even where it is not met.',
          ),
          {
            ...set(
              'Set to DoNotSchedule',
              'DoNotSchedule',
              'The constraint is a requirement: Pods stay pending while it cannot be met.',
            ),
            effect: mayBePending,
          },
        ],
      }
    }
  }
}

export default fix
