import { check } from '../../engine/findings/check'
import type { TopologySpreadConstraint } from '../../kubernetes/pods'

export default check({
  id: 'pod-topology-spread-constraints',
  title: 'Pod topology spread constraints',
  topic: 'reliable',
  severities: ['critical'],
  on: 'pod',
  *find({ pod }) {
    const constraints = pod.spec.topologySpreadConstraints ?? []
    const base = [...pod.path, 'spec', 'topologySpreadConstraints']
    if (constraints.length === 0) {
      const message = 'There is no constraint, so the scheduler spreads the Pods by its own defaults.'
      yield { severity: 'note', at: base, subject: '', message }
      return
    }
    for (const [index, constraint] of constraints.entries()) {
      const problem = problemOf(constraint)
      if (!problem) continue
      const { field, message, title } = problem
      yield {
        severity: 'critical',
        at: [...base, index, field],
        subject: '',
        message,
        title,
        data: { constraint, at: [...base, index], field },
      }
      return
    }
    yield { severity: 'note', at: base, subject: '', message: 'Every constraint is complete.' }
  },
  fix: () => import('./fix'),
})

type Problem = {
  readonly field: keyof TopologySpreadConstraint
  readonly message: string
  readonly title: string
}

/** The first field of a constraint that keeps it from working. */
function problemOf(constraint: TopologySpreadConstraint): Problem | undefined {
  const { labelSelector, maxSkew = 0, minDomains, topologyKey = '', whenUnsatisfiable = '' } = constraint
  if (!labelSelector)
    return {
      field: 'labelSelector',
      message: 'A spread constraint has no label selector, so it counts no Pods.',
      title: 'Spread constraint without a label selector',
    }
  if (maxSkew === 0)
    return {
      field: 'maxSkew',
      message: 'A spread constraint must have a maxSkew of at least 1.',
      title: 'Spread constraint with a maxSkew below 1',
    }
  if (minDomains === 0)
    return {
      field: 'minDomains',
      message: 'A spread constraint must have minDomains of at least 1.',
      title: 'Spread constraint with minDomains below 1',
    }
  if (!topologyKey)
    return {
      field: 'topologyKey',
      message: 'A spread constraint has no topologyKey.',
      title: 'Spread constraint without a topologyKey',
    }
  if (whenUnsatisfiable !== 'DoNotSchedule' && whenUnsatisfiable !== 'ScheduleAnyway') {
    const message = 'whenUnsatisfiable of a spread constraint must be DoNotSchedule or ScheduleAnyway.'
    return {
      field: 'whenUnsatisfiable',
      message,
      title: 'Spread constraint with an invalid whenUnsatisfiable',
    }
  }
  return undefined
}
