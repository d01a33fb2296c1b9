import { type Json, type JsonObject, field } from '../../engine/model/json'
import { has, objectAt } from '../read'
import { isHugePages } from '../resourceNames'
import type { Amounts } from './amounts'
import { aggregate, isOfPods } from './resources'

/** An amount in a text that reads as the same amount. */
const textOf = (amount: bigint): string => `${amount}n`

/** The entries of the amounts that are wanted and not there yet. */
const missing = (amounts: Amounts, there: JsonObject, isWanted: (name: string) => boolean): JsonObject =>
  Object.fromEntries(
    [...amounts].flatMap(([name, amount]): readonly (readonly [string, Json])[] =>
      isWanted(name) && !has(there, name) ? [[name, textOf(amount)]] : [],
    ),
  )

/**
 * Resources of the whole Pod, filled in from its containers. Source: `defaultHugePagePodLimits`, `defaultPodRequests`.
 * Only Pods get this, not templates.
 */
export function completePodResources(spec: JsonObject, minor: number): JsonObject {
  if (minor < 34 || !has(spec, 'resources')) return spec
  const resources = objectAt(spec, 'resources')
  const [limited, requested] = [objectAt(resources, 'limits'), objectAt(resources, 'requests')]
  if (Object.keys(limited).length + Object.keys(requested).length === 0) return spec
  const huge = missing(
    aggregate(spec, 'limits'),
    limited,
    (name) => isHugePages(name) && !has(requested, name),
  )
  const limits = { ...limited, ...huge }
  const ofContainers = missing(
    aggregate(spec, 'requests'),
    requested,
    (name) => name === 'cpu' || name === 'memory',
  )
  const own = { ...requested, ...ofContainers }
  const ofLimits = Object.keys(limits).filter((name) => isOfPods(name) && !has(own, name))
  const added = Object.fromEntries(
    ofLimits.map((name): readonly [string, Json] => [name, field(limits, name) ?? null]),
  )
  const requests = Object.keys(limits).length > 0 ? { ...own, ...added } : requested
  return {
    ...spec,
    resources: {
      ...resources,
      ...(Object.keys(limits).length > 0 ? { limits } : {}),
      ...(Object.keys(requests).length > 0 ? { requests } : {}),
    },
  }
}
