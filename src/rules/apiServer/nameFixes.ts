import { proposal, type Proposal } from '../../engine/findings/remedy'
import { isText } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import { valueAt, type Value } from '../../engine/yaml/value'

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

/** Where the parts of a Pod refer to one another by name: what is named, and the lists and fields that name it. */
const references: readonly {
  readonly list: string
  readonly in: readonly (readonly [list: string, items: string])[]
}[] = [
  {
    list: 'volumes',
    in: ['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
      ['volumeMounts', 'volumeDevices'].map((items) => [list, items] as const),
    ),
  },
]

/** Sets a name, and what refers to it within the same Pod. */
export function renameEverywhere(path: Path, from: string, to: string, root: Value): Proposal {
  const isName = path.at(-1) === 'name'
  const followers = isName ? followersOf(path, from, root) : []
  return proposal(
    isName ? `Rename to ${to}` : `Set ${path.findLast(isText) ?? 'it'} to ${to}`,
    followers.length > 0 ? 'What mounts it in this Pod is changed too.' : noteOf(path),
    ...[path, ...followers].map((at) => ({ kind: 'set', path: at, value: to }) as const),
  )
}

const noteOf = (path: Path): string => {
  if (path.at(-2) === 'labels')
    return 'Selectors of this label, here or elsewhere, have to use the new value.'
  if (path.at(-1) === 'name')
    return 'What refers to it by the old name, here or elsewhere, has to use the new one.'
  return 'Check that this is what you meant.'
}

function followersOf(path: Path, name: string, root: Value): readonly Path[] {
  const known = references.find(({ list }) => list === path.at(-3))
  const spec = path.slice(0, -3)
  return (known?.in ?? []).flatMap(([list, items]) =>
    itemsOf(root, [...spec, list]).flatMap((container) =>
      itemsOf(root, [...container, items])
        .map((item): Path => [...item, 'name'])
        .filter((at) => textAt(root, at) === name),
    ),
  )
}

const itemsOf = (root: Value, path: Path): readonly Path[] => {
  const list = valueAt(root, path)
  return list?.type === 'sequence' ? list.items.map((_, index) => [...path, index]) : []
}

const textAt = (root: Value, path: Path): unknown => {
  const value = valueAt(root, path)
  return value?.type === 'scalar' ? value.data : undefined
}
