import type { Fix } from '../../engine/findings/check'
import { review, risky, type Assessment, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import { shorten } from '../../engine/model/shorten'
import { selectorText, serviceSelector } from '../../engine/objects/labelSelectors'
import { titleOf, type KubernetesObject, type PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { closest } from '../../engine/schema/didYouMean'
import { matches, selectorError } from '../../kubernetes/labelSelector'
import type { Service, StatefulSet } from '../../kubernetes/objects'
import { candidates } from '../facts/candidates'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { isMisspelt } from '../facts/guessSelector'
import { newHeadlessService, unnamed } from '../facts/newObjects'
import { freeName } from '../facts/objectNames'
import { lastingPlainSelectorOfPods, withoutLabels } from '../facts/podSelector'

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
  const labels = lastingPlainSelectorOfPods(set)
  if (!labels) return { unfixable: withoutLabels }
  const { serviceName = '' } = set.data.spec ?? {}
  const [service] = named
  const plain = serviceName || set.name
  const isTaken = relations.services(set.namespace, plain).length > 0
  const added = newService(set, plain, isTaken ? '-headless' : '', labels, relations)
  if (service && serviceName) {
    const corrected = isHeadless(service)
      ? retarget(service, set, labels)
      : makeHeadless(service, set, labels)
    return remedyOf([corrected, added])
  }
  const fitting = fittingServices(set, relations)
  const meant = closest(serviceName || set.name, fitting)
  const [other] = fitting.filter((name) => name !== meant)
  return remedyOf([
    meant === undefined ? undefined : nameService(meant, review(immutable)),
    added,
    other === undefined ? undefined : nameService(other, otherName(serviceName)),
  ])
}

function remedyOf(proposals: readonly (Proposal | undefined)[]): Remedy {
  const fixes = proposals.filter((one) => one !== undefined)
  return fixes.length > 0 ? { fixes } : { unfixable: unnamed }
}

/** A new Service, and its name in the StatefulSet unless that is there already. */
function newService(
  set: Owner,
  wanted: string,
  ending: string,
  labels: Labels,
  relations: Relations,
): Proposal | undefined {
  const name = freeName(wanted, 'Service', set, relations, ending)
  if (name === undefined) return undefined
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

const nameService = (name: string, assessment: Assessment): Proposal => ({
  title: `Set serviceName to ${name}`,
  ...assessment,
  changes: [{ kind: 'set', path: at, value: name }],
})

/** Another name than the one that is written, and not one that is only spelled differently, changes names in DNS. */
const otherName = (written: string): Assessment =>
  written ? risky(`The Pods lose their DNS names below ${shorten(written)}. ${immutable}`) : review(immutable)

/** Makes the named Service select the Pods. */
function retarget(service: KubernetesObject<Service>, set: Owner, labels: Labels): Proposal {
  const selector = serviceSelector(service.data)
  return {
    title: `Make Service ${service.name} select the Pods of ${titleOf(set)}`,
    ...(isMisspelt(selector, set)
      ? review('Check that the Service was meant for these Pods: its labels are only close to theirs.')
      : risky(lostPods(service))),
    changes: [{ object: service, kind: 'set', path: ['spec', 'selector'], value: labels }],
  }
}

const lostPods = ({ data }: KubernetesObject<Service>): string =>
  Object.keys(data.spec?.selector ?? {}).length > 0
    ? `The Service no longer selects ${selectorText(serviceSelector(data))}: clients of those Pods lose them.`
    : 'The Service has no selector, so something else may create its endpoints: those are replaced.'

/** Removes the IP of the named Service; not where its type needs one. */
function makeHeadless(service: KubernetesObject<Service>, set: Owner, labels: Labels): Proposal | undefined {
  const { type = 'ClusterIP' } = service.data.spec ?? {}
  if (type !== 'ClusterIP') return undefined
  return {
    title: `Make Service ${service.name} headless`,
    ...risky(
      'The Service loses its address and has to be deleted and created again. Its clients then connect to single Pods, on the port of the container.',
    ),
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
