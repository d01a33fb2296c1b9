import { fieldsOf } from './schemaFields'
import { fieldBelow } from './didYouMean'
import { isNull } from './jsonTypes'
import { valueAt, type Value } from '../yaml/value'
import type { Violation } from './violation'
import { type Path, pathText } from '../model/path'

type Unknown = Violation & { readonly kind: 'unknown' }

/** Where an unknown field belongs. */
export type ProperPlace = {
  /** The object around it that it belongs in, or has it somewhere below. */
  readonly path: Path
  /** From there on, as `fieldBelow` writes it: `template.spec.containers[]`; empty for the object itself. */
  readonly below: string
  /** No other object knows a field of this name. */
  readonly isOnly: boolean
}

const homes = new WeakMap<Unknown, { readonly home: ProperPlace | undefined }>()

/** The level at which the very name of an unknown field is known; undefined when there is none near. */
export function properPlaceOf(violation: Unknown): ProperPlace | undefined {
  const known = homes.get(violation) ?? { home: foundHome(violation) }
  homes.set(violation, known)
  return known.home
}

function foundHome({ path, schema, above }: Unknown): ProperPlace | undefined {
  const name = String(path.at(-1))
  const own = path.slice(0, -1)
  if (fieldsOf(schema).has('matchLabels')) return { path: own, below: 'matchLabels', isOnly: true }
  const below = fieldBelow(schema, name)
  if (below) {
    const isNear = !/[.[]/.test(below)
    const having = isNear ? [...fieldsOf(schema).values()].filter((child) => fieldsOf(child).has(name)) : []
    return { path: own, below, isOnly: having.length === 1 }
  }
  const outer = above.filter((ancestor) => fieldsOf(ancestor.schema).has(name))
  const nearest = outer.at(-1)
  if (nearest) return { path: nearest.path, below: '', isOnly: outer.length === 1 }
  // A container's securityContext has what the pod's lacks; an object's spec what its metadata lacks, and the reverse.
  const around = above.at(-1)
  const isTop = around?.path.length === 0
  const beside = around && (isTop || own.at(-1) === 'securityContext') ? fieldBelow(around.schema, name) : ''
  const isAlike = isTop ? /^(?:metadata|spec)$/ : /\.securityContext$/
  return around && beside && isAlike.test(beside)
    ? { path: around.path, below: beside, isOnly: false }
    : undefined
}

/** The places for an unknown field, as far as nothing stands there; several only where each of them is meant alike. */
export function targetPaths({ path, below }: ProperPlace, from: Path, root: Value): readonly Path[] {
  const name = from.at(-1) ?? ''
  let places: readonly Path[] = [path]
  for (const step of below === '' ? [] : below.split('.')) {
    const [key = '', ...lists] = step.split('[]')
    places = places.map((place) => [...place, key])
    for (const _ of lists) places = places.flatMap((place) => itemsAt(root, place))
  }
  const isMeant = places.length === 1 || places.every((place) => place.at(-1) === from.at(-2))
  const targets = isMeant ? places.map((place) => [...place, name]) : []
  return targets.filter((target) => {
    const there = valueAt(root, target)
    return !there || isNull(there)
  })
}

const itemsAt = (root: Value, path: Path): readonly Path[] => {
  const list = valueAt(root, path)
  return list?.type === 'sequence' ? list.items.map((_, index) => [...path, index]) : []
}

/** What to remove when a field leaves for other places: the mapping around it goes too when nothing is left of it. */
export function removalPath(root: Value, path: Path, places: readonly Path[]): Path {
  const parent = path.slice(0, -1)
  const around = valueAt(root, parent)
  const isKept =
    typeof parent.at(-1) !== 'string' || places.some((place) => pathText(place).startsWith(pathText(parent)))
  return !isKept && around?.type === 'mapping' && around.entries.size === 1 ? parent : path
}
