import type { KubernetesObject, Pod, PodBearer } from '../../engine/objects/readObjects'
import { matches, selectorFault } from '../../kubernetes/labelSelector'
import type { LabelSelector, PodSpec } from '../../kubernetes/objects'
import type { Json } from '../../engine/model/json'

/**
 * A selector for the pods of an object and no others: its own where that finds them, else all their labels. Undefined
 * when they have no labels, or none that can be selected.
 */
export function selectorOfPods({ data, pod }: PodBearer): LabelSelector | undefined {
  const { selector = {} } = (data as { readonly spec?: { readonly selector?: LabelSelector } }).spec ?? {}
  const isSound = Object.values(selector.matchLabels ?? {}).every((value) => value !== '')
  const candidates = [...(isSound ? [selector] : []), { matchLabels: labelsOfPods(pod) }]
  return candidates.find(
    (one) => !isEmpty(one) && selectorFault(one) === undefined && matches(one, pod.labels),
  )
}

/** All labels of a pod but those without a value: a value of the wrong type reads as none. */
export const labelsOfPods = ({ labels }: Pod): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''))

/** Plain labels for the pods of an object, as a Service takes them; undefined as for `ownSelector`. */
export function plainSelectorOfPods(object: PodBearer): Labels | undefined {
  const { matchLabels = {}, matchExpressions = [] } = selectorOfPods(object) ?? {}
  const labels = matchExpressions.length === 0 ? matchLabels : labelsOfPods(object.pod)
  const isLegal = Object.keys(labels).length > 0 && !selectorFault({ matchLabels: labels })
  return isLegal ? { ...labels } : undefined
}

type Labels = Readonly<Record<string, string>>

/** Why nothing can be made that selects the pods of an object. */
export const unlabelled =
  'Its pods have no labels that could be selected. Give the template a label of its own first, such as app.'

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

/** What names an object and, if it has one, its namespace. */
export const metadataOf = (name: string, { namespace }: KubernetesObject): Json => ({
  name,
  ...(namespace && { namespace }),
})

type Port = { readonly name?: string; readonly port: number; readonly protocol?: 'UDP' | 'SCTP' }

/** The ports that containers declare, each once; TCP goes without saying. */
export function declaredPorts({ pod }: PodBearer): readonly Port[] {
  const ports = new Map<string, Port>()
  for (const { container } of pod.containers) {
    for (const { name, containerPort = 0, protocol } of container.ports ?? []) {
      const other = protocol === 'UDP' || protocol === 'SCTP' ? protocol : undefined
      const key = `${containerPort} ${other ?? 'TCP'}`
      if (containerPort < 1 || containerPort > 65535 || ports.has(key)) continue
      ports.set(key, { port: containerPort, ...(name && { name }), ...(other && { protocol: other }) })
    }
  }
  return [...ports.values()]
}

/** The claims on volumes that a pod names. */
export const claims = ({ spec }: Pod): readonly string[] =>
  ((spec as PodSpec & Volumes).volumes ?? []).flatMap(
    ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
  )

type Volumes = {
  readonly volumes?: readonly { readonly persistentVolumeClaim?: { readonly claimName?: string } }[]
}
