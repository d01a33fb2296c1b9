import type { Mended } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'

/** The number is left to the autoscaler. */
export const withoutReplicas = ({ name }: KubernetesObject): Mended => ({
  fixes: [
    {
      title: 'Remove the number of replicas',
      safety: 'review',
      note: `With client-side apply the next apply sets it to 1 once. Run kubectl apply edit-last-applied deployment/${name} and remove the line there first, or use server-side apply.`,
      changes: [{ kind: 'remove', path: ['spec', 'replicas'] }],
    },
  ],
})
