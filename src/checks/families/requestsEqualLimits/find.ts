import type { Remark } from '../../../engine/findings/check'
import type { Pod } from '../../../engine/objects/readObjects'
import { sameQuantity } from '../../../kubernetes/quantity'
import type * as Mends from './fix'

/** A remark for each container whose request and limit of a resource differ; an absent one counts as nothing. */
export function* unequalAmounts(
  pod: Pod,
  resource: 'cpu' | 'memory',
  noun: string,
): Generator<Remark, undefined> {
  for (const placed of pod.containers) {
    const { container, name, path, title } = placed
    const request = container.resources?.requests?.[resource]
    const limit = container.resources?.limits?.[resource]
    if (sameQuantity(request, limit)) continue
    yield {
      severity: 'critical',
      at: [...path, 'resources', limit === undefined ? 'limits' : 'requests', resource],
      subject: name,
      message: `${title} requests ${request ?? 'no'} ${noun} but is limited to ${limit ?? 'none'}.`,
      advice: 'Only a pod whose requests equal its limits is Guaranteed: what it may use is what it has.',
      mend: (by: typeof Mends) => by.levelled(placed, resource, noun),
    }
  }
}
