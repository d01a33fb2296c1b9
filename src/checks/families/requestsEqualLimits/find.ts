import type { CheckRun } from '../../../engine/findings/check'
import type { Pod, LocatedContainer } from '../../../engine/objects/readObjects'
import { sameQuantity } from '../../../kubernetes/quantity'

/** Reports each container whose request and limit for a resource differ; an absent one counts as nothing. */
export function* unequalAmounts(
  pod: Pod,
  resource: 'cpu' | 'memory',
  noun: string,
): CheckRun<UnequalAmounts> {
  for (const located of pod.containers) {
    const { container, name, path, about, title } = located
    const request = container.resources?.requests?.[resource]
    const limit = container.resources?.limits?.[resource]
    if (sameQuantity(request, limit)) continue
    yield {
      severity: 'critical',
      at: [...path, 'resources', limit === undefined ? 'limits' : 'requests', resource],
      subject: name,
      message: messageFor(title, noun, request, limit),
      title: titleFor(noun, request, limit),
      about,
      advice: 'Only Pods whose requests equal their limits get the QoS class Guaranteed.',
      data: { located, resource },
    }
  }
}

function messageFor(title: string, noun: string, request: string | undefined, limit: string | undefined) {
  if (limit === undefined) return `${title} requests ${request} of ${noun} but has no limit.`
  return request === undefined
    ? `${title} has a ${noun} limit of ${limit} but no request.`
    : `${title} requests ${request} of ${noun} but has a limit of ${limit}.`
}

function titleFor(noun: string, request: string | undefined, limit: string | undefined): string {
  const what = noun.slice(0, 1).toUpperCase() + noun.slice(1)
  if (limit === undefined) return `${what} request without a limit`
  return request === undefined ? `${what} limit without a request` : `${what} request and limit differ`
}

export type UnequalAmounts = { readonly located: LocatedContainer; readonly resource: string }
