import { addTo } from '../../engine/model/groupBy'
import {
  isOfKind,
  isPodBearer,
  type KubernetesObject,
  type PodBearer,
} from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { matches, selectorError } from '../../kubernetes/labelSelector'
import type { Service, ServicePort } from '../../kubernetes/objects'
import type { LabelSelector } from '../../kubernetes/pods'
import { isPortNumber, type PodPort } from '../facts/podFacts'
import { hostsIn, hostsNamedBy, type ServiceHost } from '../facts/serviceHosts'
import { backendsOf, isNamedTarget, isPort, isPublished, isService, targetsOf } from '../facts/servicePorts'
import { isNamedWebhook, ownPorts } from './ownPorts'

/** The connections of Pods with what is outside their namespace, as far as a text shows them. */
export type Reach = {
  /** The ports that are used from outside the namespace, numbers first. */
  readonly ports: readonly PodPort[]
  /** The other namespaces whose workloads connect to them; empty text for one that the text does not name. */
  readonly callers: readonly string[]
  /** The other namespaces that they connect to. */
  readonly callees: readonly string[]
}

/** What the objects of a text show about traffic. */
export type Traffic = {
  /** The reach of all Pods that a selector matches in a namespace, and of an object whose Pods it matches. */
  readonly reachOf: (object: PodBearer, selector: LabelSelector) => Reach
  /** The objects in a namespace whose Pods a selector matches, in text order; not those in the network of a node. */
  readonly selectedBy: (namespace: string, selector: LabelSelector) => readonly PodBearer[]
  /** The objects in a namespace with Pods; not those in the network of a node. */
  readonly within: (namespace: string) => readonly PodBearer[]
  /** An object in a namespace whose Pods use the network of their node: no selector matches them as clients. */
  readonly onNode: (namespace: string) => PodBearer | undefined
  /** An object in a namespace that lets something connect from elsewhere, and whose content is not read. */
  readonly unread: (namespace: string) => KubernetesObject | undefined
}

const known = new WeakMap<Relations, Traffic>()

/** Indexes a text once, so that what is asked later takes time in proportion to its answer. */
export function trafficOf(relations: Relations): Traffic {
  const traffic = known.get(relations) ?? new TrafficIndex(relations)
  known.set(relations, traffic)
  return traffic
}

/** Services with one selector: their ports that are used from outside the namespace, and the namespaces that name them. */
type Used = {
  readonly selector: Readonly<Record<string, string>>
  readonly namespace: string
  /** Ports of the Pods, by their number and protocol; the same for all Pods. */
  readonly numbers: Map<string, PodPort>
  /** Ports that lead to a named port, which can be another one in each Pod; by name and protocol. */
  readonly named: Map<string, ServicePort>
  readonly callers: Set<string>
}

/** What is known of the Pods of one object alone. */
type Own = {
  readonly used: readonly Used[]
  readonly ports: readonly PodPort[]
  readonly callees: readonly string[]
}

/** Objects whose Pods one selector matches. */
type Selected = { readonly objects: readonly PodBearer[]; reach?: Reach }

class TrafficIndex implements Traffic {
  private readonly byNamespace = new Map<string, PodBearer[]>()
  private readonly firstOnNode = new Map<string, PodBearer>()
  private readonly firstUnread = new Map<string, KubernetesObject>()
  private readonly byLabel = new Map<string, PodBearer[]>()
  private readonly used = new Map<string, Used>()
  /** Services under one label that their Pods have. */
  private readonly usedByLabel = new Map<string, Used[]>()
  private readonly owns = new WeakMap<PodBearer, Own>()
  private readonly selections = new Map<string, Selected>()

  constructor(private readonly relations: Relations) {
    for (const bearer of relations.all.filter(isPodBearer)) {
      if (bearer.pod.spec.hostNetwork) {
        addFirst(this.firstOnNode, bearer)
        continue
      }
      addTo(this.byNamespace, bearer.namespace, bearer)
      for (const label of Object.entries(bearer.pod.labels))
        addTo(this.byLabel, keyOf(bearer.namespace, label), bearer)
    }
    const hasWebhooks = relations.all.some(({ kind }) => webhookKinds.test(kind))
    for (const service of relations.all.filter(isService)) this.addService(service, hasWebhooks)
    for (const object of relations.all) {
      this.addUser(object)
      if (!object.isSupportedKind && connecting.test(object.kind)) addFirst(this.firstUnread, object)
    }
    for (const used of this.used.values()) {
      const label = this.rarest(used.namespace, used.selector)
      if (label !== undefined) addTo(this.usedByLabel, label, used)
    }
  }

  within(namespace: string): readonly PodBearer[] {
    return this.byNamespace.get(namespace) ?? []
  }

  onNode(namespace: string): PodBearer | undefined {
    return this.firstOnNode.get(namespace)
  }

  unread(namespace: string): KubernetesObject | undefined {
    return this.firstUnread.get(namespace)
  }

  selectedBy(namespace: string, selector: LabelSelector): readonly PodBearer[] {
    return this.selection(namespace, selector).objects
  }

  reachOf(object: PodBearer, selector: LabelSelector): Reach {
    const selection = this.selection(object.namespace, selector)
    const reach = (selection.reach ??= this.reachOfAll(selection.objects))
    return selection.objects.includes(object) ? reach : this.reachOfAll([object, ...selection.objects])
  }

  private selection(namespace: string, selector: LabelSelector): Selected {
    const key = `${namespace}\0${JSON.stringify(selector)}`
    const selection = this.selections.get(key) ?? { objects: this.findSelected(namespace, selector) }
    this.selections.set(key, selection)
    return selection
  }

  private findSelected(namespace: string, selector: LabelSelector): readonly PodBearer[] {
    if (selectorError(selector)) return []
    const lists = Object.entries(selector.matchLabels ?? {}).map(
      (label) => this.byLabel.get(keyOf(namespace, label)) ?? [],
    )
    const shortest = lists.reduce(
      (best, list) => (list.length < best.length ? list : best),
      lists[0] ?? this.within(namespace),
    )
    return shortest.filter(({ pod }) => matches(selector, pod.labels))
  }

  private addService(service: KubernetesObject<Service>, hasWebhooks: boolean) {
    const { data, annotations, namespace } = service
    const ports = data.spec?.ports ?? []
    if (isPublished(data)) this.use(service, ports)
    if (annotations['prometheus.io/scrape'] === 'true') {
      const port = Number(annotations['prometheus.io/port'])
      if (isPortNumber(port)) addPorts(this.usedOf(service).numbers, [{ port }])
      else this.use(service, ports)
    }
    const isWebhook = (port: ServicePort) =>
      (hasWebhooks && port.port === 443) || isNamedWebhook(service.name) || isNamedWebhook(port.name)
    this.use(service, ports.filter(isWebhook))
    for (const { name, namespace: other } of hostsIn(data.spec?.externalName ?? ''))
      this.addCaller({ name, namespace: other }, namespace)
  }

  private addUser(object: KubernetesObject) {
    if (isPodBearer(object)) for (const host of hostsNamedBy(object)) this.addCaller(host, object.namespace)
    if (!object.isSupportedKind || !isOfKind(object, 'Ingress')) return
    for (const { name, port } of backendsOf(object))
      for (const service of this.relations.services(object.namespace, name))
        this.use(
          service,
          (service.data.spec?.ports ?? []).filter((one) => isPort(one, port)),
        )
  }

  private addCaller(host: ServiceHost, caller: string) {
    for (const service of this.servicesOf(host))
      if (service.namespace !== caller) this.usedOf(service).callers.add(caller)
  }

  /** A namespace that is not set is taken for `default` where something names that. */
  private servicesOf({ name, namespace }: ServiceHost): readonly KubernetesObject<Service>[] {
    const services = this.relations.services(namespace, name)
    return services.length === 0 && namespace === 'default' ? this.relations.services('', name) : services
  }

  private usedOf({ namespace, data }: KubernetesObject<Service>): Used {
    const { selector = {} } = data.spec ?? {}
    const key = `${namespace}\0${JSON.stringify(selector)}`
    const sets = { numbers: new Map(), named: new Map(), callers: new Set<string>() }
    const used = this.used.get(key) ?? { selector, namespace, ...sets }
    this.used.set(key, used)
    return used
  }

  private use(service: KubernetesObject<Service>, ports: readonly ServicePort[]) {
    for (const port of ports) {
      const { numbers, named } = this.usedOf(service)
      if (isNamedTarget(port)) named.set(`${port.targetPort} ${port.protocol ?? ''}`, port)
      else addPorts(numbers, targetsOf(port, undefined))
    }
  }

  /** The label of a selector that the fewest Pods have; undefined when no Pod has all of them. */
  private rarest(namespace: string, selector: Readonly<Record<string, string>>): string | undefined {
    const keys = Object.entries(selector).map((label) => keyOf(namespace, label))
    const count = (key: string) => this.byLabel.get(key)?.length ?? 0
    return keys.toSorted((left, right) => count(left) - count(right))[0]
  }

  private reachOfAll(objects: readonly PodBearer[]): Reach {
    const ports = new Map<string, PodPort>()
    const callees = new Set<string>()
    const using = new Set<Used>()
    for (const object of objects) {
      const own = this.ownOf(object)
      addPorts(ports, own.ports)
      for (const namespace of own.callees) callees.add(namespace)
      for (const used of own.used) using.add(used)
    }
    for (const { numbers } of using) addPorts(ports, [...numbers.values()])
    const callers = new Set([...using].flatMap((used) => [...used.callers]))
    return {
      ports: [...ports.values()].toSorted(comparePorts),
      callers: [...callers].toSorted(),
      callees: [...callees].toSorted(),
    }
  }

  private ownOf(object: PodBearer): Own {
    const own = this.owns.get(object) ?? this.findOwn(object)
    this.owns.set(object, own)
    return own
  }

  private findOwn(object: PodBearer): Own {
    const { namespace, pod } = object
    const used = Object.entries(pod.labels)
      .flatMap((label) => this.usedByLabel.get(keyOf(namespace, label)) ?? [])
      .filter(({ selector }) => matches({ matchLabels: selector }, pod.labels))
    const named = used.flatMap((one) => [...one.named.values()].flatMap((port) => targetsOf(port, object)))
    const hosts = hostsNamedBy(object).filter((host) =>
      this.servicesOf(host).some((service) => service.namespace !== namespace),
    )
    return { used, ports: [...ownPorts(object), ...named], callees: hosts.map((host) => host.namespace) }
  }
}

function addFirst<Item extends KubernetesObject>(byNamespace: Map<string, Item>, object: Item): void {
  if (!byNamespace.has(object.namespace)) byNamespace.set(object.namespace, object)
}

/** Kinds that make something in another namespace connect to Pods, whose content is not read. */
const connecting =
  /^(?:(?:HTTP|GRPC|TCP|TLS|UDP)Route|IngressRoute(?:TCP|UDP)?|Route|VirtualService|Mapping|HTTPProxy|ServiceMonitor|PodMonitor)$/

/** Kinds that make the API server connect to a Service; their content is not read. */
const webhookKinds = /^(?:(?:Validating|Mutating)WebhookConfiguration|APIService)$/

function addPorts(ports: Map<string, PodPort>, more: readonly PodPort[]): void {
  for (const port of more) ports.set(`${port.port} ${port.protocol ?? ''}`, port)
}

/** An order that does not depend on the text: numbers, then names. */
function comparePorts(left: PodPort, right: PodPort): number {
  const rank = ({ port }: PodPort) => (typeof port === 'number' ? port : Infinity)
  const text = ({ port, protocol }: PodPort) => `${port} ${protocol ?? ''}`
  if (rank(left) !== rank(right)) return rank(left) < rank(right) ? -1 : 1
  return text(left) < text(right) ? -1 : 1
}

const keyOf = (namespace: string, [key, value]: readonly [string, string]): string =>
  [namespace, key, value].join('\0')
