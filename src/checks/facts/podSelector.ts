import type { Json } from '../../engine/model/json'
import type { Pod, PodBearer } from '../../engine/objects/readObjects'
import { matches, selectorError } from '../../kubernetes/labelSelector'
import type { LabelSelector } from '../../kubernetes/pods'

type Labels = Readonly<Record<string, string>>

/**
 * A selector for the Pods of an object: its own where that matches them, else their labels, without those that change
 * from one version to the next. Undefined when they have no labels, or none that can be selected.
 */
export function selectorOfPods(object: PodBearer): LabelSelector | undefined {
  const options = [ownSelector(object), { matchLabels: lastingLabels(labelsOfPods(object.pod)) }]
  return options.find((one) => one !== undefined && isUsable(one, object.pod))
}

/** A selector for the Pods of an object that goes on matching them after an upgrade: without labels of a version. */
export function lastingSelectorOfPods(object: PodBearer): LabelSelector | undefined {
  const { matchLabels = {}, matchExpressions = [] } = selectorOfPods(object) ?? {}
  const labels = Object.entries(matchLabels).filter(([key]) => isLasting(key))
  const expressions = matchExpressions.filter(({ key = '' }) => isLasting(key))
  const lasting: LabelSelector = {
    ...(labels.length > 0 && { matchLabels: Object.fromEntries(labels) }),
    ...(expressions.length > 0 && { matchExpressions: expressions }),
  }
  return isEmpty(lasting) ? selectorOfPods(object) : lasting
}

function ownSelector({ data }: PodBearer): LabelSelector | undefined {
  const { selector = {} } = data.spec ?? {}
  return Object.values(selector.matchLabels ?? {}).every((value) => value !== '') ? selector : undefined
}

const isUsable = (selector: LabelSelector, { labels }: Pod): boolean =>
  !isEmpty(selector) && selectorError(selector) === undefined && matches(selector, labels)

/** All labels of a Pod except those without a value: a value of the wrong type is read as empty. */
const labelsOfPods = ({ labels }: Pod): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''))

/** Labels that say which version of an application or a chart it is, or who created it. */
const passing: ReadonlySet<string> = new Set([
  'version',
  'app.kubernetes.io/version',
  'app.kubernetes.io/managed-by',
  'helm.sh/chart',
  'chart',
  'heritage',
  'pod-template-hash',
  'pod-template-generation',
  'controller-revision-hash',
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
])

const isLasting = (key: string): boolean => !passing.has(key)

/** The labels that stay the same from one version to the next; all of them when there are no such labels. */
function lastingLabels(labels: Labels): Labels {
  const lasting = Object.entries(labels).filter(([key]) => isLasting(key))
  return lasting.length > 0 ? Object.fromEntries(lasting) : labels
}

/** The selector of an object as plain labels, or all labels of its Pods: what older versions of the API filled in. */
export const plainSelectorOfPods = (object: PodBearer): Labels | undefined =>
  plainSelector(object, labelsOfPods(object.pod))

/** The same without labels of a version, unless the object itself selects them. */
export const lastingPlainSelectorOfPods = (object: PodBearer): Labels | undefined =>
  plainSelector(object, lastingLabels(labelsOfPods(object.pod)))

function plainSelector(object: PodBearer, otherwise: Labels): Labels | undefined {
  const own = ownSelector(object)
  const isPlain = own !== undefined && (own.matchExpressions ?? []).length === 0 && isUsable(own, object.pod)
  const labels = isPlain ? (own.matchLabels ?? {}) : otherwise
  return isUsable({ matchLabels: labels }, object.pod) ? { ...labels } : undefined
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
