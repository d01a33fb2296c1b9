import type { Answer } from '../answer'
import { subdomainProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { named, required, tooLong } from '../say'

const longest = 63

const problem = (name: string): string | undefined => subdomainProblem(name.toLowerCase())

/** The name of a CSI driver, which may have capital letters. Source: `ValidateCSIDriverName`. */
export function validateDriverName(name: string, place: Place, what: string, answer: Answer): void {
  if (name === '') return required(answer, place, `${what} is missing.`)
  if (name.length > longest) tooLong(answer, place, what, longest)
  named(answer, place, what, name, problem)
}
