import type { CheckRun } from '../../../engine/findings/check'
import type { LocatedContainer, Pod } from '../../../engine/objects/readObjects'
import { isZero } from '../../../kubernetes/quantity'
import { noContainers } from '../noContainers/find'

export type MissingAmount = {
  readonly located: LocatedContainer
  readonly resource: string
  readonly missing: 'limit' | 'request'
}

/** An amount that every container should have. A missing limit is critical, a missing request a warning. */
export type WantedAmount = Omit<MissingAmount, 'located'> & {
  /** What the container has not: `CPU limit`. */
  readonly noun: string
  readonly advice: string
}

/** Reports the amounts that containers lack; zero counts as missing. A Pod without containers is reported as well. */
export function* missingAmounts(
  pod: Pod,
  wanted: readonly WantedAmount[],
): CheckRun<MissingAmount | 'no containers'> {
  if (pod.containers.length === 0) yield noContainers(pod)
  for (const located of pod.containers) {
    const { container, name, path, about, title } = located
    for (const { resource, missing, noun, advice } of wanted) {
      const kind = missing === 'limit' ? 'limits' : 'requests'
      if (!isZero(container.resources?.[kind]?.[resource])) continue
      yield {
        severity: missing === 'limit' ? 'critical' : 'warning',
        at: [...path, 'resources', kind, resource],
        subject: name,
        message: `${title} has no ${noun}.`,
        title: `No ${noun}`,
        about,
        advice,
        data: { located, resource, missing },
      }
    }
  }
}
