import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'horizontalpodautoscaler-replicas',
  title: 'HorizontalPodAutoscaler replicas',
  topic: 'reliable',
  on: 'HorizontalPodAutoscaler',
  *judge(scaler, { minReplicasHpa }) {
    const least = scaler.data.spec?.minReplicas ?? 1
    if (least >= minReplicasHpa) return
    yield {
      severity: 'warning',
      at: ['spec', 'minReplicas'],
      subject: '',
      message: `${titleOf(scaler)} may scale down to ${least} replica${least === 1 ? '' : 's'}; at least ${minReplicasHpa} are asked for.`,
      advice: 'In a quiet hour a single pod is left, and its restart is an outage.',
      mend: (by: typeof Mends) => by.raised(scaler, minReplicasHpa),
    }
  },
})
