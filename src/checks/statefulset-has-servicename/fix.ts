import type { Fix } from '../../engine/findings/check'
import type { Proposal, Remedy } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import { titleOf, type KubernetesObject, type PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { closest } from '../../engine/schema/didYouMean'
import { matches, selectorError } from '../../kubernetes/labelSelector'
import type { Service, StatefulSet } from '../../kubernetes/objects'
import { candidates } from '../facts/candidates'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { freeName, newHeadlessService, unnamed } from '../facts/newObjects'
import { plainSelectorOfPods, withoutLabels } from '../facts/podSelector'

/** `services`: those with the name that the StatefulSet gives. */
type NamedServices = { readonly services: readonly KubernetesObject<Service>[] }

type Owner = PodBearer<StatefulSet>

type Labels = Readonly<Record<string, string>>

const at: Path = ['spec', 'serviceName']

const immutable = 'serviceName cannot be changed on a StatefulSet that is already in a cluster.'

/** A headless Service for a StatefulSet: one that exists, a new one, or the named one, corrected. */
const fix: Fix<'StatefulSet', NamedServices> = ({ data: { services } }, { object, relations }) =>
  ensurePodLabels(object, (labelled) => addService(labelled, services, relations))

export default fix

function addService(set: Owner, named: readonly KubernetesObject<Service>[], relations: Relations): Remedy {
  const labels = plainSelectorOfPods(set)
  if (!labels) return { unfixable: withoutLabels }
  const { serviceName = '' } = set.data.spec ?? {}
  const [service] = named
  const plain = serviceName || set.name
  const isTaken = relations.services(set.namespace, plain).length > 0
  const wanted = plain && isTaken ? `${plain}-headless` : plain
  const added = wanted && newService(set, wanted, labels, relations)
  if (service && serviceName) {
    const corrected = isHeadless(service)
      ? retarget(service, set, labels)
      : makeHeadless(service, set, labels)
    return remedyOf(isHeadless(service) ? [corrected, added] : [added, corrected])
  }
  const fitting = fittingServices(set, relations)
  const meant = closest(serviceName || set.name, fitting)
  const [other] = fitting.filter((name) => name !== meant)
  return remedyOf([meant && nameService(meant), added, other && nameService(other)])
}

function remedyOf(fixes: readonly (Proposal | '' | undefined)[]): Remedy {
  const real = fixes.filter((one) => one !== '' && one !== undefined)
  return real.length > 0 ? { fixes: real } : { unfixable: unnamed }
}

/** A new Service, and its name in the StatefulSet unless that is there already. */
function newService(set: Owner, wanted: string, labels: Labels, relations: Relations): Proposal {
  const name = freeName(wanted, 'Service', set, relations)
  const isNamed = set.data.spec?.serviceName === name
  const note =
    'Check whether the members must find one another before they are ready (publishNotReadyAddresses).'
  return {
    title: 'Add a headless Service',
    safety: 'review',
    note: isNamed ? note : immutable,
    ...(!isNamed && { changes: [{ kind: 'set', path: at, value: name }] }),
    adds: [newHeadlessService(name, set, labels)],
  }
}

const nameService = (name: string): Proposal => ({
  title: `Set serviceName to ${name}`,
  safety: 'review',
  note: immutable,
  changes: [{ kind: 'set', path: at, value: name }],
})

/** Makes the named Service select the Pods. */
const retarget = (service: KubernetesObject<Service>, set: Owner, labels: Labels): Proposal => ({
  title: `Make Service ${service.name} select the Pods of ${titleOf(set)}`,
  safety: 'review',
  note: 'Check that the Service was meant for these Pods: it no longer selects others.',
  changes: [{ object: service, kind: 'set', path: ['spec', 'selector'], value: labels }],
})

/** Removes the IP of the named Service; not where its type needs one. */
function makeHeadless(service: KubernetesObject<Service>, set: Owner, labels: Labels): Proposal | undefined {
  const { type = 'ClusterIP' } = service.data.spec ?? {}
  if (type !== 'ClusterIP') return undefined
  return {
    title: `Make Service ${service.name} headless`,
    safety: 'review',
    note: 'Its clients then connect to single Pods instead of one address for all. The Service has to be deleted and created again.',
    changes: [
      { object: service, kind: 'set', path: ['spec', 'clusterIP'], value: 'None' },
      { object: service, kind: 'remove', path: ['spec', 'clusterIPs'] },
      ...(selectsPods(service, set) ? [] : (retarget(service, set, labels).changes ?? [])),
    ],
  }
}

const isHeadless = ({ data }: KubernetesObject<Service>): boolean => data.spec?.clusterIP === 'None'

function selectsPods({ data }: KubernetesObject<Service>, { pod }: Owner): boolean {
  const selector = serviceSelector(data)
  const hasLabels = Object.keys(selector.matchLabels ?? {}).length > 0
  return hasLabels && !selectorError(selector) && matches(selector, pod.labels)
}

/** The names of headless Services that already select the Pods. */
const fittingServices = (set: Owner, relations: Relations): readonly string[] =>
  candidates(set, relations)
    .filter((other): other is KubernetesObject<Service> => other.kind === 'Service')
    .filter((service) => service.name !== '' && isHeadless(service) && selectsPods(service, set))
    .map(({ name }) => name)
