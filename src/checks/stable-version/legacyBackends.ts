import type { Change } from '../../engine/model/change'
import type { Path } from '../../engine/model/path'
import type { IngressBackend, IntOrString } from '../../kubernetes/objects'

/** The spec of an Ingress before `networking.k8s.io/v1`. */
export type LegacySpec = {
  readonly backend?: Backend
  readonly rules?: readonly {
    readonly http?: {
      readonly paths?: readonly { readonly pathType?: string; readonly backend?: Backend }[]
    }
  }[]
}

type Backend = IngressBackend & { readonly resource?: unknown }

/** The changes from an older spec to `v1`; undefined when a backend is not complete. */
export function convertBackends(spec: LegacySpec): readonly Change[] | undefined {
  const changes: Change[] = []
  const convert = (backend: Backend | undefined, path: Path): boolean => {
    if (backend?.resource !== undefined) return true
    const { serviceName, servicePort } = backend ?? {}
    const port = servicePort === undefined ? undefined : backendPort(servicePort)
    if (!serviceName || !port) return false
    changes.push({ kind: 'set', path, value: { service: { name: serviceName, port } } })
    return true
  }
  if (spec.backend !== undefined) {
    changes.push({ kind: 'rename', path: ['spec', 'backend'], key: 'defaultBackend' })
    if (!convert(spec.backend, ['spec', 'defaultBackend'])) return undefined
  }
  for (const [rule, { http }] of (spec.rules ?? []).entries()) {
    for (const [index, { backend, pathType }] of (http?.paths ?? []).entries()) {
      const path = ['spec', 'rules', rule, 'http', 'paths', index]
      if (!convert(backend, [...path, 'backend'])) return undefined
      if (!pathType)
        changes.push({ kind: 'set', path: [...path, 'pathType'], value: 'ImplementationSpecific' })
    }
  }
  return changes
}

function backendPort(port: IntOrString) {
  const number = Number(port)
  if (Number.isInteger(number)) return number > 0 ? { number } : undefined
  return port === '' ? undefined : { name: String(port) }
}
