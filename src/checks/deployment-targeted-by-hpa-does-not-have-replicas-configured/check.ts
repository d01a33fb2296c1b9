import { check, skip } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'deployment-targeted-by-hpa-does-not-have-replicas-configured',
  title: 'Deployment targeted by HPA does not have replicas configured',
  topic: 'reliable',
  severities: ['critical'],
  on: 'Deployment',
  *findAmong(deployment, relations) {
    const autoscaler = relations
      .autoscalersOf(deployment.namespace, deployment.name)
      .find(({ data }) => data.spec?.scaleTargetRef?.kind?.toLowerCase() === 'deployment')
    if (!autoscaler) return skip('No HorizontalPodAutoscaler in this text targets it.', 10)
    const replicas = deployment.data.spec?.replicas
    if (replicas === undefined) return
    yield {
      severity: 'critical',
      at: ['spec', 'replicas'],
      subject: '',
      message: `${titleOf(deployment)} sets replicas to ${replicas} although an autoscaler controls them.`,
      title: 'Sets replicas although an autoscaler controls them',
      advice: 'Every time the manifest is applied, the number of replicas is reset to this value.',
      related: [
        {
          object: autoscaler,
          at: ['spec', 'scaleTargetRef'],
          message: `${titleOf(autoscaler)} scales it.`,
        },
      ],
    }
  },
  fix: () => import('./fix'),
})
