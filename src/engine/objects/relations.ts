import { matches, selectorFault } from '../../kubernetes/labelSelector'
import type {
  HorizontalPodAutoscaler,
  LabelSelector,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
} from '../../kubernetes/objects'
import { addTo, groupBy } from '../model/groupBy'
import { isOfKind, isPodBearer, type KubernetesObject, type PodBearer } from './readObjects'
import { serviceSelector } from './labelSelectors'

type Labels = Readonly<Record<string, string>>

/**
 * Who selects, targets or names whom inside the text that was given. Nothing outside it is known.
 * An invalid selector selects nothing; namespaces are compared as written.
 */
export type Relations = {
  /** The first Service that selects the pod of an object. */
  readonly serviceFor: (bearer: PodBearer) => KubernetesObject<Service> | undefined
  readonly policiesFor: (bearer: PodBearer) => Iterable<KubernetesObject<NetworkPolicy>>
  readonly budgetFor: (bearer: PodBearer) => KubernetesObject<PodDisruptionBudget> | undefined
  /** A budget that covers the pod but for the namespace; asked when there is none in the right one. */
  readonly budgetElsewhere: (bearer: PodBearer) => KubernetesObject<PodDisruptionBudget> | undefined
  /** The first pod-bearing object of a namespace whose pod labels a selector matches. */
  readonly podSelectedBy: (namespace: string, selector: LabelSelector) => PodBearer | undefined
  /** The Services of this name. */
  readonly services: (namespace: string, name: string) => readonly KubernetesObject<Service>[]
  /** Autoscalers of a namespace whose target has this name. */
  readonly autoscalersOf: (
    namespace: string,
    name: string,
  ) => readonly KubernetesObject<HorizontalPodAutoscaler>[]
  /** Objects of the kinds the checks know, by namespace and name. */
  readonly named: (namespace: string, name: string) => readonly KubernetesObject[]
  /** All objects of a namespace of the kinds the checks know; indexed when first asked for. */
  readonly within: (namespace: string) => readonly KubernetesObject[]
}

/** Indexes the objects of a text once, so that each question costs about as much as its answer. */
export function relate(objects: readonly KubernetesObject[]): Relations {
  const known = objects.filter((object) => object.isSupportedKind)
  const services = known.filter((object) => isOfKind(object, 'Service'))
  const budgets = known.filter((object) => isOfKind(object, 'PodDisruptionBudget')).flatMap(withSelector)
  const policies = known.filter((object) => isOfKind(object, 'NetworkPolicy'))
  const selectingServices = selectorIndex(
    services.map((object) => ({ object, selector: serviceSelector(object.data) })),
  )
  const selectingPolicies = selectorIndex(
    policies.map((object) => ({ object, selector: object.data.spec?.podSelector ?? {} })),
  )
  const selectingBudgets = selectorIndex(budgets)
  const budgetsAnywhere = selectorIndex(budgets.map((entry) => ({ ...entry, anywhere: true })))
  const pods = podIndex(known.filter(isPodBearer))
  const servicesByName = groupBy(services, nameKey)
  const byName = groupBy(known, nameKey)
  const autoscalers = groupBy(
    known.filter((object) => isOfKind(object, 'HorizontalPodAutoscaler')),
    ({ namespace, data }) => keyOf(namespace, data.spec?.scaleTargetRef?.name ?? ''),
  )
  let byNamespace: ReadonlyMap<string, readonly KubernetesObject[]> | undefined
  return {
    serviceFor: (bearer) => first(selectingServices(bearer.namespace, bearer.pod.labels)),
    policiesFor: (bearer) => selectingPolicies(bearer.namespace, bearer.pod.labels),
    budgetFor: (bearer) => first(selectingBudgets(bearer.namespace, bearer.pod.labels)),
    budgetElsewhere: ({ pod }) => first(budgetsAnywhere('', pod.labels)),
    podSelectedBy: pods,
    services: (namespace, name) => servicesByName.get(keyOf(namespace, name)) ?? [],
    autoscalersOf: (namespace, name) => autoscalers.get(keyOf(namespace, name)) ?? [],
    named: (namespace, name) => byName.get(keyOf(namespace, name)) ?? [],
    within: (namespace) =>
      (byNamespace ??= groupBy(known, (object) => object.namespace)).get(namespace) ?? [],
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join('\0')

const nameKey = ({ namespace, name }: KubernetesObject): string => keyOf(namespace, name)

const first = <Item>(items: Iterable<Item>): Item | undefined => {
  for (const item of items) return item
  return undefined
}

/** A budget without a selector covers nothing. */
const withSelector = (object: KubernetesObject<PodDisruptionBudget>) => {
  const selector = object.data.spec?.selector
  return selector ? [{ object, selector }] : []
}

type Selecting<Data> = {
  readonly object: KubernetesObject<Data>
  readonly selector: LabelSelector
  /** Whether the namespace plays no part. */
  readonly anywhere?: boolean
}

type Ranked<Data> = { readonly rank: number; readonly object: KubernetesObject<Data> }

/** Objects that select by the same words: they are asked once for all. */
type Group<Data> = { readonly selector: LabelSelector; readonly members: Ranked<Data>[] }

/**
 * Answers which objects select a set of labels, in text order. Selectors are filed under the rarest label they ask
 * for, so only those that share it with the pod are looked at; those that ask for none are looked at every time.
 */
function selectorIndex<Data>(entries: readonly Selecting<Data>[]) {
  const valid = entries.filter(({ selector }) => !selectorFault(selector))
  const frequency = countLabels(valid.map(({ selector }) => selector.matchLabels ?? {}))
  const groups = new Map<string, Group<Data>>()
  const buckets = new Map<string, Group<Data>[]>()
  for (const [rank, { object, selector, anywhere }] of valid.entries()) {
    const namespace = anywhere ? '' : object.namespace
    const words = keyOf(namespace, JSON.stringify(selector))
    const known = groups.get(words)
    const group = known ?? { selector, members: [] }
    group.members.push({ rank, object })
    if (known) continue
    groups.set(words, group)
    addTo(buckets, keyOf(namespace, ...(rarest(selector.matchLabels ?? {}, frequency) ?? [])), group)
  }
  return function* (namespace: string, labels: Labels): Generator<KubernetesObject<Data>> {
    const filed = Object.entries(labels).flatMap((label) => buckets.get(keyOf(namespace, ...label)) ?? [])
    const found = [...filed, ...(buckets.get(namespace) ?? [])].filter(({ selector }) =>
      matches(selector, labels),
    )
    for (const { object } of byRank(found.map(({ members }) => members))) yield object
  }
}

function countLabels(labels: readonly Labels[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels.flatMap(Object.entries<string>)) {
    counts.set(keyOf(...label), (counts.get(keyOf(...label)) ?? 0) + 1)
  }
  return counts
}

/** The label that the fewest others carry too; undefined without labels. */
function rarest(
  labels: Labels,
  frequency: ReadonlyMap<string, number>,
): readonly [string, string] | undefined {
  const rank = (label: readonly string[]) => frequency.get(keyOf(...label)) ?? 0
  return Object.entries(labels).reduce<[string, string] | undefined>(
    (best, label) => (best && rank(best) <= rank(label) ? best : label),
    undefined,
  )
}

/** Merges lists that are each in order, without reading further than is asked for. */
function* byRank<Item extends { readonly rank: number }>(
  lists: readonly (readonly Item[])[],
): Generator<Item> {
  const heads = lists.map(() => 0)
  for (;;) {
    let lowest: Item | undefined
    let from = 0
    for (const [index, list] of lists.entries()) {
      const head = list[heads[index] ?? 0]
      if (head && (!lowest || head.rank < lowest.rank)) {
        lowest = head
        from = index
      }
    }
    if (!lowest) return
    heads[from] = (heads[from] ?? 0) + 1
    yield lowest
  }
}

/** Answers which pod a selector finds first; pods are filed under each of their labels. */
function podIndex(bearers: readonly PodBearer[]) {
  const byNamespace = groupBy(bearers, ({ namespace }) => namespace)
  const byLabel = new Map<string, PodBearer[]>()
  for (const bearer of bearers) {
    for (const label of Object.entries(bearer.pod.labels))
      addTo(byLabel, keyOf(bearer.namespace, ...label), bearer)
  }
  return (namespace: string, selector: LabelSelector): PodBearer | undefined => {
    if (selectorFault(selector)) return undefined
    const lists = Object.entries(selector.matchLabels ?? {}).map(
      (label) => byLabel.get(keyOf(namespace, ...label)) ?? [],
    )
    const candidates = [...lists, byNamespace.get(namespace) ?? []].reduce((shortest, list) =>
      list.length < shortest.length ? list : shortest,
    )
    return candidates.find(({ pod }) => matches(selector, pod.labels))
  }
}
