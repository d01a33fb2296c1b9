import type { Fix } from '../../engine/findings/check'

/** `maxReplicas` may not be below `minReplicas`. */
const fix: Fix<'HorizontalPodAutoscaler'> = (_, { object: { data }, options: { minReplicasHpa: least } }) => {
  const { maxReplicas = least } = data.spec ?? {}
  const isTooLow = maxReplicas < least
  const note = 'More Pods cost more when there is little traffic.'
  return {
    fixes: [
      {
        title: `Set minReplicas to ${least}`,
        safety: 'review',
        note: isTooLow ? `${note} maxReplicas is raised as well, so nothing is scaled any more.` : note,
        changes: [
          { kind: 'set', path: ['spec', 'minReplicas'], value: least },
          ...(isTooLow ? [{ kind: 'set', path: ['spec', 'maxReplicas'], value: least } as const] : []),
        ],
      },
    ],
  }
}

export default fix
