import type { Mended, Proposal } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { HorizontalPodAutoscaler } from '../../kubernetes/objects'

/** The upper bound may not lie below the lower one. */
export function raised({ data }: KubernetesObject<HorizontalPodAutoscaler>, least: number): Mended {
  const { maxReplicas = least } = (data.spec ?? {}) as { readonly maxReplicas?: number }
  const isTooLow = maxReplicas < least
  const proposal: Proposal = {
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
  return { fixes: [proposal] }
}
