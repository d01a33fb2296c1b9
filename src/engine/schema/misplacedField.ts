import { fieldsOf } from './schemaFields'
import { fieldBelow } from './didYouMean'
import { isNull, valueAt, type Value } from '../yaml/value'
import type { ViolationOf } from './violation'
import { type Path, pathText } from '../model/path'

/** Where an unknown field belongs. */
type CorrectLocation = {
  /** An object around the field: its parent or one further up. */
  readonly path: Path
  /** From `path` to the object that has such a field: `template.spec.containers[]`; empty when `path` itself has it. */
  readonly below: string
  /** Whether only one object near the field has a field with this name. */
  readonly isOnly: boolean
}

type Unknown = ViolationOf<'unknown'>

const locations = new WeakMap<Unknown, { readonly location: CorrectLocation | undefined }>()

/** Finds the closest object that has a field with the name of an unknown one; undefined when there is none near it. */
export function correctLocationOf(violation: Unknown): CorrectLocation | undefined {
  const cached = locations.get(violation) ?? { location: findLocation(violation) }
  locations.set(violation, cached)
  return cached.location
}

function findLocation({ path, schema, ancestors }: Unknown): CorrectLocation | undefined {
  const name = String(path.at(-1))
  const parent = path.slice(0, -1)
  if (fieldsOf(schema).has('matchLabels')) return { path: parent, below: 'matchLabels', isOnly: true }
  const below = fieldBelow(schema, name)
  if (below) {
    const isChild = !/[.[]/.test(below.path)
    return { path: parent, below: below.path, isOnly: isChild && below.children === 1 }
  }
  const outer = ancestors.filter((ancestor) => fieldsOf(ancestor.schema).has(name))
  const nearest = outer.at(-1)
  if (nearest) return { path: nearest.path, below: '', isOnly: outer.length === 1 }
  // Fields are often mixed up between spec and metadata, and between the securityContext of a Pod and of a container.
  const around = ancestors.at(-1)
  const isTop = around?.path.length === 0
  const sibling =
    around && (isTop || parent.at(-1) === 'securityContext') ? fieldBelow(around.schema, name)?.path : ''
  const isSimilar = isTop ? /^(?:metadata|spec)$/ : /\.securityContext$/
  return around && sibling && isSimilar.test(sibling)
    ? { path: around.path, below: sibling, isOnly: false }
    : undefined
}

/**
 * The paths to move an unknown field to, without those that already have a value. There are several for a list; then only
 * if the field is in an object of the same name: from the Pod's securityContext to that of every container.
 */
export const targetPaths = (location: CorrectLocation, from: Path, root: Value): readonly Path[] =>
  allPlaces(location, from, root).filter((target) => {
    const value = valueAt(root, target)
    return !value || isNull(value)
  })

/** The same paths and those that already have a value. */
export function allPlaces({ path, below }: CorrectLocation, from: Path, root: Value): readonly Path[] {
  const name = from.at(-1) ?? ''
  let parents: readonly Path[] = [path]
  for (const step of below === '' ? [] : below.split('.')) {
    const [key = '', ...lists] = step.split('[]')
    parents = parents.map((parent) => [...parent, key])
    for (const _ of lists) parents = parents.flatMap((parent) => itemsAt(root, parent))
  }
  const isClear = parents.length === 1 || parents.every((parent) => parent.at(-1) === from.at(-2))
  return isClear ? parents.map((parent) => [...parent, name]) : []
}

const itemsAt = (root: Value, path: Path): readonly Path[] => {
  const list = valueAt(root, path)
  return list?.type === 'sequence' ? list.items.map((_, index) => [...path, index]) : []
}

/** What to remove when a field is moved to other paths: the mapping around it if that becomes empty, else the field. */
export function removalPath(root: Value, path: Path, targets: readonly Path[]): Path {
  const parent = path.slice(0, -1)
  const around = valueAt(root, parent)
  const isKept =
    typeof parent.at(-1) !== 'string' ||
    targets.some((target) => pathText(target).startsWith(pathText(parent)))
  return !isKept && around?.type === 'mapping' && around.entries.size === 1 ? parent : path
}
