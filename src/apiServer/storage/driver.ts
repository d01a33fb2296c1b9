import type { Judge } from '../judge'
import { subdomainProblem } from '../names'
import type { Place } from '../place'
import { named, required, tooLong } from '../say'

const longest = 63

const problem = (name: string): string | undefined => subdomainProblem(name.toLowerCase())

/** The name of a CSI driver, which may have capital letters. Source: `ValidateCSIDriverName`. */
export function validateDriverName(name: string, place: Place, what: string, judge: Judge): void {
  if (name === '') return required(judge, place, `${what} is missing.`)
  if (name.length > longest) tooLong(judge, place, what, longest)
  named(judge, place, what, name, problem)
}
