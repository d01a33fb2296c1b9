import type { KubernetesObject, PodBearer } from '../../engine/objects/readObjects'
import { matches, selectorError } from '../../kubernetes/labelSelector'
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort, Service } from '../../kubernetes/objects'
import type { LabelSelector } from '../../kubernetes/pods'
import { directionsOf } from '../pod-networkpolicy/directions'

/** What connects: the Pods of an object, or a client outside the cluster. */
export type Client = PodBearer | 'outside'

/** A port on which Pods listen. `protocol`: TCP without one. */
export type Listener = { readonly port: number; readonly protocol?: string }

/**
 * Whether a connection gets through: the policies that select the client must allow it as egress, and those that select
 * the server as ingress, as a network plugin enforces them. Of the labels of a namespace only
 * `kubernetes.io/metadata.name` is known. An `ipBlock` matches no Pod, and clients outside only where it is any address.
 */
export function isAllowed(
  policies: readonly NetworkPolicy[],
  client: Client,
  server: PodBearer,
  listener: Listener,
): boolean {
  const out = client === 'outside' || allows(policies, 'egress', client, server, server, listener)
  return out && allows(policies, 'ingress', server, client, server, listener)
}

/** Where the ports of a Service lead in one of the Pods that it selects; none when it does not select them. */
export function listenersBehind(service: KubernetesObject<Service>, server: PodBearer): readonly Listener[] {
  const { selector = {}, ports = [] } = service.data.spec ?? {}
  const selects =
    service.namespace === server.namespace &&
    Object.keys(selector).length > 0 &&
    matches({ matchLabels: selector }, server.pod.labels)
  if (!selects) return []
  return ports.flatMap(({ port = 0, targetPort = port, protocol = 'TCP' }) =>
    typeof targetPort === 'string'
      ? portsNamed(server, targetPort, protocol).map((number) => ({ port: number, protocol }))
      : [{ port: targetPort, protocol }],
  )
}

/** Whether the policies for one side of a connection allow it. `pods`: the side that is selected; `peer`: the other. */
function allows(
  policies: readonly NetworkPolicy[],
  direction: 'ingress' | 'egress',
  pods: PodBearer,
  peer: Client,
  server: PodBearer,
  listener: Listener,
): boolean {
  if (pods.pod.spec.hostNetwork) return true
  const own = policies.filter((policy) => directionsOf(policy)[direction] && selects(policy, pods))
  const rules = own.flatMap(({ metadata, spec }) =>
    (spec?.[direction] ?? []).map((rule) => ({ rule, namespace: metadata?.namespace ?? '' })),
  )
  return (
    own.length === 0 ||
    rules.some(
      ({ rule, namespace }) =>
        isPeer((direction === 'ingress' ? rule.from : rule.to) ?? [], namespace, peer) &&
        hasPort(rule.ports ?? [], server, listener),
    )
  )
}

const selects = ({ metadata, spec }: NetworkPolicy, { namespace, pod }: PodBearer): boolean =>
  (metadata?.namespace ?? '') === namespace && fits(spec?.podSelector ?? {}, pod.labels)

const fits = (selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean =>
  selectorError(selector) === undefined && matches(selector, labels)

/** An empty list of peers is everything. `namespace`: that of the policy. */
function isPeer(peers: readonly NetworkPolicyPeer[], namespace: string, client: Client): boolean {
  if (peers.length === 0) return true
  return peers.some(({ podSelector, namespaceSelector, ipBlock }) => {
    if (ipBlock !== undefined) return client === 'outside' && isAnyAddress(ipBlock)
    // Pods in the network of a node have its address, which selectors do not match.
    if (client === 'outside' || client.pod.spec.hostNetwork) return false
    const isNamespace = namespaceSelector
      ? fits(namespaceSelector, { 'kubernetes.io/metadata.name': client.namespace })
      : client.namespace === namespace
    return isNamespace && fits(podSelector ?? {}, client.pod.labels)
  })
}

const isAnyAddress = ({ cidr, except = [] }: NonNullable<NetworkPolicyPeer['ipBlock']>): boolean =>
  (cidr === '0.0.0.0/0' || cidr === '::/0') && except.length === 0

/** An empty list of ports is every port; a name is that of a port of the server’s containers. */
function hasPort(ports: readonly NetworkPolicyPort[], server: PodBearer, listener: Listener): boolean {
  if (ports.length === 0) return true
  return ports.some(({ port, endPort, protocol = 'TCP' }) => {
    if (protocol !== (listener.protocol ?? 'TCP')) return false
    if (port === undefined) return true
    if (typeof port === 'string') return portsNamed(server, port, protocol).includes(listener.port)
    return listener.port >= port && listener.port <= (endPort ?? port)
  })
}

const portsNamed = ({ pod }: PodBearer, name: string, protocol: string): readonly number[] =>
  pod.containers
    .flatMap(({ container }) => container.ports ?? [])
    .filter((declared) => declared.name === name && (declared.protocol ?? 'TCP') === protocol)
    .map(({ containerPort = 0 }) => containerPort)
