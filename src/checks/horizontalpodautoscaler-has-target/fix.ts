import type { Fix } from '../../engine/findings/check'
import { review, safe, type Proposal } from '../../engine/findings/remedy'
import { titleOf, type KubernetesObject } from '../../engine/objects/readObjects'
import { closest } from '../../engine/schema/didYouMean'
import type { HorizontalPodAutoscaler } from '../../kubernetes/objects'
import { stableVersions } from '../../kubernetes/stableVersions'
import { candidates } from '../facts/candidates'

/** The supported kinds that can be scaled. */
const scalable = ['Deployment', 'StatefulSet']

/** Targets the object that was meant: one of the same name, else the closest name of the same kind. */
const fix: Fix<'HorizontalPodAutoscaler'> = (_, { object: autoscaler, relations }) => {
  const { kind = '', name = '' } = autoscaler.data.spec?.scaleTargetRef ?? {}
  const targets = candidates(autoscaler, relations).filter((other) => scalable.includes(other.kind))
  const namesakes = targets.filter((other) => other.name === name)
  const sameKind = namesakes.find((other) => other.kind.toLowerCase() === kind.toLowerCase())
  const [only, ...others] = namesakes
  const isScalable = kind === '' || closest(kind, scalable) !== undefined
  const meant =
    sameKind ?? (others.length === 0 && isScalable ? only : undefined) ?? closestTarget(kind, name, targets)
  if (!meant)
    return {
      unfixable:
        'No object in this text has a similar name. Add the workload that it scales, or ignore this check if it is deployed elsewhere.',
    }
  const { apiVersion } = meant
  if (stableVersions[`${apiVersion} ${meant.kind}`])
    return {
      unfixable: `${titleOf(meant)} still uses ${apiVersion}. Change that to the stable version first.`,
    }
  return { fixes: [retarget(autoscaler, meant, meant === sameKind)] }
}

export default fix

function closestTarget(
  kind: string,
  name: string,
  targets: readonly KubernetesObject[],
): KubernetesObject | undefined {
  if (!name) return undefined
  const sameKind = targets.filter((other) => other.kind === kind)
  const meant = closest(
    name,
    sameKind.map((other) => other.name),
  )
  return sameKind.find((other) => other.name === meant)
}

/** `isCertain`: only the version, or the case of letters, was wrong. */
function retarget(
  autoscaler: KubernetesObject<HorizontalPodAutoscaler>,
  { apiVersion, kind, name, ...meant }: KubernetesObject,
  isCertain: boolean,
): Proposal {
  const target = autoscaler.data.spec?.scaleTargetRef ?? {}
  const fields = [
    ['apiVersion', apiVersion],
    ['kind', kind],
    ['name', name],
  ] as const
  const note =
    target.name === name
      ? `It has the same name, but is a ${kind}. Check that this is the workload you want.`
      : 'It only has the closest name in this text. Check that this is the workload you want.'
  return {
    title: `Scale ${titleOf({ ...meant, apiVersion, kind, name })}`,
    effect: 'starts autoscaling',
    ...(isCertain ? safe('It names the same workload as the API knows it.') : review(note)),
    changes: fields
      .filter(([field, value]) => target[field] !== value)
      .map(([field, value]) => ({ kind: 'set', path: ['spec', 'scaleTargetRef', field], value })),
  }
}
