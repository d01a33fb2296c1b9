import type { Fix } from '../../engine/findings/check'
import { proposal, risky } from '../../engine/findings/remedy'

/** The autoscaler alone sets the number. */
const fix: Fix<'Deployment'> = (_, { object: { name, data } }) => ({
  fixes: [
    {
      ...proposal(
        'Remove replicas',
        risky(
          `The number ${data.spec?.replicas ?? 0} is lost, and with client-side apply the next apply sets replicas to 1 once. To avoid that, first run kubectl apply edit-last-applied deployment/${name} and remove the line there, or use server-side apply.`,
        ),
        { kind: 'remove', path: ['spec', 'replicas'] },
      ),
      effect: 'may stop Pods once',
    },
  ],
})

export default fix
