import type { Json } from '../engine/model/json'
import type { Answer } from './answer'
import { portNameProblem, qualifiedNameProblem } from '../kubernetes/names'
import { between } from './numbers'
import type { Place } from './place'
import { invalid, nameAt, named } from './say'

export const highestPort = 65_535

/** The protocols of ports. */
export const protocols: readonly string[] = ['SCTP', 'TCP', 'UDP']

/** Refuses a number that is no port. Source: apimachinery, `IsValidPortNum`. */
export const portInRange = (answer: Answer, place: Place, what: string, port: number): void =>
  between(answer, place, what, port, 1, highestPort, 'invalid-port')

/** The protocol that an application speaks at a port. `title`: “port web of the Service”; `place`: of the port. */
export const validateAppProtocol = (port: Json, title: string, place: Place, answer: Answer): void =>
  nameAt(answer, place, `The appProtocol of ${title}`, port, 'appProtocol', qualifiedNameProblem)

/** Refuses a port that is neither a number of one nor a name of one. Source: `ValidatePortNumOrName`. */
export function portNumberOrName(answer: Answer, place: Place, what: string, port: number | string): void {
  if (typeof port === 'number') portInRange(answer, place, what, port)
  else if (/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= highestPort)
    invalid(answer, place, `${what} is the text “${port}”. A number must not be in quotes.`, 'invalid-name', {
      kind: 'set',
      value: Number(port),
    })
  else named(answer, place, what, port, portNameProblem)
}
