import type { Json } from '../../engine/model/json'
import type { Pod, PodBearer } from '../../engine/objects/readObjects'
import { matches, selectorError } from '../../kubernetes/labelSelector'
import type { LabelSelector } from '../../kubernetes/objects'

type Labels = Readonly<Record<string, string>>

/**
 * A selector for the Pods of an object: its own where that matches them, else all their labels. Undefined when they have
 * no labels, or none that can be selected.
 */
export function selectorOfPods({ data, pod }: PodBearer): LabelSelector | undefined {
  const { selector = {} } = data.spec ?? {}
  const hasValues = Object.values(selector.matchLabels ?? {}).every((value) => value !== '')
  const options = [...(hasValues ? [selector] : []), { matchLabels: labelsOfPods(pod) }]
  return options.find((one) => !isEmpty(one) && selectorError(one) === undefined && matches(one, pod.labels))
}

/** All labels of a Pod except those without a value: a value of the wrong type is read as empty. */
export const labelsOfPods = ({ labels }: Pod): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''))

/** The same as plain labels, as a Service needs them. */
export function plainSelectorOfPods(object: PodBearer): Labels | undefined {
  const { matchLabels = {}, matchExpressions = [] } = selectorOfPods(object) ?? {}
  const labels = matchExpressions.length === 0 ? matchLabels : labelsOfPods(object.pod)
  const isValid = Object.keys(labels).length > 0 && !selectorError({ matchLabels: labels })
  return isValid ? { ...labels } : undefined
}

/** Why nothing can be added that selects the Pods of an object. */
export const withoutLabels =
  'The Pods have no labels to select. Add a label to the template first, such as app.'

const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean =>
  Object.keys(matchLabels).length === 0 && matchExpressions.length === 0

/** A selector as data of a manifest. */
export const selectorData = ({ matchLabels, matchExpressions }: LabelSelector): Json => ({
  ...(matchLabels && { matchLabels: { ...matchLabels } }),
  ...(matchExpressions && {
    matchExpressions: matchExpressions.map(({ key = '', operator = '', values }) => ({
      key,
      operator,
      ...(values && { values: [...values] }),
    })),
  }),
})
