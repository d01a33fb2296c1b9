import { matches, selectorError } from '../../kubernetes/labelSelector'
import type {
  HorizontalPodAutoscaler,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
} from '../../kubernetes/objects'
import type { LabelSelector } from '../../kubernetes/pods'
import { addTo, groupBy } from '../model/groupBy'
import { isOfKind, isPodBearer, type KubernetesObject, type PodBearer } from './readObjects'
import { serviceSelector } from './labelSelectors'

type Labels = Readonly<Record<string, string>>

/**
 * Which objects of a text select, target or name each other. Objects outside the text are not known. An invalid selector
 * selects nothing. Namespaces are compared as text, so an unset one is not equal to `default`.
 */
export type Relations = {
  /** The first Service that selects the Pod. */
  readonly serviceFor: (bearer: PodBearer) => KubernetesObject<Service> | undefined
  /** The NetworkPolicies that select the Pod, in text order. */
  readonly policiesFor: (bearer: PodBearer) => Iterable<KubernetesObject<NetworkPolicy>>
  /** The first PodDisruptionBudget that selects the Pod. */
  readonly budgetFor: (bearer: PodBearer) => KubernetesObject<PodDisruptionBudget> | undefined
  /** The first PodDisruptionBudget that selects the labels of the Pod, whatever its namespace. */
  readonly budgetInAnyNamespace: (bearer: PodBearer) => KubernetesObject<PodDisruptionBudget> | undefined
  /** The first object in a namespace whose Pod a selector matches. */
  readonly podSelectedBy: (namespace: string, selector: LabelSelector) => PodBearer | undefined
  /** The Services with this name. */
  readonly services: (namespace: string, name: string) => readonly KubernetesObject<Service>[]
  /** The autoscalers in a namespace whose target has this name. */
  readonly autoscalersOf: (
    namespace: string,
    name: string,
  ) => readonly KubernetesObject<HorizontalPodAutoscaler>[]
  /** The objects with this name, of all kinds that the checks support. */
  readonly named: (namespace: string, name: string) => readonly KubernetesObject[]
  /** All objects in a namespace, of all kinds that the checks support. */
  readonly within: (namespace: string) => readonly KubernetesObject[]
  /** The objects of the text, of whatever kind and namespace, in text order. */
  readonly all: readonly KubernetesObject[]
}

/** How many comparisons of selectors with labels a text may need: some in any case, and more for each object. */
const comparisons = { base: 1_000_000, perObject: 200 }

/** Objects of the same name beyond these are not looked at: at most one of them can be in a cluster. */
const sameNameLimit = 200

/** Counts comparisons; throws when there are too many for a text. */
class ComparisonBudget {
  private left: number

  constructor(objects: number) {
    this.left = comparisons.base + comparisons.perObject * objects
  }

  spend(count: number): void {
    this.left -= count
    if (this.left < 0) throw new Error('the text has too many selectors to compare')
  }
}

/** Indexes the objects of a text, so that the time of a query depends on the size of its answer and not of the text. */
export function relate(objects: readonly KubernetesObject[]): Relations {
  const supported = objects.filter((object) => object.isSupportedKind)
  const budget = new ComparisonBudget(supported.length)
  const services = supported.filter((object) => isOfKind(object, 'Service'))
  const budgets = supported.filter((object) => isOfKind(object, 'PodDisruptionBudget')).flatMap(withSelector)
  const policies = supported.filter((object) => isOfKind(object, 'NetworkPolicy'))
  const servicesSelecting = selectorIndex(
    services.map((object) => ({ object, selector: serviceSelector(object.data) })),
    budget,
  )
  const policiesSelecting = selectorIndex(
    policies.map((object) => ({ object, selector: object.data.spec?.podSelector ?? {} })),
    budget,
  )
  const budgetsSelecting = selectorIndex(budgets, budget)
  const budgetsInAnyNamespace = selectorIndex(
    budgets.map((entry) => ({ ...entry, inAnyNamespace: true })),
    budget,
  )
  const firstPod = podIndex(supported.filter(isPodBearer), budget)
  const servicesByName = groupBy(services, nameKey)
  const byName = groupBy(supported, nameKey)
  const autoscalers = groupBy(
    supported.filter((object) => isOfKind(object, 'HorizontalPodAutoscaler')),
    ({ namespace, data }) => keyOf(namespace, data.spec?.scaleTargetRef?.name ?? ''),
  )
  let byNamespace: ReadonlyMap<string, readonly KubernetesObject[]> | undefined
  return {
    serviceFor: (bearer) => first(servicesSelecting(bearer.namespace, bearer.pod.labels)),
    policiesFor: (bearer) => policiesSelecting(bearer.namespace, bearer.pod.labels),
    budgetFor: (bearer) => first(budgetsSelecting(bearer.namespace, bearer.pod.labels)),
    budgetInAnyNamespace: ({ pod }) => first(budgetsInAnyNamespace('', pod.labels)),
    podSelectedBy: firstPod,
    services: (namespace, name) => some(servicesByName.get(keyOf(namespace, name))),
    autoscalersOf: (namespace, name) => some(autoscalers.get(keyOf(namespace, name))),
    named: (namespace, name) => some(byName.get(keyOf(namespace, name))),
    within: (namespace) =>
      (byNamespace ??= groupBy(supported, (object) => object.namespace)).get(namespace) ?? [],
    all: objects,
  }
}

const some = <Item>(items: readonly Item[] = []): readonly Item[] =>
  items.length > sameNameLimit ? items.slice(0, sameNameLimit) : items

const keyOf = (...parts: readonly string[]): string => parts.join('\0')

const nameKey = ({ namespace, name }: KubernetesObject): string => keyOf(namespace, name)

const first = <Item>(items: Iterable<Item>): Item | undefined => {
  for (const item of items) return item
  return undefined
}

/** A budget without a selector selects nothing. */
const withSelector = (object: KubernetesObject<PodDisruptionBudget>) => {
  const selector = object.data.spec?.selector
  return selector ? [{ object, selector }] : []
}

type Selecting<Data> = {
  readonly object: KubernetesObject<Data>
  readonly selector: LabelSelector
  /** Whether the namespace is not compared. */
  readonly inAnyNamespace?: boolean
}

/** `rank`: the position of the object in the text. */
type Ranked<Data> = { readonly rank: number; readonly object: KubernetesObject<Data> }

/** Objects with equal selectors: the selector is compared once for all of them. */
type Group<Data> = { readonly selector: LabelSelector; readonly members: Ranked<Data>[] }

/**
 * Finds the objects that select given labels, in text order. Each selector is indexed under the rarest of the labels that
 * it requires, so only selectors that share this label with the Pod are compared. Those that require no label are
 * compared every time.
 */
function selectorIndex<Data>(entries: readonly Selecting<Data>[], budget: ComparisonBudget) {
  const valid = entries.filter(({ selector }) => !selectorError(selector))
  const frequency = countLabels(valid.map(({ selector }) => selector.matchLabels ?? {}))
  const groups = new Map<string, Group<Data>>()
  const buckets = new Map<string, Group<Data>[]>()
  for (const [rank, { object, selector, inAnyNamespace }] of valid.entries()) {
    const namespace = inAnyNamespace ? '' : object.namespace
    const key = keyOf(namespace, JSON.stringify(selector))
    const existing = groups.get(key)
    const group = existing ?? { selector, members: [] }
    group.members.push({ rank, object })
    if (existing) continue
    groups.set(key, group)
    addTo(buckets, keyOf(namespace, ...(rarest(selector.matchLabels ?? {}, frequency) ?? [])), group)
  }
  const known = new WeakMap<Labels, readonly Group<Data>[]>()
  const matching = (namespace: string, labels: Labels): readonly Group<Data>[] => {
    const byLabel = Object.entries(labels).flatMap((label) => buckets.get(keyOf(namespace, ...label)) ?? [])
    return [...byLabel, ...(buckets.get(namespace) ?? [])].filter(({ selector }) => {
      budget.spend(effortOf(selector))
      return matches(selector, labels)
    })
  }
  return function* (namespace: string, labels: Labels): Generator<KubernetesObject<Data>> {
    // Several checks ask for the same Pod, whose labels are an object of its own.
    const selecting = known.get(labels) ?? matching(namespace, labels)
    known.set(labels, selecting)
    for (const { object } of mergeByRank(selecting.map(({ members }) => members))) {
      budget.spend(selecting.length)
      yield object
    }
  }
}

/** What comparing a selector costs: the values of its expressions are looked through. */
const effortOf = ({ matchExpressions = [] }: LabelSelector): number =>
  matchExpressions.reduce((sum, { values = [] }) => sum + 1 + values.length / 10, 1)

/** In how many of the sets each label is. */
function countLabels(labels: readonly Labels[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels.flatMap(Object.entries<string>)) {
    counts.set(keyOf(...label), (counts.get(keyOf(...label)) ?? 0) + 1)
  }
  return counts
}

/** The label with the lowest frequency; undefined without labels. */
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

/** Merges sorted lists into one, lazily. */
function* mergeByRank<Item extends { readonly rank: number }>(
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

/** Finds the first object whose Pod a selector matches. Pods are indexed under each of their labels. */
function podIndex(bearers: readonly PodBearer[], budget: ComparisonBudget) {
  const byNamespace = groupBy(bearers, ({ namespace }) => namespace)
  const byLabel = new Map<string, PodBearer[]>()
  for (const bearer of bearers) {
    for (const label of Object.entries(bearer.pod.labels))
      addTo(byLabel, keyOf(bearer.namespace, ...label), bearer)
  }
  return (namespace: string, selector: LabelSelector): PodBearer | undefined => {
    if (selectorError(selector)) return undefined
    const lists = Object.entries(selector.matchLabels ?? {}).map(
      (label) => byLabel.get(keyOf(namespace, ...label)) ?? [],
    )
    const candidates = [...lists, byNamespace.get(namespace) ?? []].reduce((shortest, list) =>
      list.length < shortest.length ? list : shortest,
    )
    const effort = effortOf(selector)
    return candidates.find(({ pod }) => {
      budget.spend(effort)
      return matches(selector, pod.labels)
    })
  }
}
