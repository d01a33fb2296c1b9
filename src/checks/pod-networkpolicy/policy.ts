import type { Json } from '../../engine/model/json'
import type { LabelSelector } from '../../kubernetes/pods'
import { metadataOf } from '../facts/newObjects'
import { selectorData } from '../facts/podSelector'
import type { PodPort } from '../facts/podFacts'
import type { Directions } from './directions'
import type { Reach } from './reach'

/** Which connections a new policy lets the Pods open: all, or those that the text shows. */
export type Egress = 'open' | 'restricted'

/** A NetworkPolicy that allows ingress from the namespace and what a text shows of connections from elsewhere. */
export const newPolicy = (
  name: string,
  namespace: string,
  selector: LabelSelector,
  directions: Directions,
  reach: Reach,
  egress: Egress,
): Json => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: metadataOf(name, { namespace }),
  spec: {
    podSelector: selectorData(selector),
    policyTypes: [...(directions.ingress ? ['Ingress'] : []), ...(directions.egress ? ['Egress'] : [])],
    ...(directions.ingress && { ingress: ingressRules(reach) }),
    ...(directions.egress && { egress: egress === 'open' ? [{}] : egressRules(reach) }),
  },
})

const ingressRules = ({ callers, ports }: Reach): Json => [
  { from: [ownNamespace, ...callers.map(namespaced)] },
  ...(ports.length > 0 ? [{ ports: ports.map(portData) }] : []),
]

const egressRules = ({ callees }: Reach): Json => [
  { to: [ownNamespace, ...callees.map(namespaced)] },
  {
    to: [namespaced('kube-system')],
    ports: [portData({ port: 53, protocol: 'UDP' }), { port: 53, protocol: 'TCP' }],
  },
]

const ownNamespace: Json = { podSelector: {} }

/** All Pods of a namespace; of every one where its name is not known. */
const namespaced = (name: string): Json => ({
  namespaceSelector: name ? { matchLabels: { 'kubernetes.io/metadata.name': name } } : {},
})

const portData = ({ port, protocol }: PodPort): Json => ({ port, ...(protocol && { protocol }) })

/** What a new policy allows, as in a title: `ingress from the namespace and to port 80, egress open`. */
export const allowedText = (directions: Directions, reach: Reach, egress: Egress): string =>
  [
    ...(directions.ingress ? [`ingress ${joined(['from the namespace', ...ingressExtras(reach)])}`] : []),
    ...(directions.egress ? [egress === 'open' ? 'egress open' : `egress only to ${egressText(reach)}`] : []),
  ].join(', ')

/** What is allowed from outside the namespace: `from namespace shop`, `to port 80`. */
export const ingressExtras = ({ callers, ports }: Reach): readonly string[] => [
  ...(callers.length > 0 ? [`from ${namespacesText(callers)}`] : []),
  ...(ports.length > 0 ? [`to ${portsText(ports)}`] : []),
]

const egressText = ({ callees }: Reach): string =>
  joined(['the namespace', ...(callees.length > 0 ? [namespacesText(callees)] : []), 'DNS'])

const namespacesText = (names: readonly string[]): string => {
  if (names.includes('')) return 'every namespace'
  if (names.length > most) return `${names.length} other namespaces`
  return `${names.length > 1 ? 'namespaces' : 'namespace'} ${joined(names)}`
}

const portsText = (ports: readonly PodPort[]): string => {
  if (ports.length > most) return `${ports.length} ports`
  return `${ports.length > 1 ? 'ports' : 'port'} ${joined(ports.map(portText))}`
}

const portText = ({ port, protocol }: PodPort): string => (protocol ? `${port}/${protocol}` : `${port}`)

/** So many namespaces or ports a title names. */
const most = 3

/** `a, b and c`. */
export const joined = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? '')
