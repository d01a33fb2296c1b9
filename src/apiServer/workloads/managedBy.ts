import { subdomainProblem } from '../../kubernetes/names'

const segment = /^([A-Za-z0-9/\-._~%!$&'()*+,;=:]+)$/

/** What is wrong with a path behind a domain, as the end of a sentence. Source: apimachinery, `IsDomainPrefixedPath`. */
export function pathProblem(text: string): string | undefined {
  if (text === '') return 'must not be empty'
  const slash = text.indexOf('/')
  const domain = text.slice(0, slash)
  const path = text.slice(slash + 1)
  if (slash < 0 || domain === '' || path === '')
    return 'must be a domain and a path, such as example.com/queue'
  const problem = subdomainProblem(domain)
  if (problem !== undefined) return `has a domain that ${problem}`
  return segment.test(path)
    ? undefined
    : 'must have only letters, digits and the punctuation of addresses after the “/”'
}
