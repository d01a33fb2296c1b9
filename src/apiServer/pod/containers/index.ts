import { isObject, type JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { has, listAt, numberAt, textAt } from '../../read'
import { capital, forbidden, required } from '../../say'
import { isDropped } from '../dropped'
import type { PodContext } from '../podContext'
import { validateCommon, validateForPod } from './everyContainer'
import { completeContainer } from './defaults'
import { validateEphemeral } from './ephemeral'
import { validateHostPorts } from './ports'
import { probeFields, probeNames, validateLifecycle, validateProbes } from './probes'
import { isSidecar, validateRestarts } from './restarts'
import { lists, titleOf, type ContainerRole, type PodFacts, type Subject } from './subject'
import { warnOfContainers } from './warnings'

export { completeContainer } from './defaults'

/** How long a Pod may take to end when it does not say. */
const defaultGracePeriod = 30

/**
 * The rules for all containers of a Pod: init containers, containers and ephemeral containers. `place`: of the spec.
 * `volumes`: the names of the volumes that can be mounted; what is mounted is looked at here.
 */
export function validateContainers(
  spec: JsonObject,
  place: Place,
  volumes: ReadonlySet<string>,
  context: PodContext,
  answer: Answer,
): void {
  const grace = numberAt(spec, 'terminationGracePeriodSeconds') ?? defaultGracePeriod
  const all = listAt(spec, 'volumes')
  const pod: PodFacts = {
    spec,
    place,
    isPod: context.isPod,
    volumes,
    volumeOf: new Map(all.map((volume) => [textAt(volume, 'name'), volume])),
    dropped: new Set(
      all.filter((volume) => isDropped(volume, answer)).map((volume) => textAt(volume, 'name')),
    ),
    claims: new Set(listAt(spec, 'resourceClaims').map((claim) => textAt(claim, 'name'))),
    restartPolicy: textAt(spec, 'restartPolicy') || 'Always',
    gracePeriod: context.isPod && grace < 0 ? 1 : grace,
    answer,
  }
  const regular = subjectsOf('regular', pod)
  const init = subjectsOf('init', pod)
  const ephemeral = subjectsOf('ephemeral', pod)
  const names = validateRegular(regular, pod)
  validateInit(init, names)
  validateAllEphemeral(ephemeral, names)
  warnOfContainers([...init, ...regular, ...ephemeral])
}

/** The containers of a list. One that is null is one without fields. */
function subjectsOf(role: ContainerRole, pod: PodFacts): readonly Subject[] {
  const list = pod.place.child(lists[role].field)
  return listAt(pod.spec, lists[role].field).map((item, index) => {
    const container = isObject(item) ? item : completeContainer({})
    return {
      container,
      place: list.index(index),
      title: titleOf(container, role, index),
      role,
      pod,
      answer: pod.answer,
    }
  })
}

/** Says that a name is taken, or takes it. */
function takeName({ container, place, role, answer }: Subject, names: Set<string>): void {
  const name = textAt(container, 'name')
  if (names.has(name))
    answer.refuse(
      'duplicate-name',
      'FieldValueDuplicate',
      place.child('name'),
      name === ''
        ? 'Two containers of the Pod have no name.'
        : `Two containers of the Pod have the name ${name}.`,
    )
  else if (role !== 'init' || name !== '') names.add(name)
}

/** Source: core/validation, `validateContainers`. The names are returned. */
function validateRegular(subjects: readonly Subject[], pod: PodFacts): Set<string> {
  const names = new Set<string>()
  if (subjects.length === 0) required(pod.answer, pod.place.child('containers'), 'The Pod has no containers.')
  for (const subject of subjects) {
    validateCommon(subject)
    takeName(subject, names)
    if (has(subject.container, 'lifecycle')) validateLifecycle(subject)
    validateProbes(subject)
    validateRestarts(subject)
    if (pod.isPod) validateForPod(subject)
  }
  validateHostPorts(subjects, pod.answer)
  return names
}

/** Source: core/validation, `validateInitContainers`. The names are added. */
function validateInit(subjects: readonly Subject[], names: Set<string>): void {
  for (const subject of subjects) {
    const { answer, container, pod } = subject
    validateCommon(subject)
    validateRestarts(subject)
    takeName(subject, names)
    const first = pod.place.child('initContainers').index(0)
    validateHostPorts([{ ...subject, place: subject.place.spelled(first.field) }], answer)
    if (!isSidecar(subject)) forbidWhatLasts(subject)
    else {
      if (has(container, 'lifecycle')) validateLifecycle(subject)
      validateProbes(subject)
    }
    if (pod.isPod) validateForPod(subject)
  }
}

/** What an init container that ends cannot have. */
function forbidWhatLasts({ container, place, title, answer }: Subject): void {
  for (const key of ['lifecycle', ...probeFields] as const)
    if (has(container, key))
      forbidden(
        answer,
        place.child(key),
        `${capital(title)} has a ${key === 'lifecycle' ? 'lifecycle' : probeNames[key]}, which needs restartPolicy: Always in an init container.`,
        'init-container',
      )
}

function validateAllEphemeral(subjects: readonly Subject[], names: Set<string>): void {
  const others = new Set(names)
  for (const subject of subjects) {
    validateCommon(subject)
    validateForPod(subject)
    takeName(subject, names)
    validateEphemeral(subject, others)
  }
}
