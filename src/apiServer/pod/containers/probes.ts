import type { JsonObject } from '../../../engine/model/json'
import { atLeast, between } from '../../numbers'
import type { Place } from '../../place'
import { has, listAt, numberAt, objectAt, textAt } from '../../read'
import { capital, forbidden, invalid, named, oneOf, remove, required } from '../../say'
import { headerNameProblem } from './names'
import { checkPortOf } from './ports'
import type { Subject } from './subject'

/** The probes and what sentences call them. */
export const probeNames = {
  livenessProbe: 'liveness probe',
  readinessProbe: 'readiness probe',
  startupProbe: 'startup probe',
} as const

type ProbeField = keyof typeof probeNames

export const probeFields: readonly ProbeField[] = ['livenessProbe', 'readinessProbe', 'startupProbe']

const probeHandlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const
const lifecycleHandlers = ['exec', 'httpGet', 'tcpSocket', 'sleep'] as const
const seconds = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
]

export function validateProbes(subject: Subject): void {
  for (const key of probeFields) if (has(subject.container, key)) validateProbe(key, subject)
}

/** Source: core/validation, `validateProbe`, `validateLivenessProbe` and so on. */
function validateProbe(key: ProbeField, subject: Subject): void {
  const { container, answer } = subject
  const place = subject.place.child(key)
  const title = `the ${probeNames[key]} of ${subject.title}`
  const probe = objectAt(container, key)
  validateHandler(probe, probeHandlers, place, title, subject)
  for (const name of seconds)
    atLeast(answer, place.child(name), `The ${name} of ${title}`, numberAt(probe, name) ?? 0, 0)
  const grace = numberAt(probe, 'terminationGracePeriodSeconds')
  const gracePlace = place.child('terminationGracePeriodSeconds')
  if (grace !== undefined)
    atLeast(answer, gracePlace, `The terminationGracePeriodSeconds of ${title}`, grace, 1)
  if (key === 'readinessProbe' && grace !== undefined)
    invalid(
      answer,
      gracePlace,
      `${capital(title)} cannot have terminationGracePeriodSeconds: it never restarts a container.`,
      'field-not-allowed',
      remove,
    )
  const threshold = numberAt(probe, 'successThreshold')
  if (key !== 'readinessProbe' && threshold !== undefined && threshold !== 1)
    invalid(
      answer,
      place.child('successThreshold'),
      `The successThreshold of ${title} is ${threshold}. It must be 1.`,
      'number-out-of-range',
      { kind: 'set', value: 1 },
    )
}

/** The gate PodLifecycleSleepAction is on from 1.30 on. A hook that only sleeps is dropped without it. */
const sleepSince = 30

const isOnlySleep = (handler: JsonObject): boolean =>
  has(handler, 'sleep') && !lifecycleHandlers.some((kind) => kind !== 'sleep' && has(handler, kind))

/** Source: core/validation, `validateLifecycle`. The signal is dropped: its feature gate is off. */
export function validateLifecycle(subject: Subject): void {
  const { container, title, answer } = subject
  const place = subject.place.child('lifecycle')
  const lifecycle = objectAt(container, 'lifecycle')
  for (const key of ['postStart', 'preStop']) {
    const hook = objectAt(lifecycle, key)
    if (isOnlySleep(hook) && !answer.isFrom(sleepSince))
      answer.drop(
        'no-effect',
        place.child(key, 'sleep'),
        `The ${key} hook of ${title} has no effect before Kubernetes 1.${sleepSince}: sleep is not enabled by default.`,
      )
    else if (has(lifecycle, key))
      validateHandler(hook, lifecycleHandlers, place.child(key), `the ${key} hook of ${title}`, subject)
  }
  if (has(lifecycle, 'stopSignal'))
    answer.drop(
      'no-effect',
      place.child('stopSignal'),
      `The stopSignal of ${title} has no effect: clusters do not support it yet.`,
    )
}

/** Exactly one way to act. Source: core/validation, `validateHandler`. */
function validateHandler(
  handler: JsonObject,
  kinds: readonly string[],
  place: Place,
  title: string,
  subject: Subject,
): void {
  const { answer } = subject
  const [first, ...others] = kinds.filter(
    (kind) => has(handler, kind) && (kind !== 'sleep' || answer.isFrom(sleepSince)),
  )
  if (first === undefined)
    return required(answer, place, `${capital(title)} does not say what to do, such as httpGet or exec.`)
  validateAction(first, objectAt(handler, first), place.child(first), title, subject)
  for (const other of others)
    forbidden(
      answer,
      place.child(other),
      `${capital(title)} has both ${first} and ${other}.`,
      'only-one-allowed',
    )
}

function validateAction(
  kind: string,
  action: JsonObject,
  place: Place,
  title: string,
  subject: Subject,
): void {
  const { answer } = subject
  if (kind === 'sleep') return validateSleep(action, place, title, subject)
  if (kind === 'exec') {
    if (listAt(action, 'command').length === 0)
      required(answer, place.child('command'), `${capital(title)} has no command.`)
    return
  }
  checkPortOf(action, place.child('port'), title, answer)
  if (kind === 'httpGet') validateHttp(action, place, title, subject)
}

/** Source: core/validation, `validateHTTPGetAction`. */
function validateHttp(action: JsonObject, place: Place, title: string, { answer }: Subject): void {
  const scheme = textAt(action, 'scheme')
  oneOf(answer, place.child('scheme'), `The scheme of ${title}`, scheme, ['HTTP', 'HTTPS'])
  const list = place.child('httpHeaders')
  listAt(action, 'httpHeaders').forEach((header, index) =>
    named(
      answer,
      list.index(index).child('name').spelled(list.field),
      `The HTTP header`,
      textAt(header, 'name'),
      headerNameProblem,
    ),
  )
}

/** A hook cannot wait longer than the Pod has to end. Source: core/validation, `validateSleepAction`. */
function validateSleep(action: JsonObject, place: Place, title: string, { pod, answer }: Subject): void {
  between(
    answer,
    place.child('seconds').spelled(place.field),
    `The sleep of ${title}, which must end within the grace period of the Pod,`,
    numberAt(action, 'seconds') ?? 0,
    answer.isFrom(33) ? 0 : 1,
    pod.gracePeriod,
  )
}
