import type { Mended, Proposal } from '../../engine/findings/check'
import type { KubernetesObject, LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import { matches } from '../../kubernetes/labelSelector'
import type { Service } from '../../kubernetes/objects'
import { freePortName, portReferences } from './portNames'

/** Another name for the second port of a name. */
export function renamedSecond(placed: LocatedContainer, index: number, { pod }: PodBearer): Mended {
  const { name = '', containerPort = 0 } = placed.container.ports?.[index] ?? {}
  const suffix = containerPort > 0 ? String(containerPort) : ''
  const next = freePortName(name, suffix, pod)
  const note = `The first port keeps the name ${name}, and all that asks for it.`
  return { fixes: [renaming(placed, index, next, [], note)] }
}

/** A name that is short enough; with relations, what asks for the port follows. */
export function shortened(
  placed: LocatedContainer,
  index: number,
  object: PodBearer,
  relations: Relations | undefined,
): Mended {
  const { name = '' } = placed.container.ports?.[index] ?? {}
  const next = freePortName(name, '', object.pod)
  const following = relations
    ? portReferences(placed, object.pod, servicesOf(object, relations), name, next)
    : []
  const note = 'NetworkPolicies and monitors that name the port have to follow.'
  return { fixes: [renaming(placed, index, next, following, note)] }
}

/** Why no edit can be right for a port without a number. */
export const numberless = (): Mended => ({
  unfixable:
    'Only you know on which port it listens: write the number, or remove the entry, which opens nothing.',
})

const renaming = (
  { path }: LocatedContainer,
  index: number,
  next: string,
  following: NonNullable<Proposal['changes']>,
  note: string,
): Proposal => ({
  title: `Rename the port to ${next}`,
  safety: 'review',
  note: `A name that says what the port is for is better. ${note}`,
  changes: [{ kind: 'set', path: [...path, 'ports', index, 'name'], value: next }, ...following],
})

/** The Services that select the pods of an object. */
const servicesOf = ({ namespace, pod }: PodBearer, relations: Relations) =>
  relations
    .within(namespace)
    .filter((other): other is KubernetesObject<Service> => other.kind === 'Service')
    .filter(({ data }) => data.spec?.selector && matches(serviceSelector(data), pod.labels))
