import { backendsOf, isPort, isPublished, isService } from '../checks/facts/servicePorts'
import { isAllowed, listenersBehind, type Client, type Listener } from '../checks/testing/networkTraffic'
import { isOfKind, isPodBearer, type KubernetesObject, type PodBearer } from '../engine/objects/readObjects'
import type { NetworkPolicy } from '../kubernetes/objects'
import { aligned, plainName } from './hazards'

/** The objects of a text, those of kinds that the checks support. */
type Objects = readonly KubernetesObject[]

/** Counts connections that were looked at. */
export type Traffic = { connections: number }

/**
 * Connections that were possible before and are not any more: between the workloads of a namespace, to every port behind
 * their Services, and from outside to what is published.
 */
export function* cutConnections(before: Objects, after: Objects, count: Traffic): Generator<string> {
  const [old, now] = [policiesIn(before), policiesIn(after)]
  const servers = aligned(before.filter(isPodBearer), after.filter(isPodBearer), titleOf)
  for (const [server, laterServer] of servers) {
    const isCut = (client: Client, later: Client, listener: Listener): boolean => {
      count.connections += 1
      return (
        laterServer !== undefined &&
        isAllowed(old, client, server, listener) &&
        !isAllowed(now, later, laterServer, listener)
      )
    }
    for (const listener of before.filter(isService).flatMap((service) => listenersBehind(service, server)))
      for (const [client, later] of servers) {
        const isNeighbour = client !== server && client.namespace === server.namespace
        if (isNeighbour && later && isCut(client, later, listener))
          yield `${titleOf(client)} is cut off from ${titleOf(server)}, port ${listener.port}`
      }
    for (const listener of publishedListeners(before, server))
      if (isCut('outside', 'outside', listener))
        yield `clients outside are cut off from ${titleOf(server)}, port ${listener.port}`
  }
}

const titleOf = ({ kind, name }: KubernetesObject): string => `${kind} ${plainName(name)}`

const policiesIn = (objects: Objects): readonly NetworkPolicy[] =>
  objects.flatMap((object) =>
    object.isSupportedKind && isOfKind(object, 'NetworkPolicy') ? [object.data] : [],
  )

/** The ports of Pods that the text lets clients outside reach: by the type of a Service, or by an Ingress. */
function publishedListeners(objects: Objects, server: PodBearer): readonly Listener[] {
  const backends = objects.flatMap((object) =>
    object.isSupportedKind && isOfKind(object, 'Ingress') && object.namespace === server.namespace
      ? backendsOf(object)
      : [],
  )
  return objects.filter(isService).flatMap((service) => {
    const ports = (service.data.spec?.ports ?? []).filter(
      (port) =>
        isPublished(service.data) ||
        backends.some(({ name, port: named }) => name === service.name && isPort(port, named)),
    )
    const published = { ...service, data: { ...service.data, spec: { ...service.data.spec, ports } } }
    return listenersBehind(published, server)
  })
}
