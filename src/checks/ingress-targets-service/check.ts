import { check, type Remark } from '../../engine/findings/check'
import { titleOf, type KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { Ingress, IngressBackend } from '../../kubernetes/objects'
import type * as Mends from './fix'
import { hasPort, type Target } from './target'
import type { Path } from '../../engine/model/path'

export default check({
  id: 'ingress-targets-service',
  title: 'Ingress targets Service',
  topic: 'connected',
  on: 'Ingress',
  *judgeAmong(ingress, relations) {
    const legacy = ingress.apiVersion.endsWith('/v1beta1')
    for (const [rule, { http }] of (ingress.data.spec?.rules ?? []).entries()) {
      for (const [index, { path = '', backend = {} }] of (http?.paths ?? []).entries()) {
        const at = ['spec', 'rules', rule, 'http', 'paths', index, 'backend']
        const fault = faultOf(ingress, legacy ? legacyTarget(backend) : target(backend), at, relations)
        if (fault) yield { severity: 'critical', subject: path, ...fault }
      }
    }
  },
})

function target({ service }: IngressBackend): Target | undefined {
  if (!service) return undefined
  const { name = '', port = {} } = service
  const portField = port.name === undefined ? 'number' : 'name'
  const fields = { name: ['service', 'name'], port: ['service', 'port', portField] }
  return { name, portName: port.name ?? '', portNumber: port.number ?? 0, fields, port: ['service', 'port'] }
}

function legacyTarget({ serviceName = '', servicePort = 0 }: IngressBackend): Target {
  const fields = { name: ['serviceName'], port: ['servicePort'] }
  return typeof servicePort === 'string'
    ? { name: serviceName, portName: servicePort, portNumber: 0, fields, port: fields.port }
    : { name: serviceName, portName: '', portNumber: servicePort, fields, port: fields.port }
}

function faultOf(
  ingress: KubernetesObject<Ingress>,
  to: Target | undefined,
  at: Path,
  relations: Relations,
): Omit<Remark, 'severity' | 'subject'> | undefined {
  if (!to)
    return {
      at,
      message: `${titleOf(ingress)} has a path whose backend is no Service.`,
      mend: (by: typeof Mends) => by.noService(),
    }
  const services = relations.services(ingress.namespace, to.name)
  if (services.some((service) => hasPort(service, to))) return undefined
  const advice = 'The Ingress is accepted all the same, and its controller answers 503 for this path.'
  const [service] = services
  if (!service) {
    const where = ingress.namespace ? ` in namespace ${ingress.namespace}` : ''
    const message = `${titleOf(ingress)} sends traffic to Service ${to.name || '""'}, which is not in this text${where}.`
    return {
      at: [...at, ...to.fields.name],
      message,
      advice,
      mend: (by: typeof Mends) => by.nearService(ingress, to, at, relations),
    }
  }
  const port = to.portNumber > 0 ? String(to.portNumber) : to.portName || '""'
  return {
    at: [...at, ...to.fields.port],
    message: `${titleOf(ingress)} sends traffic to port ${port}, which Service ${to.name} does not have.`,
    advice,
    mend: (by: typeof Mends) => by.otherPort(service, to, at),
    related: [{ object: service, at: ['spec', 'ports'], message: `The ports of Service ${to.name}.` }],
  }
}
