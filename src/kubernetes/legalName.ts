/** The lengths that names may have: those of most objects, of a label, and of a port. */
const lengths = [253, 63, 15]

/** The closest name that is allowed; undefined when there is none. `problem`: what is wrong with a name, if anything. */
export function legalName(name: string, problem: (name: string) => string | undefined): string | undefined {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
  const lower = plain.toLowerCase()
  const forms = [
    plain.trim(),
    ...withDomain(plain),
    plain.replace(/[^A-Za-z0-9._-]+/g, '-'),
    plain.replace(/[^A-Za-z0-9_]+/g, '_'),
    lower.replace(/[^a-z0-9.-]+/g, '-'),
    lower.replace(/[^a-z0-9]+/g, '-'),
  ].map(trimmed)
  const candidates = forms.flatMap((form) =>
    isTooLong(problem(form)) ? lengths.map((length) => trimmed(form.slice(0, length))) : [form],
  )
  return candidates.find((form) => form !== '' && form !== name && problem(form) === undefined)
}

/** A name behind a domain: `example.com/a/b` becomes `example.com/a-b`. */
const withDomain = (name: string): readonly string[] => {
  const [domain = '', ...rest] = name.split('/')
  if (rest.length === 0) return []
  return [`${domain.toLowerCase()}/${rest.join('-').replace(/[^A-Za-z0-9._-]+/g, '-')}`]
}

const isTooLong = (problem: string | undefined): boolean => problem?.includes('at most') ?? false

/** Without separators at its ends. */
const trimmed = (name: string): string => /[A-Za-z0-9](?:.*[A-Za-z0-9])?/s.exec(name)?.[0] ?? ''
