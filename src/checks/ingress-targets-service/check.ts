import { check, mayBeElsewhere, type CheckDiagnostic } from '../../engine/findings/check'
import type { Path } from '../../engine/model/path'
import { titleOf, type KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { Ingress, IngressBackend } from '../../kubernetes/objects'
import type { BackendProblem } from './backendProblem'
import { hasPort, type BackendTarget } from './target'

export default check({
  id: 'ingress-targets-service',
  title: 'Ingress targets Service',
  topic: 'connected',
  severities: ['critical'],
  on: 'Ingress',
  *findAmong(ingress, relations) {
    const isLegacy = ingress.apiVersion.endsWith('/v1beta1')
    for (const [rule, { http }] of (ingress.data.spec?.rules ?? []).entries()) {
      for (const [index, { path = '', backend = {} }] of (http?.paths ?? []).entries()) {
        const at = ['spec', 'rules', rule, 'http', 'paths', index, 'backend']
        const target = isLegacy ? legacyTarget(backend) : targetOf(backend)
        const problem = problemOf(ingress, target, at, relations)
        if (problem)
          yield {
            severity: 'critical',
            subject: path,
            about: { noun: 'path', name: path || '/' },
            ...problem,
          }
      }
    }
  },
  fix: () => import('./fix'),
})

function targetOf({ service }: IngressBackend): BackendTarget | undefined {
  if (!service) return undefined
  const { name = '', port = {} } = service
  const portField = port.name === undefined ? 'number' : 'name'
  const fields = { name: ['service', 'name'], port: ['service', 'port', portField] }
  return { name, portName: port.name ?? '', portNumber: port.number ?? 0, fields, port: ['service', 'port'] }
}

function legacyTarget({ serviceName = '', servicePort = 0 }: IngressBackend): BackendTarget {
  const fields = { name: ['serviceName'], port: ['servicePort'] }
  return typeof servicePort === 'string'
    ? { name: serviceName, portName: servicePort, portNumber: 0, fields, port: fields.port }
    : { name: serviceName, portName: '', portNumber: servicePort, fields, port: fields.port }
}

function problemOf(
  ingress: KubernetesObject<Ingress>,
  target: BackendTarget | undefined,
  at: Path,
  relations: Relations,
): Omit<CheckDiagnostic<BackendProblem>, 'severity' | 'subject'> | undefined {
  if (!target)
    return {
      at,
      message: `${titleOf(ingress)} has a path whose backend is not a Service.`,
      title: 'Backend is not a Service',
      data: { kind: 'no service' },
    }
  const services = relations.services(ingress.namespace, target.name)
  if (services.some((service) => hasPort(service, target))) return undefined
  const advice = 'The API server accepts the Ingress, but its controller has nowhere to send these requests.'
  const [service] = services
  if (!service) {
    const where = ingress.namespace ? ` in namespace ${ingress.namespace}` : ''
    return {
      at: [...at, ...target.fields.name],
      message: `${titleOf(ingress)} sends traffic to Service ${target.name || '""'}, which is not in this text${where}.`,
      title: 'Sends traffic to a Service that is not in this text',
      ...(target.name !== '' && mayBeElsewhere),
      advice,
      data: { kind: 'unknown service', target, at },
    }
  }
  const port = target.portNumber > 0 ? String(target.portNumber) : target.portName || '""'
  return {
    at: [...at, ...target.fields.port],
    message: `${titleOf(ingress)} sends traffic to port ${port}, which Service ${target.name} does not have.`,
    title: 'Sends traffic to a port that its Service does not have',
    advice,
    related: [{ object: service, at: ['spec', 'ports'], message: `The ports of Service ${target.name}.` }],
    data: { kind: 'unknown port', service, target, at },
  }
}
