import { check, type Proposal } from '../../engine/check'
import { titleOf, type KubernetesObject } from '../../engine/objects'
import type { HorizontalPodAutoscaler } from '../../kubernetes/objects'

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
      fixes: [raised(scaler, minReplicasHpa)],
    }
  },
})

/** The upper bound may not lie below the lower one. */
function raised({ data }: KubernetesObject<HorizontalPodAutoscaler>, least: number): Proposal {
  const { maxReplicas = least } = (data.spec ?? {}) as { readonly maxReplicas?: number }
  const isTooLow = maxReplicas < least
  return {
    title: `Keep at least ${least} replicas`,
    safety: 'review',
    note: isTooLow
      ? 'More pods cost more in quiet hours. The upper bound is raised too, so it will not scale at all.'
      : 'More pods cost more in quiet hours.',
    changes: [
      { kind: 'set', path: ['spec', 'minReplicas'], value: least },
      ...(isTooLow ? [{ kind: 'set', path: ['spec', 'maxReplicas'], value: least } as const] : []),
    ],
  }
}
