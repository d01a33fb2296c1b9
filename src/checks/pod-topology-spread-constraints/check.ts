import { check, type Proposal, type Remark } from '../../engine/check'
import type { PodBearer } from '../../engine/objects'
import type { Path } from '../../engine/place'
import type { TopologySpreadConstraint } from '../../kubernetes/objects'
import { withLabels } from '../givenLabels'
import { ownSelector, selectorData, unlabelled } from '../ownPods'
import { setting } from '../setting'

export default check({
  id: 'pod-topology-spread-constraints',
  title: 'Pod topology spread constraints',
  topic: 'reliable',
  on: 'pod',
  *judge(object) {
    const { pod } = object
    const constraints = pod.spec.topologySpreadConstraints ?? []
    const base = [...pod.path, 'spec', 'topologySpreadConstraints']
    if (constraints.length === 0) {
      const message = 'No constraint is set, so the scheduler spreads the pods by its own defaults.'
      yield { severity: 'note', at: base, subject: '', message }
      return
    }
    for (const [index, constraint] of constraints.entries()) {
      const fault = faultOf(constraint)
      if (!fault) continue
      const { field, message } = fault
      yield {
        severity: 'critical',
        at: [...base, index, field],
        subject: '',
        message,
        ...mend(object, constraint, [...base, index], field),
      }
      return
    }
    yield { severity: 'note', at: base, subject: '', message: 'Every constraint is complete.' }
  },
})

/** The first field of a constraint that keeps it from working. */
function faultOf(
  constraint: TopologySpreadConstraint,
): { readonly field: keyof TopologySpreadConstraint; readonly message: string } | undefined {
  const { labelSelector, maxSkew = 0, minDomains, topologyKey = '', whenUnsatisfiable = '' } = constraint
  if (!labelSelector)
    return {
      field: 'labelSelector',
      message: 'A spread constraint has no label selector, so it counts no pods.',
    }
  if (maxSkew === 0)
    return { field: 'maxSkew', message: 'A spread constraint allows a skew of 0, which is not possible.' }
  if (minDomains === 0)
    return { field: 'minDomains', message: 'A spread constraint asks for 0 domains, which is not possible.' }
  if (!topologyKey)
    return { field: 'topologyKey', message: 'A spread constraint does not say over what to spread.' }
  if (whenUnsatisfiable !== 'DoNotSchedule' && whenUnsatisfiable !== 'ScheduleAnyway') {
    const message = 'A spread constraint must say DoNotSchedule or ScheduleAnyway for when it cannot be met.'
    return { field: 'whenUnsatisfiable', message }
  }
  return undefined
}

function mend(
  object: PodBearer,
  { whenUnsatisfiable = '' }: TopologySpreadConstraint,
  path: Path,
  field: keyof TopologySpreadConstraint,
): Pick<Remark, 'fixes' | 'unfixable'> {
  const set = (title: string, value: string | number, note?: string): Proposal =>
    setting(title, [...path, field], value, note)
  switch (field) {
    case 'labelSelector': {
      const note =
        'From now on the constraint counts. With DoNotSchedule, pods wait when a zone has no room for them.'
      return withLabels(object, (labelled) => {
        const selector = ownSelector(labelled)
        if (!selector) return { unfixable: unlabelled }
        return { fixes: [setting('Select its own pods', [...path, field], selectorData(selector), note)] }
      })
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
