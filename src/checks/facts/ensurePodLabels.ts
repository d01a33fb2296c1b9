import type { Mended } from '../../engine/findings/check'
import type { PodBearer } from '../../engine/objects/readObjects'
import { selectorFault } from '../../kubernetes/labelSelector'
import type { LabelSelector } from '../../kubernetes/objects'
import { selectorOfPods, unlabelled } from './podSelector'
import type { Change } from '../../engine/model/change'

/**
 * What mends an object by something that selects its pods. Where they have no labels to be selected by, they are first
 * given those that the object's own selector asks for, or one that carries its name. `selector`: what finds them then.
 */
export function ensurePodLabels<Owner extends PodBearer>(
  object: Owner,
  mend: (object: Owner, selector: LabelSelector) => Mended,
): Mended {
  const own = selectorOfPods(object)
  if (own) return mend(object, own)
  const given = labelsFor(object)
  const { pod } = object
  const labelled = given && { ...object, pod: { ...pod, labels: { ...pod.labels, ...given } } }
  const selector = labelled && selectorOfPods(labelled)
  if (!labelled || !selector) return { unfixable: unlabelled }
  const { fixes, ...rest } = mend(labelled, selector)
  if (!fixes) return rest
  const changes = Object.entries(given).map(([key, value]): Change => ({
    kind: 'set',
    path: [...pod.path, 'metadata', 'labels', key],
    value,
  }))
  const named = Object.entries(given).map(([key, value]) => `${key}: ${value}`)
  const also = `Its pods have no labels yet and get ${named.join(', ')}.`
  return {
    fixes: fixes.map((fix) => ({
      ...fix,
      safety: 'review',
      note: fix.note === undefined ? also : `${also} ${fix.note}`,
      changes: [...changes, ...(fix.changes ?? [])],
    })),
  }
}

/** A label that is there without a proper value is left to those who know what it should be. */
function labelsFor({ name, data, pod }: PodBearer): Readonly<Record<string, string>> | undefined {
  const { selector = {} } = (data as { readonly spec?: { readonly selector?: LabelSelector } }).spec ?? {}
  const { matchLabels = {}, matchExpressions = [] } = selector
  const isAsked = Object.keys(matchLabels).length > 0
  const wanted = isAsked ? matchLabels : { app: name }
  const isFree = Object.keys(wanted).every((key) => !Object.hasOwn(pod.labels, key))
  const isSound =
    Object.values(wanted).every((value) => value !== '') && !selectorFault({ matchLabels: wanted })
  return isFree && isSound && matchExpressions.length === 0 ? wanted : undefined
}
