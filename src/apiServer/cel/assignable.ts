import { isDyn, isDynOrError, isSame, parameterOf, typeText, dyn, type CelType } from './types'

/*
 * Which types can stand for which, and what type parameters come to stand for on the way.
 * Source: cel-go/checker/types.go, mapping.go.
 */

/** What type parameters stand for, by their text. */
export class Substitutions {
  private readonly known = new Map<string, CelType>()
  /** What the parameters that were set in the last attempt stood for before. */
  private replaced: (readonly [text: string, before: CelType | undefined])[] = []

  find(type: CelType): CelType | undefined {
    return this.known.get(typeText(type))
  }

  set(type: CelType, value: CelType): void {
    const text = typeText(type)
    this.replaced.push([text, this.known.get(text)])
    this.known.set(text, value)
  }

  /** Whether an attempt succeeds. What it set is taken back when it does not. */
  attempt(succeeds: () => boolean): boolean {
    this.replaced = []
    if (succeeds()) return true
    for (const [text, before] of this.replaced.toReversed())
      if (before) this.known.set(text, before)
      else this.known.delete(text)
    return false
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

/**
 * Whether one type can be assigned to another. Sets the type parameters that this says something about, also when it
 * fails halfway: see `Substitutions.attempt`.
 */
export function assign(known: Substitutions, one: CelType, other: CelType): boolean {
  if (other.kind === 'parameter') {
    const isBound = bind(known, one, other)
    if (isBound !== undefined) return isBound
  }
  if (one.kind === 'parameter') return bind(known, other, one) ?? false
  if (isDynOrError(one) || isDynOrError(other)) return true
  if (one.kind === 'null_type' || other.kind === 'null_type')
    return nullable.has((one.kind === 'null_type' ? other : one).kind)
  if (one.kind !== other.kind) return false
  if (one.kind === 'type') return true
  if (one.kind === 'opaque' || one.kind === 'list' || one.kind === 'map')
    return one.name === other.name && assignAll(known, one.parameters, other.parameters)
  return isSame(one, other)
}

/** The same for lists of types of the same length. */
export const assignAll = (
  known: Substitutions,
  some: readonly CelType[],
  others: readonly CelType[],
): boolean =>
  some.length === others.length && some.every((one, index) => assign(known, one, others[index] ?? dyn))

/** Whether a parameter can stand for a type; undefined for a new one that occurs in it. Source: `isValidTypeSubstitution`. */
function bind(known: Substitutions, type: CelType, open: CelType): boolean | undefined {
  if (isSame(type, open)) return true
  const bound = known.find(open)
  if (!bound) {
    if (refersTo(known, open, type)) return undefined
    known.set(open, type)
    return true
  }
  if (isSame(type, bound)) return true
  if (!assign(known, type, bound)) return false
  const general = mostGeneral(type, bound)
  if (!refersTo(known, open, general)) known.set(open, general)
  return true
}

/** Whether a type parameter occurs in a type. Source: the opposite of `notReferencedIn`. */
function refersTo(known: Substitutions, open: CelType, type: CelType): boolean {
  if (isSame(open, type)) return true
  if (type.kind !== 'parameter') return type.parameters.some((part) => refersTo(known, open, part))
  const found = known.find(type)
  return found !== undefined && refersTo(known, open, found)
}
