import { isText, type Json, field, type JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { portNameProblem } from '../../../kubernetes/names'
import { portInRange, portNumberOrName, protocols } from '../../ports'
import { listAt, numberAt, textAt } from '../../read'
import { capital, invalid, named, oneOf, required } from '../../say'
import type { Subject } from './subject'

/** How sentences name a port: by its name or number. */
export const portTitle = (port: Json, title: string): string => {
  const number = numberAt(port, 'containerPort') ?? 0
  const name = textAt(port, 'name') || (number === 0 ? '' : String(number))
  return name === '' ? `a port of ${title}` : `port ${name} of ${title}`
}

/** Source: core/validation, `validateContainerPorts`. */
export function validatePorts({ container, place, title, answer }: Subject): void {
  const names = new Set<string>()
  listAt(container, 'ports').forEach((port, index) => {
    const here = place.child('ports').index(index)
    const subject = portTitle(port, title)
    validateName(textAt(port, 'name'), names, here.child('name'), title, answer)
    const number = numberAt(port, 'containerPort') ?? 0
    const numberPlace = here.child('containerPort')
    if (number === 0) required(answer, numberPlace, `${capital(subject)} has no containerPort.`)
    else
      portInRange(
        answer,
        numberPlace,
        `The containerPort of ${portTitle({ name: textAt(port, 'name') }, title)}`,
        number,
      )
    const hostPort = numberAt(port, 'hostPort') ?? 0
    if (hostPort !== 0) portInRange(answer, here.child('hostPort'), `The hostPort of ${subject}`, hostPort)
    oneOf(answer, here.child('protocol'), `The protocol of ${subject}`, textAt(port, 'protocol'), protocols)
  })
}

function validateName(name: string, names: Set<string>, place: Place, title: string, answer: Answer): void {
  if (name === '') return
  if (portNameProblem(name) !== undefined) named(answer, place, 'The port name', name, portNameProblem)
  else if (names.has(name))
    answer.refuse(
      'duplicate-name',
      'FieldValueDuplicate',
      place,
      `${capital(title)} has two ports with the name ${name}.`,
    )
  else names.add(name)
}

/** The port of a handler, by number or name. Source: core/validation, `ValidatePortNumOrName`. */
export function checkPortOf(handler: JsonObject, place: Place, title: string, answer: Answer): void {
  const port = field(handler, 'port') ?? null
  if (port === null) invalid(answer, place, `${capital(title)} has no port.`, 'required-field')
  else
    portNumberOrName(
      answer,
      place,
      `The port of ${title}`,
      isText(port) || typeof port === 'number' ? port : 0,
    )
}

type Listed = { readonly container: JsonObject; readonly place: Place; readonly title: string }

/**
 * Two containers cannot have the same port of the host. Init containers run one after the other: each is looked at alone.
 * Source: core/validation, `checkHostPortConflicts`.
 */
export function validateHostPorts(containers: readonly Listed[], answer: Answer): void {
  const seen = new Map<string, string>()
  for (const { container, place, title } of containers)
    listAt(container, 'ports').forEach((port, index) => {
      const number = numberAt(port, 'hostPort') ?? 0
      if (number === 0) return
      const key = `${textAt(port, 'protocol')}/${textAt(port, 'hostIP')}/${number}`
      const other = seen.get(key)
      if (other === undefined) seen.set(key, title)
      else
        answer.refuse(
          'duplicate-host-port',
          'FieldValueDuplicate',
          place.child('ports').index(index).child('hostPort'),
          other === title
            ? `${capital(title)} has the hostPort ${number} twice.`
            : `${capital(title)} has the hostPort ${number}, which ${other} has already.`,
        )
    })
}
