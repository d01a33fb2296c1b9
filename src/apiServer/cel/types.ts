/** What a type is made of. `message`: an object with known fields. `opaque`: of a library; what is in it is hidden. */
type Kind =
  | 'any'
  | 'bool'
  | 'bytes'
  | 'double'
  | 'duration'
  | 'dyn'
  | 'error'
  | 'int'
  | 'list'
  | 'map'
  | 'message'
  | 'null_type'
  | 'opaque'
  | 'parameter'
  | 'string'
  | 'timestamp'
  | 'type'
  | 'uint'

/** A type of CEL. `name`: of messages, opaque types and type parameters; of the others it is their kind. */
export type CelType = {
  readonly kind: Kind
  readonly name: string
  readonly parameters: readonly CelType[]
}

const plain = (kind: Kind): CelType => ({ kind, name: kind, parameters: [] })

/** A value of a device whose type is not known. */
export const any = plain('any')
export const bool = plain('bool')
export const bytes = plain('bytes')
export const double = plain('double')
export const duration = plain('duration')
/** Any type: it is known when the expression is evaluated. */
export const dyn = plain('dyn')
/** The type of what is wrong. */
export const error = plain('error')
export const int = plain('int')
export const nullType = plain('null_type')
export const string = plain('string')
export const timestamp = plain('timestamp')
export const uint = plain('uint')

export const listOf = (item: CelType): CelType => ({ kind: 'list', name: 'list', parameters: [item] })
export const mapOf = (key: CelType, value: CelType): CelType => ({
  kind: 'map',
  name: 'map',
  parameters: [key, value],
})
export const typeOf = (...parameters: readonly CelType[]): CelType => ({
  kind: 'type',
  name: 'type',
  parameters,
})
export const messageType = (name: string): CelType => ({ kind: 'message', name, parameters: [] })
export const parameter = (name: string): CelType => ({ kind: 'parameter', name, parameters: [] })
const opaque = (name: string, parameters: readonly CelType[] = []): CelType => ({
  kind: 'opaque',
  name,
  parameters,
})
export const optionalOf = (value: CelType): CelType => opaque('optional_type', [value])

/** One of the parameters of a type; dyn where there is none. */
export const parameterOf = (type: CelType, index: number): CelType => type.parameters[index] ?? dyn

export const isDyn = ({ kind }: CelType): boolean => kind === 'dyn' || kind === 'any'
export const isDynOrError = (type: CelType): boolean => isDyn(type) || type.kind === 'error'

/** What an optional type wraps; undefined for others. */
export const unwrapped = (type: CelType): CelType | undefined =>
  type.kind === 'opaque' && type.name === 'optional_type' ? parameterOf(type, 0) : undefined

/** Whether two types are the same. `withNames`: whether type parameters must have the same name. */
export const isSame = (one: CelType, other: CelType, withNames = true): boolean =>
  one === other ||
  (one.kind === other.kind &&
    one.parameters.length === other.parameters.length &&
    (one.name === other.name || (!withNames && one.kind === 'parameter')) &&
    one.parameters.every((part, index) => isSame(part, parameterOf(other, index), withNames)))

/** `map(string, dyn)`. */
export const typeText = ({ name, parameters }: CelType): string =>
  parameters.length === 0 ? name : `${name}(${parameters.map(typeText).join(', ')})`

const plains = new Map(
  [any, bool, bytes, double, duration, dyn, int, nullType, string, timestamp, uint].map((type) => [
    type.name,
    type,
  ]),
)

/**
 * The type that a text such as `map(string,list(A))` stands for. Names of one letter are type parameters, and
 * `kubernetes.…` are messages.
 */
export function typeFrom(text: string): CelType {
  const known = plains.get(text)
  if (known) return known
  const open = text.indexOf('(')
  const name = open === -1 ? text : text.slice(0, open)
  const parameters = open === -1 ? [] : splitTypes(text.slice(open + 1, -1)).map(typeFrom)
  if (name === 'list' || name === 'map' || name === 'type') return { kind: name, name, parameters }
  if (/^[A-Z]$/.test(name)) return parameter(name)
  return name.startsWith('kubernetes.') ? messageType(name) : opaque(name, parameters)
}

/** Splits a text at commas that are not within brackets. */
function splitTypes(text: string): readonly string[] {
  let depth = 0
  let begin = 0
  const parts: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character !== ',' || depth > 0) continue
    parts.push(text.slice(begin, at))
    begin = at + 1
  }
  return [...parts, text.slice(begin)]
}
