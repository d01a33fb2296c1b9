import type { Fix } from '../../engine/findings/check'

const fix: Fix<'Deployment'> = (_, { object: { name } }) => ({
  fixes: [
    {
      title: 'Remove replicas',
      safety: 'review',
      note: `With client-side apply, the next apply sets replicas to 1 once. To avoid that, first run kubectl apply edit-last-applied deployment/${name} and remove the line there, or use server-side apply.`,
      changes: [{ kind: 'remove', path: ['spec', 'replicas'] }],
    },
  ],
})

export default fix
