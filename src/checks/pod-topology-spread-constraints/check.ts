import { check } from '../../engine/findings/check'
import type { TopologySpreadConstraint } from '../../kubernetes/objects'
import type * as Mends from './fix'

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
        mend: (by: typeof Mends) => by.working(object, constraint, [...base, index], field),
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
