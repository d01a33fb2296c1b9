import { check, skip } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'deployment-targeted-by-hpa-does-not-have-replicas-configured',
  title: 'Deployment targeted by HPA does not have replicas configured',
  topic: 'reliable',
  on: 'Deployment',
  *judgeAmong(deployment, relations) {
    const scaler = relations
      .autoscalersOf(deployment.namespace, deployment.name)
      .find(({ data }) => data.spec?.scaleTargetRef?.kind?.toLowerCase() === 'deployment')
    if (!scaler) return skip('No HorizontalPodAutoscaler in this text targets it.', 10)
    const replicas = deployment.data.spec?.replicas
    if (replicas === undefined) return
    yield {
      severity: 'critical',
      at: ['spec', 'replicas'],
      subject: '',
      message: `${titleOf(deployment)} fixes its replicas at ${replicas} although an autoscaler sets them.`,
      advice: 'Every time the manifest is applied, the number jumps back to what stands here.',
      mend: (by: typeof Mends) => by.withoutReplicas(deployment),
      related: [{ object: scaler, at: ['spec', 'scaleTargetRef'], message: `${titleOf(scaler)} scales it.` }],
    }
  },
})
