import { proposal, review, type Proposal } from '../../engine/findings/remedy'
import { isText } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import { valueAt, type Value } from '../../engine/yaml/value'

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
    review(followers.length > 0 ? 'What mounts it in this Pod is changed too.' : noteOf(path)),
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
