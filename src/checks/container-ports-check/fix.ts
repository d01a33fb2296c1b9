import type { Fix } from '../../engine/findings/check'
import { review, type Proposal, type ProposedChange } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import type { KubernetesObject, LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import type { Relations } from '../../engine/objects/relations'
import { matches } from '../../kubernetes/labelSelector'
import type { Service } from '../../kubernetes/objects'
import { inSentence } from '../facts/guessField'
import { freePortName, portReferences } from './portNames'
import type { PortProblem } from './portProblem'

const fix: Fix<'pod', PortProblem> = ({ data }, { object, relations }) => {
  if (data.kind === 'numberless')
    return { unfixable: 'Only you know which port it listens on. Add the number, or remove the entry.' }
  const { located, index } = data
  const { name = '', containerPort = 0 } = located.container.ports?.[index] ?? {}
  if (data.kind === 'repeated') {
    const suffix = containerPort > 0 ? String(containerPort) : ''
    const next = freePortName(name, suffix, object.pod)
    return { fixes: [rename(located, index, next, [], `The first port keeps the name ${name}.`)] }
  }
  const next = freePortName(name, '', object.pod)
  const references = data.isSecond
    ? []
    : portReferences(located, object.pod, servicesOf(object, relations), name, next)
  const note = 'Update NetworkPolicies and monitors that name the port.'
  return { fixes: [rename(located, index, next, references, note)] }
}

export default fix

const rename = (
  located: LocatedContainer,
  index: number,
  next: string,
  references: readonly ProposedChange[],
  note: string,
): Proposal => ({
  title: `Rename the port to ${next}`,
  ...review(`A name that says what the port is for is better. ${note}`),
  changes: [{ kind: 'set', path: nameOf(located, index), value: next }, ...references],
  placeholders: [{ what: `name of the port of ${inSentence(located)}`, path: nameOf(located, index) }],
})

const nameOf = ({ path }: LocatedContainer, index: number): Path => [...path, 'ports', index, 'name']

/** The Services that select the Pods of an object. */
const servicesOf = ({ namespace, pod }: PodBearer, relations: Relations) =>
  relations
    .within(namespace)
    .filter((other): other is KubernetesObject<Service> => other.kind === 'Service')
    .filter(({ data }) => data.spec?.selector && matches(serviceSelector(data), pod.labels))
