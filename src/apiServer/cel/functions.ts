import { functionTable } from './functionTable'
import { parameter, typeFrom, type CelType } from './types'

/** One way to call a function. `isMember`: `a.f(b)`, where `a` is the first argument. */
export type Overload = {
  readonly id: string
  readonly isMember: boolean
  readonly args: readonly CelType[]
  readonly result: CelType
  /** The names of the type parameters. */
  readonly open: readonly string[]
}

export type Functions = ReadonlyMap<string, readonly Overload[]>

function* parametersIn(type: CelType): Iterable<string> {
  if (type.kind === 'parameter') yield type.name
  for (const part of type.parameters) yield* parametersIn(part)
}

function overloadFrom(row: string): readonly [name: string, overload: Overload] {
  const [name = '', id = '', style = '', args = '', result = ''] = row.split(' ')
  const types = args === '-' ? [] : args.split(';').map(typeFrom)
  const returned = typeFrom(result)
  const open = [...new Set([...types, returned].flatMap((type) => [...parametersIn(type)]))]
  return [name, { id, isMember: style === 'member', args: types, result: returned, open }]
}

/** The functions with those of a table added. */
export function withFunctions(functions: Functions, rows: string): Functions {
  const all = new Map(functions)
  for (const row of rows.trim().split('\n')) {
    const [name, overload] = overloadFrom(row)
    all.set(name, [...(all.get(name) ?? []), overload])
  }
  return all
}

/** Comparisons of numbers of different types are there since 28. */
const isMixed = ({ id, args: [one, other] }: Overload): boolean =>
  /^(less|greater)_/.test(id) && one?.kind !== other?.kind

const without = (functions: Functions, isLeftOut: (overload: Overload) => boolean): Functions =>
  new Map([...functions].map(([name, overloads]) => [name, overloads.filter((one) => !isLeftOut(one))]))

const known = new Map<number, Functions>()

/** The functions of a compatibility version: 35 for Kubernetes 1.36. */
export function functionsOf(version: number): Functions {
  const before = known.get(version)
  if (before) return before
  const all = Object.entries(functionTable)
    .filter(([since]) => Number(since) <= version)
    .reduce<Functions>((functions, [, rows]) => withFunctions(functions, rows), new Map())
  // The selectors of the authorizer came as a beta feature in Kubernetes 1.32.
  const ids = version < 31 ? ['authorizer_fieldselector', 'authorizer_labelselector'] : []
  const functions = without(
    all,
    (overload) => ids.includes(overload.id) || (version < 28 && isMixed(overload)),
  )
  known.set(version, functions)
  return functions
}

/** What the type parameters of a function are called where it is used. */
export const fresh = (names: readonly string[], from: number): ReadonlyMap<string, CelType> =>
  new Map(names.map((name, index) => [name, parameter(`_var${from + index}`)]))

/** A type with its parameters called something else. */
export function renamed(type: CelType, names: ReadonlyMap<string, CelType>): CelType {
  if (type.kind === 'parameter') return names.get(type.name) ?? type
  if (type.parameters.length === 0) return type
  return { ...type, parameters: type.parameters.map((part) => renamed(part, names)) }
}
