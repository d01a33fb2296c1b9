import { canonicalJson, field, type Json } from '../../../engine/model/json'
import type { Place } from '../../place'
import { hasFraction, warnOfFraction } from '../../quantities'
import { has, listAt, numberAt, objectAt, textAt } from '../../read'
import { capital, remove } from '../../say'
import { portTitle } from './ports'
import { originOf, requestPlace } from './resources'
import type { Subject } from './subject'

/**
 * What the server warns of in containers. `subjects`: in the order in which it visits them: init containers first.
 * Source: api/pod, `warningsForPodSpecAndMeta`.
 */
export function warnOfContainers(subjects: readonly Subject[]): void {
  for (const subject of subjects) {
    warnOfFractions(subject)
    warnOfHiddenVariables(subject)
  }
  warnOfPorts(subjects)
  warnOfPortNames(subjects)
}

function warnOfFractions(subject: Subject): void {
  const { container, place, title, answer } = subject
  for (const resource of ['memory', 'ephemeral-storage'])
    for (const list of ['limits', 'requests']) {
      const amounts = objectAt(objectAt(container, 'resources'), list)
      const value = field(amounts, resource)
      if (!hasFraction(value)) continue
      const limit = place.child('resources', 'limits').key(resource)
      const at = list === 'limits' ? limit : requestPlace(subject, resource)
      const word = list === 'limits' || originOf(subject, resource) === 'limits' ? 'limit' : 'request'
      warnOfFraction(answer, at, `The ${resource} ${word} of ${title}`, value)
    }
}

/** A variable that is defined again, unless its new value uses the old one: `$(NAME)`. */
function warnOfHiddenVariables({ container, place, title, answer }: Subject): void {
  const seen = new Map<string, Json>()
  listAt(container, 'env').forEach((variable, index) => {
    const name = textAt(variable, 'name')
    const value = textAt(variable, 'value')
    const reference = `$(${name})`
    const isExtension = !has(variable, 'valueFrom') && value !== reference && value.includes(reference)
    const before = seen.get(name)
    if (before !== undefined && !isExtension)
      answer.warn(
        'hidden-env',
        place.child('env').index(index),
        `${capital(title)} sets the environment variable ${name} twice. The last value counts.`,
        canonicalJson(before) === canonicalJson(variable) ? remove : undefined,
      )
    seen.set(name, variable)
  })
}

type PortOf = { readonly port: Json; readonly place: Place; readonly title: string }

function* portsOf(subjects: readonly Subject[]): Generator<PortOf> {
  for (const { container, place, title } of subjects)
    for (const [index, port] of listAt(container, 'ports').entries())
      yield { port, place: place.child('ports').index(index), title }
}

const hostPort = (port: Json): number => numberAt(port, 'hostPort') ?? 0

/** What two ports with the same number and protocol have to do with each other; undefined when they may both be. */
function conflict(one: Json, other: Json): string | undefined {
  const [ip, otherIp] = [textAt(one, 'hostIP'), textAt(other, 'hostIP')]
  if (ip === otherIp && hostPort(one) === hostPort(other)) return 'is the same as'
  if (hostPort(one) === 0 || hostPort(other) === 0) return 'overlaps with'
  const isOpen = (ip === '') !== (otherIp === '')
  return isOpen && hostPort(one) === hostPort(other) ? 'is ambiguous with' : undefined
}

/** With so many ports of one number and protocol a port is compared. The server compares all. */
const mostCompared = 50

function warnOfPorts(subjects: readonly Subject[]): void {
  const [first] = subjects
  if (!first) return
  const { answer } = first
  const seen = new Map<string, PortOf[]>()
  for (const one of portsOf(subjects)) {
    const { port, place, title } = one
    const name = capital(portTitle(port, title))
    if (textAt(port, 'hostIP') !== '' && hostPort(port) === 0)
      answer.warn(
        'host-ip-without-port',
        place.child('hostIP').spelled(place.field),
        `${name} has a hostIP, but no hostPort.`,
      )
    const key = `${numberAt(port, 'containerPort') ?? 0}/${textAt(port, 'protocol')}`
    const others = seen.get(key) ?? []
    for (const other of others) {
      const how = conflict(port, other.port)
      if (how !== undefined)
        answer.warn(
          'duplicate-port',
          place,
          `${name} ${how} ${other.title === title ? 'another port of the same container' : `a port of ${other.title}`}.`,
          other.title === title && canonicalJson(other.port) === canonicalJson(port) ? remove : undefined,
        )
    }
    if (others.length < mostCompared) others.push(one)
    seen.set(key, others)
  }
}

function warnOfPortNames(subjects: readonly Subject[]): void {
  const seen = new Map<string, PortOf>()
  for (const one of portsOf(subjects)) {
    const name = textAt(one.port, 'name')
    if (name === '') continue
    const other = seen.get(name)
    if (other === undefined) seen.set(name, one)
    else
      subjects[0]?.answer.warn(
        'duplicate-port',
        one.place.child('name').spelled(one.place.field),
        `Both ${other.title} and ${one.title} have a port with the name ${name}. Services use only the first.`,
      )
  }
}
