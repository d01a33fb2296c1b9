import type { Mended, Proposal } from '../../engine/findings/check'
import { titleOf, type KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { closest } from '../../engine/schema/didYouMean'
import type { HorizontalPodAutoscaler } from '../../kubernetes/objects'
import { stableVersions } from '../../kubernetes/stableVersions'
import { candidates } from '../facts/candidates'

/** Of the kinds that the checks know, those that can be scaled. */
const scalable = ['Deployment', 'StatefulSet']

/** The object that is meant: of the same name, else of the nearest among those of the same kind. */
export function meantTarget(scaler: KubernetesObject<HorizontalPodAutoscaler>, relations: Relations): Mended {
  const { kind = '', name = '' } = scaler.data.spec?.scaleTargetRef ?? {}
  const targets = candidates(scaler, relations).filter((other) => scalable.includes(other.kind))
  const namesakes = targets.filter((other) => other.name === name)
  const sameKind = namesakes.find((other) => other.kind.toLowerCase() === kind.toLowerCase())
  const [only, ...others] = namesakes
  const isOwnKind = kind === '' || closest(kind, scalable) !== undefined
  const near = nearTarget(kind, name, targets)
  const meant = sameKind ?? (others.length === 0 && isOwnKind ? only : undefined) ?? near
  if (!meant)
    return {
      unfixable:
        'No object of this text comes near. Add the workload that it scales, or ignore this check where that is made elsewhere.',
    }
  const { apiVersion } = meant
  if (stableVersions[`${apiVersion} ${meant.kind}`])
    return {
      unfixable: `${titleOf(meant)} still uses ${apiVersion}: move that object to the stable version first.`,
    }
  return { fixes: [aimed(scaler, meant, meant === sameKind)] }
}

function nearTarget(
  kind: string,
  name: string,
  targets: readonly KubernetesObject[],
): KubernetesObject | undefined {
  const sameKind = targets.filter((other) => other.kind === kind)
  if (!name) return undefined
  const meant = closest(
    name,
    sameKind.map((other) => other.name),
  )
  return sameKind.find((other) => other.name === meant)
}

/** `certain`: only the version, or letters of another case, were wrong. */
function aimed(
  scaler: KubernetesObject<HorizontalPodAutoscaler>,
  { apiVersion, kind, name, ...meant }: KubernetesObject,
  certain: boolean,
): Proposal {
  const target = scaler.data.spec?.scaleTargetRef ?? {}
  const fields = Object.entries({ apiVersion, kind, name }) as ['apiVersion' | 'kind' | 'name', string][]
  const note = 'Look whether this is the workload that is meant: it is only the nearest in this text.'
  return {
    title: `Scale ${titleOf({ ...meant, apiVersion, kind, name })}`,
    ...(certain ? { safety: 'safe' } : { safety: 'review', note }),
    changes: fields
      .filter(([field, value]) => target[field] !== value)
      .map(([field, value]) => ({ kind: 'set', path: ['spec', 'scaleTargetRef', field], value })),
  }
}
