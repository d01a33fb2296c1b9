import type { Change } from '../../engine/model/change'
import { field, isList, type Json, type JsonObject } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'

/** What `convertBackends` did. `incomplete`: whether a backend lacks the name or the port of its Service. */
type Conversion = { readonly changes: readonly Change[]; readonly incomplete: boolean }

/** The changes of all backends of an Ingress from the older form to that of `networking.k8s.io/v1`. */
export function convertBackends(spec: Json | undefined): Conversion {
  const changes: Change[] = []
  let incomplete = false
  const convert = (backend: Json | undefined, path: Path): void => {
    if (field(backend, 'resource') !== undefined || isConverted(backend)) return
    const converted = convertBackend(backend)
    if (converted) changes.push({ kind: 'set', path, value: converted })
    else incomplete = true
  }
  const usual = field(spec, 'backend')
  if (usual !== undefined) {
    if (field(spec, 'defaultBackend') === undefined)
      changes.push({ kind: 'rename', path: ['spec', 'backend'], key: 'defaultBackend' })
    else incomplete = true
    convert(usual, ['spec', 'defaultBackend'])
  }
  for (const { path, value } of pathsOf(spec)) convert(field(value, 'backend'), [...path, 'backend'])
  return { changes, incomplete }
}

/** The type that paths without one had before `networking.k8s.io/v1`, where they need one. */
export const addPathTypes = (spec: Json | undefined): readonly Change[] =>
  pathsOf(spec)
    .filter(({ value }) => !field(value, 'pathType'))
    .map(({ path }) => ({ kind: 'set', path: [...path, 'pathType'], value: 'ImplementationSpecific' }))

type Located = { readonly path: Path; readonly value: Json }

const pathsOf = (spec: Json | undefined): readonly Located[] =>
  itemsOf(field(spec, 'rules'), ['spec', 'rules']).flatMap(({ path, value }) =>
    itemsOf(field(field(value, 'http'), 'paths'), [...path, 'http', 'paths']),
  )

const itemsOf = (list: Json | undefined, path: Path): readonly Located[] =>
  isList(list) ? list.map((value, index) => ({ path: [...path, index], value })) : []

const isConverted = (backend: Json | undefined): boolean =>
  field(backend, 'service') !== undefined && field(backend, 'serviceName') === undefined

function convertBackend(backend: Json | undefined): JsonObject | undefined {
  const name = field(backend, 'serviceName')
  const port = backendPort(field(backend, 'servicePort'))
  return typeof name === 'string' && name !== '' && port ? { service: { name, port } } : undefined
}

function backendPort(port: Json | undefined): JsonObject | undefined {
  if (typeof port !== 'number' && typeof port !== 'string') return undefined
  const number = Number(port)
  if (Number.isInteger(number)) return number > 0 ? { number } : undefined
  return port === '' ? undefined : { name: String(port) }
}
