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
    const noun = least === 1 ? 'replica' : 'replicas'
    yield {
      severity: 'warning',
      at: ['spec', 'minReplicas'],
      subject: '',
      message: `${titleOf(autoscaler)} can scale down to ${least} ${noun}, but should keep at least ${minReplicasHpa}.`,
      title: `Can scale down to ${least} ${noun}`,
      advice: 'When there is little traffic a single Pod is left, and its restart is an outage.',
    }
  },
  fix: () => import('./fix'),
})
