import type { Hint, Answer } from '../answer'
import { subdomainProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { invalid, quoted } from '../say'

/** A host name; its first part may be “*”. Sources: `IsDNS1123Subdomain`, `IsWildcardDNS1123Subdomain`. */
const hostProblem = (host: string): string | undefined => {
  if (!host.includes('*')) return subdomainProblem(host)
  const rest = host.startsWith('*.') ? subdomainProblem(host.slice(2)) : ''
  return rest === undefined ? undefined : 'may have “*” only as its whole first part'
}

/** The host within an address: of `https://a.example.com:80/b`, it is a.example.com. */
function bareHost(text: string): Hint | undefined {
  const value = text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[:/].*$/s, '')
    .replace(/\.$/, '')
  return hostProblem(value) === undefined ? { kind: 'set', value } : undefined
}

/** Refuses what is not a host name. `problem`: which form it must have. */
export function checkHost(
  answer: Answer,
  place: Place,
  what: string,
  host: string,
  problem: (host: string) => string | undefined = hostProblem,
): void {
  const found = problem(host)
  if (found === undefined) return
  const message = host === '' ? `${what} must not be empty.` : `${what} ${quoted(host)} ${found}.`
  invalid(answer, place, message, 'invalid-name', bareHost(host))
}
