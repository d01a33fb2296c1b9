import type { Fix } from '../../engine/findings/check'
import { review, risky } from '../../engine/findings/remedy'

/** `maxReplicas` may not be below `minReplicas`. */
const fix: Fix<'HorizontalPodAutoscaler'> = (_, { object: { data }, options: { minReplicasHpa: least } }) => {
  const { minReplicas, maxReplicas = least } = data.spec ?? {}
  const isTooLow = maxReplicas < least
  const most = ['spec', 'maxReplicas']
  const note = isTooLow
    ? `maxReplicas (${maxReplicas}) is raised as well, so the number no longer changes. Set it to what the peak needs.`
    : 'Check that the app supports more than one instance at a time; the Pods also run when there is little traffic.'
  return {
    fixes: [
      {
        title: `Set minReplicas to ${least}`,
        ...(minReplicas === 0
          ? risky(`It is never scaled to 0 any more, which minReplicas: 0 allows. ${note}`)
          : review(note)),
        effect: 'may start Pods',
        changes: [
          { kind: 'set', path: ['spec', 'minReplicas'], value: least },
          ...(isTooLow ? [{ kind: 'set', path: most, value: least } as const] : []),
        ],
        ...(isTooLow && { placeholders: [{ what: 'maxReplicas of the autoscaler', path: most }] }),
      },
    ],
  }
}

export default fix
