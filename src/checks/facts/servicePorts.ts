import { isOfKind, type KubernetesObject, type PodBearer } from '../../engine/objects/readObjects'
import type { Ingress, IngressBackend, Service, ServicePort } from '../../kubernetes/objects'
import { portNameProblem } from '../../kubernetes/names'
import type { IntOrString } from '../../kubernetes/pods'
import { isPortNumber, podPort, type PodPort } from './podFacts'

/** Whether a port of a Service leads to a port of the Pods by its name. */
export const isNamedTarget = ({ targetPort }: ServicePort): boolean =>
  typeof targetPort === 'string' && targetPort !== ''

/**
 * The ports of a Pod that a port of a Service leads to: a name as the numbers that the containers give it, or as it is
 * where none does. Empty for what can be no port. `object` is only needed for a name.
 */
export function targetsOf(
  { port, targetPort, protocol }: ServicePort,
  object: PodBearer | undefined,
): readonly PodPort[] {
  const target = targetPort === 0 || targetPort === '' ? port : (targetPort ?? port)
  if (typeof target !== 'string') return isPortNumber(target) ? [podPort(target, protocol)] : []
  const own = podPort(target, protocol)
  const numbers = (object?.pod.containers ?? []).flatMap(({ container }) =>
    (container.ports ?? []).flatMap(({ name, containerPort, protocol: declared }) =>
      name === target && isPortNumber(containerPort) && podPort(target, declared).protocol === own.protocol
        ? [containerPort]
        : [],
    ),
  )
  if (numbers.length > 0) return numbers.map((number) => podPort(number, protocol))
  return portNameProblem(target) === undefined ? [own] : []
}

/** Whether a Service has a way in from outside the cluster of its own. */
export const isPublished = ({ spec }: Service): boolean =>
  spec?.type === 'LoadBalancer' || spec?.type === 'NodePort' || (spec?.externalIPs ?? []).length > 0

/** The Services and ports that an Ingress sends traffic to, in either form of its backends. */
export function backendsOf({
  data: { spec },
}: KubernetesObject<Ingress>): readonly { readonly name: string; readonly port: IntOrString }[] {
  const paths = (spec?.rules ?? []).flatMap(({ http }) => http?.paths ?? [])
  const backends = [spec?.defaultBackend, spec?.backend, ...paths.map(({ backend }) => backend)]
  return backends.flatMap((backend) => (backend ? backendOf(backend) : []))
}

function backendOf({ service, serviceName, servicePort }: IngressBackend) {
  if (service) return { name: service.name ?? '', port: service.port?.name ?? service.port?.number ?? 0 }
  return { name: serviceName ?? '', port: servicePort ?? 0 }
}

/** Whether a port of a Service is the one that is meant by its name, or by its number. */
export const isPort = ({ name, port }: ServicePort, meant: IntOrString): boolean =>
  typeof meant === 'string' ? name === meant || String(port) === meant : port === meant

export const isService = (object: KubernetesObject): object is KubernetesObject<Service> =>
  object.isSupportedKind && isOfKind(object, 'Service')
