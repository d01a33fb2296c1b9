import type { Mended } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { NetworkPolicy } from '../../kubernetes/objects'
import { guessSelectors } from '../facts/guessSelector'

/** A selector that finds the pods it seems to mean. */
export function nearPods(policy: KubernetesObject<NetworkPolicy>, relations: Relations): Mended {
  const selector = policy.data.spec?.podSelector ?? {}
  const fixes = guessSelectors(policy, selector, ['spec', 'podSelector', 'matchLabels'], relations)
  if (fixes.length > 0) return { fixes }
  return {
    unfixable:
      'No pod of this text comes near. Add the workload that it is for, or copy the labels of the one that is meant, in the same namespace.',
  }
}
