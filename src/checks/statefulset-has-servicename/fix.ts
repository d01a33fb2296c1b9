import type { Mended, Proposal } from '../../engine/findings/check'
import { titleOf, type KubernetesObject, type PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import { closest } from '../../engine/schema/didYouMean'
import { matches, selectorFault } from '../../kubernetes/labelSelector'
import type { Service, StatefulSet } from '../../kubernetes/objects'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { freeName, newHeadlessService, unnamed } from '../facts/newObjects'
import { candidates } from '../facts/candidates'
import { plainSelectorOfPods, unlabelled } from '../facts/podSelector'
import type { Path } from '../../engine/model/path'

type Owner = PodBearer<StatefulSet>

const at: Path = ['spec', 'serviceName']

const forever = 'The field serviceName cannot be changed on a StatefulSet that is in a cluster already.'

/** Gives a StatefulSet a headless Service: one that is there, a new one, or the one it names, mended. */
export const governing = (
  set: Owner,
  named: readonly KubernetesObject<Service>[],
  relations: Relations,
): Mended => ensurePodLabels(set, (labelled) => governed(labelled, named, relations))

function governed(set: Owner, named: readonly KubernetesObject<Service>[], relations: Relations): Mended {
  const labels = plainSelectorOfPods(set)
  if (!labels) return { unfixable: unlabelled }
  const { serviceName = '' } = set.data.spec ?? {}
  const [service] = named
  const plain = serviceName || set.name
  const isTaken = relations.services(set.namespace, plain).length > 0
  const wanted = plain && isTaken ? `${plain}-headless` : plain
  const added = wanted && addition(set, wanted, labels, relations)
  if (service && serviceName) {
    const mended = isHeadless(service) ? reselected(service, set, labels) : beheaded(service, set, labels)
    return proposed(isHeadless(service) ? [mended, added] : [added, mended])
  }
  const fitting = fittingServices(set, relations)
  const near = closest(serviceName || set.name, fitting)
  const [other] = fitting.filter((name) => name !== near)
  return proposed([near && renamed(near), added, other && renamed(other)])
}

function proposed(fixes: readonly (Proposal | '' | undefined)[]): Mended {
  const real = fixes.filter((fix) => fix !== '' && fix !== undefined)
  return real.length > 0 ? { fixes: real } : { unfixable: unnamed }
}

/** A new Service, which the StatefulSet then names unless it does already. */
function addition(
  set: Owner,
  wanted: string,
  labels: Readonly<Record<string, string>>,
  relations: Relations,
): Proposal {
  const name = freeName(wanted, 'Service', set, relations)
  const isNamed = set.data.spec?.serviceName === name
  const clients =
    'Look whether the members must find each other before they are ready (publishNotReadyAddresses).'
  return {
    title: 'Add headless Service',
    safety: 'review',
    note: isNamed ? clients : forever,
    ...(!isNamed && { changes: [{ kind: 'set', path: at, value: name }] }),
    adds: [newHeadlessService(name, set, labels)],
  }
}

const renamed = (name: string): Proposal => ({
  title: `Name Service ${name}`,
  safety: 'review',
  note: forever,
  changes: [{ kind: 'set', path: at, value: name }],
})

/** Lets the named Service select the pods. */
const reselected = (
  service: KubernetesObject<Service>,
  set: Owner,
  labels: Readonly<Record<string, string>>,
): Proposal => ({
  title: `Let Service ${service.name} select ${titleOf(set)}`,
  safety: 'review',
  note: 'Look whether the Service was meant for these pods: it no longer finds others.',
  changes: [{ object: service, kind: 'set', path: ['spec', 'selector'], value: labels }],
})

/** Takes the IP from the named Service; not from one that is open to the outside, which needs it. */
function beheaded(
  service: KubernetesObject<Service>,
  set: Owner,
  labels: Readonly<Record<string, string>>,
): Proposal | undefined {
  const { type = 'ClusterIP' } = service.data.spec ?? {}
  if (type !== 'ClusterIP') return undefined
  return {
    title: `Make Service ${service.name} headless`,
    safety: 'review',
    note: 'Its clients then reach single pods, no longer one address for all. The Service has to be made anew.',
    changes: [
      { object: service, kind: 'set', path: ['spec', 'clusterIP'], value: 'None' },
      { object: service, kind: 'remove', path: ['spec', 'clusterIPs'] },
      ...(selects(service, set) ? [] : (reselected(service, set, labels).changes ?? [])),
    ],
  }
}

const isHeadless = ({ data }: KubernetesObject<Service>): boolean => data.spec?.clusterIP === 'None'

function selects({ data }: KubernetesObject<Service>, { pod }: Owner): boolean {
  const selector = serviceSelector(data)
  const isPlain = Object.keys(selector.matchLabels ?? {}).length > 0
  return isPlain && !selectorFault(selector) && matches(selector, pod.labels)
}

/** The names of headless Services that select the pods already. */
const fittingServices = (set: Owner, relations: Relations): readonly string[] =>
  candidates(set, relations)
    .filter((other): other is KubernetesObject<Service> => other.kind === 'Service')
    .filter((service) => service.name !== '' && isHeadless(service) && selects(service, set))
    .map(({ name }) => name)
