import { ignores } from '../../engine/findings/ignores'
import { addTo } from '../../engine/model/groupBy'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { LabelSelector } from '../../kubernetes/pods'
import { lastingSelectorOfPods } from '../facts/podSelector'
import { uncovered, type Directions } from './directions'
import { trafficOf, type Reach } from './reach'

/** Workloads of a namespace that one policy can be for: each is selected by another value of the same label. */
export type SharedPolicy = {
  readonly selector: LabelSelector
  readonly workloads: number
  /** 1, or higher where the workloads are so many that they need several policies. */
  readonly part: number
  readonly reach: Reach
}

const known = new WeakMap<Relations, Map<string, ReadonlyMap<string, SharedPolicy>>>()

/**
 * The policy that an object can share with others in its namespace that lack the same directions and are reached from the
 * same places; the same one for each of them. Undefined when there are no others.
 */
export function sharedPolicy(
  object: PodBearer,
  missing: Directions,
  relations: Relations,
): SharedPolicy | undefined {
  const label = onlyLabel(object)
  if (!label) return undefined
  const byNamespace = known.get(relations) ?? new Map<string, ReadonlyMap<string, SharedPolicy>>()
  known.set(relations, byNamespace)
  const policies = byNamespace.get(object.namespace) ?? policiesIn(object.namespace, relations)
  byNamespace.set(object.namespace, policies)
  return policies.get(JSON.stringify([...label, missing]))
}

/** The policies that workloads of a namespace can share, by their label, its value and the missing directions. */
function policiesIn(namespace: string, relations: Relations): ReadonlyMap<string, SharedPolicy> {
  const groups = new Map<string, Value[]>()
  const seen = new Set<string>()
  for (const object of trafficOf(relations).within(namespace)) {
    const [key = '', value = ''] = onlyLabel(object) ?? []
    const label = JSON.stringify([key, value])
    if (!key || seen.has(label)) continue
    seen.add(label)
    const one = valueOf(object, key, value, relations)
    if (one) addTo(groups, JSON.stringify([key, one.missing, one.reach.ports, one.reach.callers]), one)
  }
  return new Map(
    [...groups.values()]
      .filter((values) => values.length > 1)
      .flatMap(parts)
      .flatMap(({ values, part }) => {
        const shared = combined(values, part)
        return values.map(
          ({ key, value, missing }) => [JSON.stringify([key, value, missing]), shared] as const,
        )
      }),
  )
}

/** The workloads with a label; undefined where some of them already have a policy for more, or shall have none. */
function valueOf(object: PodBearer, key: string, value: string, relations: Relations): Value | undefined {
  const selector = { matchLabels: { [key]: value } }
  const traffic = trafficOf(relations)
  const workloads = traffic.selectedBy(object.namespace, selector)
  const missing = uncovered(object, relations)
  const isAlike = (other: PodBearer) =>
    !ignoresPolicies(other) && JSON.stringify(uncovered(other, relations)) === JSON.stringify(missing)
  if ((!missing.ingress && !missing.egress) || !workloads.every(isAlike)) return undefined
  return { key, value, missing, workloads, reach: traffic.reachOf(object, selector) }
}

type Value = {
  readonly key: string
  readonly value: string
  readonly missing: Directions
  readonly workloads: readonly PodBearer[]
  readonly reach: Reach
}

/** So many values one policy lists at most: a person still reads it, and each finding stays cheap. */
const valueLimit = 50

function parts(values: readonly Value[]) {
  const count = Math.ceil(values.length / valueLimit)
  const size = Math.ceil(values.length / count)
  return Array.from({ length: count }, (_, index) => ({
    values: values.slice(index * size, (index + 1) * size),
    part: index + 1,
  }))
}

function combined(values: readonly Value[], part: number): SharedPolicy {
  const [first] = values
  return {
    selector: {
      matchExpressions: [{ key: first?.key ?? '', operator: 'In', values: values.map(({ value }) => value) }],
    },
    part,
    workloads: values.reduce((sum, { workloads }) => sum + workloads.length, 0),
    reach: first?.reach ?? { ports: [], callers: [], callees: [] },
  }
}

/** The label that a policy for an object alone would select; undefined when it would select more than one. */
function onlyLabel(object: PodBearer): readonly [key: string, value: string] | undefined {
  const { matchLabels = {}, matchExpressions = [] } = lastingSelectorOfPods(object) ?? {}
  const [label, ...others] = Object.entries(matchLabels)
  return others.length === 0 && matchExpressions.length === 0 ? label : undefined
}

/** Whether the author has said that an object needs no policy of this text. */
const ignoresPolicies = ({ annotations, pod }: PodBearer): boolean =>
  [annotations, pod.annotations].some((one) => ignores(one, 'pod-networkpolicy'))
