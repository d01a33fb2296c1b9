import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'horizontalpodautoscaler-replicas',
  title: 'HorizontalPodAutoscaler replicas',
  topic: 'reliable',
  severities: ['warning'],
  on: 'HorizontalPodAutoscaler',
  *find(autoscaler, { minReplicasHpa }) {
    const least = autoscaler.data.spec?.minReplicas ?? 1
    if (least >= minReplicasHpa) return
    yield {
      severity: 'warning',
      at: ['spec', 'minReplicas'],
      subject: '',
      message: `${titleOf(autoscaler)} can scale down to ${least} replica${least === 1 ? '' : 's'}, but should keep at least ${minReplicasHpa}.`,
      advice: 'When there is little traffic a single Pod is left, and its restart is an outage.',
    }
  },
  fix: () => import('./fix'),
})
