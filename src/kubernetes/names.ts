/*
 * The forms of names. Source: k8s.io/apimachinery, `util/validation`.
 * Each function says what is wrong, as the end of a sentence (“must be …”); undefined when nothing is.
 */

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const oldLabel = /^[a-z]([-a-z0-9]*[a-z0-9])?$/
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
const qualified = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const value = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/

const tooLong = (text: string, most: number): string | undefined =>
  text.length > most ? `must have at most ${most} characters` : undefined

/** A name of lower-case letters, digits and hyphens: that of a container, a volume, a namespace. */
export const labelProblem = (text: string): string | undefined =>
  tooLong(text, 63) ??
  (label.test(text)
    ? undefined
    : 'must consist of lower-case letters, digits and hyphens, and begin and end with a letter or digit')

/** Like a label, but it begins with a letter: Services before 1.36. */
export const oldLabelProblem = (text: string): string | undefined =>
  tooLong(text, 63) ??
  (oldLabel.test(text)
    ? undefined
    : 'must consist of lower-case letters, digits and hyphens, begin with a letter and end with a letter or digit')

/** Labels with dots between them: the names of most objects. */
export const subdomainProblem = (text: string): string | undefined =>
  tooLong(text, 253) ??
  (subdomain.test(text)
    ? undefined
    : 'must consist of lower-case letters, digits, hyphens and dots, and begin and end with a letter or digit')

/** The key of a label: an optional subdomain and `/`, then a name of at most 63 characters. */
export const qualifiedNameProblem = (text: string): string | undefined => {
  const parts = text.split('/')
  if (parts.length > 2) return 'must be a name, or a domain and a name with one “/” between them'
  const [name = '', prefix] = parts.toReversed()
  if (prefix === '') return 'must have a domain before the “/”'
  const prefixProblem = prefix === undefined ? undefined : subdomainProblem(prefix)
  if (prefixProblem !== undefined) return `has a domain that ${prefixProblem}`
  if (name === '') return 'must not be empty'
  return (
    tooLong(name, 63) ??
    (qualified.test(name)
      ? undefined
      : 'must consist of letters, digits, “-”, “_” and “.”, and begin and end with a letter or digit')
  )
}

/** The value of a label: at most 63 characters, and it may be empty. */
export const labelValueProblem = (text: string): string | undefined =>
  tooLong(text, 63) ??
  (value.test(text)
    ? undefined
    : 'must consist of letters, digits, “-”, “_” and “.”, and begin and end with a letter or digit')

/** The names of roles and other objects that stand in a path of an address. Source: `path.IsValidPathSegmentName`. */
export const pathSegmentProblem = (text: string): string | undefined => {
  if (text === '.' || text === '..') return `must not be “${text}”`
  const found = ['/', '%'].find((character) => text.includes(character))
  return found === undefined ? undefined : `must not contain “${found}”`
}

/** Names that would mean a directory. Source: `hasChDirPrefix`. */
export const directoryProblem = (text: string): string | undefined => {
  if (text === '.' || text === '..') return `must not be “${text}”`
  return text.startsWith('..') ? 'must not begin with “..”' : undefined
}

/** A key of a ConfigMap or Secret. Source: `IsConfigMapKey`. */
export const configKeyProblem = (text: string): string | undefined =>
  tooLong(text, 253) ??
  (/^[-._a-zA-Z0-9]+$/.test(text) ? undefined : 'must consist of letters, digits, “-”, “_” and “.”') ??
  directoryProblem(text)

/** The name of a port. Source: apimachinery, `IsValidPortName`. */
export const portNameProblem = (name: string): string | undefined => {
  if (name.length > 15) return 'must have at most 15 characters'
  if (!/^[-a-z0-9]+$/.test(name)) return 'must consist of lower-case letters, digits and hyphens'
  if (!/[a-z]/.test(name)) return 'must have at least one letter'
  if (name.includes('--')) return 'must not have two hyphens in a row'
  return name.startsWith('-') || name.endsWith('-') ? 'must not begin or end with a hyphen' : undefined
}
