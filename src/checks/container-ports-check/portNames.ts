import type { ProposedChange } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import type { KubernetesObject, LocatedContainer, Pod } from '../../engine/objects/readObjects'
import type { Service } from '../../kubernetes/objects'
import type { IntOrString } from '../../kubernetes/pods'
import { portNameLimit } from './portProblem'

/**
 * A valid name close to the wanted one that no port of the Pod has yet: lower-case letters, digits and single hyphens,
 * with at least one letter and no hyphen at either end. Source: apimachinery `IsValidPortName`.
 */
export function freePortName(wanted: string, suffix: string, pod: Pod): string {
  const taken = new Set(
    pod.containers.flatMap(({ container }) => (container.ports ?? []).map(({ name }) => name)),
  )
  const plain = wanted
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
  const base = /[a-z]/.test(plain.slice(0, 5)) ? plain : `port-${plain}`
  let name = joined(base, suffix)
  for (let count = 2; taken.has(name); count++) name = joined(base, String(count))
  return name
}

const joined = (base: string, suffix: string): string => {
  const tail = suffix && `-${suffix}`
  return base.slice(0, portNameLimit - tail.length).replace(/-$/, '') + tail
}

/**
 * The changes that follow when a port of a container is renamed: its probes and hooks, and the Services that send traffic
 * to it, unless another container has a port of the same name.
 */
export function portReferences(
  located: LocatedContainer,
  pod: Pod,
  services: readonly KubernetesObject<Service>[],
  name: string,
  next: string,
): readonly ProposedChange[] {
  const inside = handlers.flatMap((path): readonly ProposedChange[] =>
    ['httpGet', 'tcpSocket'].flatMap((action): readonly ProposedChange[] => {
      const port = [...path, action, 'port']
      return valueAt(located.container, port) === name
        ? [{ kind: 'set', path: [...located.path, ...port], value: next }]
        : []
    }),
  )
  const isShared = pod.containers.some(
    (other) => other.path !== located.path && other.container.ports?.some((port) => port.name === name),
  )
  if (isShared) return inside
  const outside = services.flatMap((object) =>
    (object.data.spec?.ports ?? []).flatMap(
      ({ targetPort }: { readonly targetPort?: IntOrString }, index): readonly ProposedChange[] =>
        targetPort === name
          ? [{ object, kind: 'set', path: ['spec', 'ports', index, 'targetPort'], value: next }]
          : [],
    ),
  )
  return [...inside, ...outside]
}

const handlers: readonly Path[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
]

const valueAt = (value: unknown, [step, ...rest]: Path): unknown => {
  if (step === undefined || typeof value !== 'object' || value === null)
    return step === undefined ? value : undefined
  return valueAt((value as Record<string, unknown>)[step], rest)
}
