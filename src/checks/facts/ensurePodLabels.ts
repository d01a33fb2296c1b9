import type { Remedy } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import type { PodBearer } from '../../engine/objects/readObjects'
import { selectorError } from '../../kubernetes/labelSelector'
import type { LabelSelector } from '../../kubernetes/pods'
import { selectorOfPods, withoutLabels } from './podSelector'

/**
 * A remedy that needs a selector for the Pods of an object. Where the Pods have no labels to select, it first adds those
 * that the object's own selector asks for, or one with the object's name. `selector`: selects the Pods then.
 */
export function ensurePodLabels<Owner extends PodBearer>(
  object: Owner,
  remedy: (object: Owner, selector: LabelSelector) => Remedy,
): Remedy {
  const own = selectorOfPods(object)
  if (own) return remedy(object, own)
  const missing = missingLabels(object)
  const { pod } = object
  const labelled = missing && { ...object, pod: { ...pod, labels: { ...pod.labels, ...missing } } }
  const selector = labelled && selectorOfPods(labelled)
  if (!labelled || !selector) return { unfixable: withoutLabels }
  const { fixes, ...rest } = remedy(labelled, selector)
  if (!fixes) return rest
  const changes = Object.entries(missing).map(([key, value]): Change => ({
    kind: 'set',
    path: [...pod.path, 'metadata', 'labels', key],
    value,
  }))
  const added = Object.entries(missing).map(([key, value]) => `${key}: ${value}`)
  const note = `The Pods have no labels yet and get ${added.join(', ')}.`
  return {
    fixes: fixes.map((fix) => ({
      ...fix,
      safety: fix.safety === 'risky' ? 'risky' : 'review',
      note: `${note} ${fix.note}`,
      changes: [...changes, ...(fix.changes ?? [])],
    })),
  }
}

/** Undefined where a label is there with a value that cannot be selected: only its author knows what it should be. */
function missingLabels({ name, data, pod }: PodBearer): Readonly<Record<string, string>> | undefined {
  const { selector = {} } = data.spec ?? {}
  const { matchLabels = {}, matchExpressions = [] } = selector
  const wanted = Object.keys(matchLabels).length > 0 ? matchLabels : { app: name }
  const isFree = Object.keys(wanted).every((key) => !Object.hasOwn(pod.labels, key))
  const isValid =
    Object.values(wanted).every((value) => value !== '') && !selectorError({ matchLabels: wanted })
  return isFree && isValid && matchExpressions.length === 0 ? wanted : undefined
}
