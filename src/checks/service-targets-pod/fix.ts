import type { Mended } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import type { Service } from '../../kubernetes/objects'
import { guessSelectors } from '../facts/guessSelector'

/** A selector that finds the pods it seems to mean. */
export function nearPods(service: KubernetesObject<Service>, relations: Relations): Mended {
  const selector = serviceSelector(service.data)
  if (Object.keys(selector.matchLabels ?? {}).length === 0)
    return {
      unfixable:
        'It has no selector, and no pods are in this text. Where its endpoints are made by something else, ignore this check; else select pods.',
    }
  const fixes = guessSelectors(service, selector, ['spec', 'selector'], relations)
  if (fixes.length > 0) return { fixes }
  return {
    unfixable:
      'No pod of this text comes near. Add the workload that it is for, or copy the labels of the one that is meant, in the same namespace.',
  }
}
