import { isDyn, isDynOrError, isSame, parameterOf, typeText, dyn, type CelType } from './types'

/*
 * Which types can stand for which, and what type parameters come to stand for on the way.
 * Source: cel-go/checker/types.go, mapping.go.
 */

/** What type parameters stand for, by their text. */
export class Substitutions {
  constructor(private readonly known: ReadonlyMap<string, CelType> = new Map()) {}

  find(type: CelType): CelType | undefined {
    return this.known.get(typeText(type))
  }

  with(type: CelType, value: CelType): Substitutions {
    return new Substitutions(new Map(this.known).set(typeText(type), value))
  }
}

/** A type with its parameters replaced. `open`: what becomes of those that stand for nothing yet. */
export function substitute(known: Substitutions, type: CelType, open: 'kept' | 'dyn'): CelType {
  if (type.kind === 'parameter') {
    const found = known.find(type)
    if (found) return substitute(known, found, open)
    return open === 'dyn' ? dyn : type
  }
  if (type.parameters.length === 0) return type
  return { ...type, parameters: type.parameters.map((part) => substitute(known, part, open)) }
}

/** Whether the first type is at least as general as the second. */
function isAsGeneral(one: CelType, other: CelType): boolean {
  if (isDyn(one) || one.kind === 'parameter') return true
  if (isDyn(other) || other.kind === 'parameter' || one.kind !== other.kind) return false
  if (one.kind === 'type') return true
  if (one.kind === 'opaque' || one.kind === 'list' || one.kind === 'map')
    return (
      one.name === other.name &&
      one.parameters.length === other.parameters.length &&
      one.parameters.every((part, index) => isAsGeneral(part, parameterOf(other, index)))
    )
  return isSame(one, other)
}

export const mostGeneral = (one: CelType, other: CelType): CelType => (isAsGeneral(one, other) ? one : other)

const nullable: ReadonlySet<string> = new Set(['opaque', 'message', 'duration', 'timestamp', 'null_type'])

/** What is known once one type is assigned to another; undefined when it cannot be. */
export function assign(known: Substitutions, one: CelType, other: CelType): Substitutions | undefined {
  if (other.kind === 'parameter') {
    const { result, isBound } = bind(known, one, other)
    if (result || isBound) return result
  }
  if (one.kind === 'parameter') return bind(known, other, one).result
  if (isDynOrError(one) || isDynOrError(other)) return known
  if (one.kind === 'null_type' || other.kind === 'null_type')
    return nullable.has((one.kind === 'null_type' ? other : one).kind) ? known : undefined
  if (one.kind !== other.kind) return undefined
  if (one.kind === 'type') return known
  if (one.kind === 'opaque' || one.kind === 'list' || one.kind === 'map')
    return one.name === other.name ? assignAll(known, one.parameters, other.parameters) : undefined
  return isSame(one, other) ? known : undefined
}

/** The same for lists of types of the same length. */
export function assignAll(
  known: Substitutions,
  some: readonly CelType[],
  others: readonly CelType[],
): Substitutions | undefined {
  if (some.length !== others.length) return undefined
  let now: Substitutions | undefined = known
  for (const [index, one] of some.entries()) {
    if (!now) return undefined
    now = assign(now, one, others[index] ?? dyn)
  }
  return now
}

/** `isBound`: whether the parameter already stood for something. Source: `isValidTypeSubstitution`. */
function bind(
  known: Substitutions,
  type: CelType,
  open: CelType,
): { readonly result: Substitutions | undefined; readonly isBound: boolean } {
  if (isSame(type, open)) return { result: known, isBound: true }
  const bound = known.find(open)
  if (!bound) {
    const isFree = !refersTo(known, open, type)
    return { result: isFree ? known.with(open, type) : undefined, isBound: false }
  }
  if (isSame(type, bound)) return { result: known, isBound: true }
  const assigned = assign(known, type, bound)
  if (!assigned) return { result: undefined, isBound: true }
  const general = mostGeneral(type, bound)
  const isFree = !refersTo(assigned, open, general)
  return { result: isFree ? assigned.with(open, general) : assigned, isBound: true }
}

/** Whether a type parameter occurs in a type. Source: the opposite of `notReferencedIn`. */
function refersTo(known: Substitutions, open: CelType, type: CelType): boolean {
  if (isSame(open, type)) return true
  if (type.kind !== 'parameter') return type.parameters.some((part) => refersTo(known, open, part))
  const found = known.find(type)
  return found !== undefined && refersTo(known, open, found)
}
