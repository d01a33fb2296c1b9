import { check, type Proposal } from '../../engine/check'
import type { KubernetesObject, PlacedContainer, PodBearer } from '../../engine/objects'
import type { Relations } from '../../engine/relations'
import { serviceSelector } from '../../engine/selectors'
import { matches } from '../../kubernetes/labelSelector'
import type { Service } from '../../kubernetes/objects'
import { freePortName, portNameLimit, portReferences } from '../portNames'

export default check({
  id: 'container-ports-check',
  title: 'Container ports check',
  topic: 'valid',
  optional: true,
  on: 'pod',
  *judgeAmong(object, relations) {
    for (const placed of object.pod.containers) {
      const { container, name: subject, path, title } = placed
      const seen = new Set<string>()
      for (const [index, { name = '', containerPort = 0 }] of (container.ports ?? []).entries()) {
        const at = [...path, 'ports', index]
        const isSecond = name !== '' && seen.has(name)
        if (isSecond) {
          const message = `${title} has a second port named ${name}.`
          const advice = 'Whoever asks for the port by its name gets only one of them.'
          const suffix = containerPort > 0 ? String(containerPort) : ''
          const next = freePortName(name, suffix, object.pod)
          const fixes = [
            renaming(
              placed,
              index,
              next,
              [],
              `The first port keeps the name ${name}, and all that asks for it.`,
            ),
          ]
          yield { severity: 'critical', at: [...at, 'name'], subject, message, advice, fixes }
        }
        seen.add(name)
        if (new TextEncoder().encode(name).length > portNameLimit) {
          const message = `${title} has the port name ${name}, which is longer than ${portNameLimit} characters.`
          const advice = 'The cluster refuses port names of more than 15 characters.'
          const next = freePortName(name, '', object.pod)
          const following = isSecond
            ? []
            : portReferences(placed, object.pod, servicesOf(object, relations), name, next)
          const fixes = [
            renaming(
              placed,
              index,
              next,
              following,
              'NetworkPolicies and monitors that name the port have to follow.',
            ),
          ]
          yield { severity: 'critical', at: [...at, 'name'], subject, message, advice, fixes }
        }
        if (containerPort === 0) {
          const message = `${title} has a port without a number.`
          const unfixable =
            'Only you know on which port it listens: write the number, or remove the entry, which opens nothing.'
          yield { severity: 'critical', at: [...at, 'containerPort'], subject, message, unfixable }
        }
      }
    }
  },
})

const renaming = (
  { path }: PlacedContainer,
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
