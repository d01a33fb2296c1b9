import type { Call, Expression, Fold, Name } from './expression'
import { Failure } from './failure'
import { operators } from './operators'

/** What the value that a fold builds is called: no name that can be written. */
export const accumulator = '@result'

type Macro = (call: Call, target: Expression) => Expression | undefined

/** Which macros a version of Kubernetes has: `since` is the first compatibility version with them. */
type MacroEntry = { readonly since: number; readonly expand: Macro }

const call = (at: number, name: string, ...args: readonly Expression[]): Call => ({
  kind: 'call',
  at,
  name,
  args,
})
const member = (at: number, name: string, target: Expression, ...args: readonly Expression[]): Call => ({
  ...call(at, name, ...args),
  target,
})
const name = (at: number, text: string): Name => ({ kind: 'name', at, name: text })
const truth = (at: number, value: boolean): Expression => ({ kind: 'literal', at, type: 'bool', value })
const number = (at: number, value: bigint): Expression => ({ kind: 'literal', at, type: 'int', value })
const list = (at: number, ...values: readonly Expression[]): Expression => ({
  kind: 'list',
  at,
  items: values.map((value) => ({ value, isOptional: false })),
})

/** The variable of a macro: a name of its own. */
function variableOf(argument: Expression | undefined, macro: Call): string {
  if (argument?.kind !== 'name')
    throw new Failure(`the variable of ${macro.name} must be a plain name`, argument?.at ?? macro.at)
  return argument.name
}

function loopVariable(argument: Expression | undefined, macro: Call): string {
  const text = variableOf(argument, macro)
  if (text === '__result__') throw new Failure('the name __result__ is reserved', argument?.at ?? macro.at)
  return text
}

type Shape = Pick<Fold, 'start' | 'condition' | 'step' | 'result'>

/** How a macro folds, from the expressions after its variables. */
type Folding = (at: number, expressions: readonly Expression[], variable: string) => Shape

const accumulated = (at: number): Name => name(at, accumulator)

const all: Folding = (at, [predicate = truth(at, true)]) => ({
  start: truth(at, true),
  condition: call(at, operators.notStrictlyFalse, accumulated(at)),
  step: call(at, operators.and, accumulated(at), predicate),
  result: accumulated(at),
})

const exists: Folding = (at, [predicate = truth(at, true)]) => ({
  start: truth(at, false),
  condition: call(at, operators.notStrictlyFalse, call(at, operators.not, accumulated(at))),
  step: call(at, operators.or, accumulated(at), predicate),
  result: accumulated(at),
})

const existsOne: Folding = (at, [predicate = truth(at, true)]) => ({
  start: number(at, 0n),
  condition: truth(at, true),
  step: call(
    at,
    operators.conditional,
    predicate,
    call(at, operators.add, accumulated(at), number(at, 1n)),
    accumulated(at),
  ),
  result: call(at, operators.equals, accumulated(at), number(at, 1n)),
})

/** A fold that adds what `grow` says for each item, if the filter, the first of two expressions, is true. */
const building =
  (
    start: (at: number) => Expression,
    grow: (at: number, value: Expression, variable: string) => Expression,
  ): Folding =>
  (at, expressions, variable) => {
    const [value = truth(at, true), filter] = expressions.toReversed()
    const grown = grow(at, value, variable)
    return {
      start: start(at),
      condition: truth(at, true),
      step: filter ? call(at, operators.conditional, filter, grown, accumulated(at)) : grown,
      result: accumulated(at),
    }
  }

const emptyMap = (at: number): Expression => ({ kind: 'map', at, entries: [] })
const toList = building(list, (at, value) => call(at, operators.add, accumulated(at), list(at, value)))
const toMap = building(emptyMap, (at, value, variable) =>
  call(at, 'cel.@mapInsert', accumulated(at), name(at, variable), value),
)
const toEntries = building(emptyMap, (at, value) => call(at, 'cel.@mapInsert', accumulated(at), value))

const overOne =
  (folding: Folding): Macro =>
  (macro, range) => {
    const [first, ...rest] = macro.args
    const variable = loopVariable(first, macro)
    return {
      kind: 'fold',
      at: macro.at,
      range,
      variable,
      accumulator,
      ...folding(macro.at, rest, variable),
    }
  }

const overTwo =
  (folding: Folding): Macro =>
  (macro, range) => {
    const [first, last, ...rest] = macro.args
    const variable = loopVariable(first, macro)
    const second = loopVariable(last, macro)
    if (variable === second)
      throw new Failure(`both variables of ${macro.name} are called ${second}`, last?.at ?? macro.at)
    const shape = folding(macro.at, rest, variable)
    return { kind: 'fold', at: macro.at, range, variable, second, accumulator, ...shape }
  }

const filter: Macro = (macro, range) => {
  const [variable = macro, predicate = macro] = macro.args
  const text = loopVariable(variable, macro)
  return {
    kind: 'fold',
    at: macro.at,
    range,
    variable: text,
    accumulator,
    ...toList(macro.at, [predicate, variable], text),
  }
}

/** A name for a value: a fold over nothing. */
const bound = (at: number, variable: string, value: Expression, result: Expression): Fold => ({
  kind: 'fold',
  at,
  range: list(at),
  variable: '#unused',
  accumulator: variable,
  start: value,
  condition: truth(at, false),
  step: name(at, variable),
  result,
})

const ofOptional =
  (wrap: (at: number, value: Expression) => Expression): Macro =>
  (macro, target) => {
    const { at, args } = macro
    const variable = variableOf(args[0], macro)
    const value = bound(at, variable, member(at, 'value', structuredClone(target)), args[1] ?? target)
    return call(
      at,
      operators.conditional,
      member(at, 'hasValue', target),
      wrap(at, value),
      call(at, 'optional.none'),
    )
  }

const sortBy: Macro = (macro, target) => {
  const { at } = macro
  const variable = '@__sortBy_input__'
  if (target.kind === 'literal' || target.kind === 'map' || target.kind === 'message')
    throw new Failure('sortBy is only for lists', target.at)
  const keys = overOne(toList)(macro, name(at, variable))
  if (!keys) return undefined
  return bound(at, variable, target, member(at, '@sortByAssociatedKeys', name(at, variable), keys))
}

const bind: Macro = (macro, target) => {
  if (target.kind !== 'name' || target.name !== 'cel') return undefined
  const [variable, value = target, result = target] = macro.args
  return bound(macro.at, variableOf(variable, macro), value, result)
}

const always = 0
const members: Readonly<Record<string, MacroEntry>> = {
  'all/2': { since: always, expand: overOne(all) },
  'exists/2': { since: always, expand: overOne(exists) },
  'exists_one/2': { since: always, expand: overOne(existsOne) },
  'map/2': { since: always, expand: overOne(toList) },
  'map/3': { since: always, expand: overOne(toList) },
  'filter/2': { since: always, expand: filter },
  'optMap/2': { since: 28, expand: ofOptional((at, value) => call(at, 'optional.of', value)) },
  'optFlatMap/2': { since: 28, expand: ofOptional((_, value) => value) },
  'all/3': { since: 32, expand: overTwo(all) },
  'exists/3': { since: 32, expand: overTwo(exists) },
  'exists_one/3': { since: 32, expand: overTwo(existsOne) },
  'existsOne/3': { since: 32, expand: overTwo(existsOne) },
  'transformList/3': { since: 32, expand: overTwo(toList) },
  'transformList/4': { since: 32, expand: overTwo(toList) },
  'transformMap/3': { since: 32, expand: overTwo(toMap) },
  'transformMap/4': { since: 32, expand: overTwo(toMap) },
  'transformMapEntry/3': { since: 32, expand: overTwo(toEntries) },
  'sortBy/2': { since: 34, expand: sortBy },
  'transformMapEntry/4': { since: 32, expand: overTwo(toEntries) },
}

/** `version`: the compatibility version, 35 for Kubernetes 1.36. `canBind`: whether `cel.bind` is there. */
export type MacroSettings = { readonly version: number; readonly canBind: boolean }

/** What a call stands for: itself unless it is a macro. Source: cel-go/parser/macro.go, ext/comprehensions.go. */
export function expanded(macro: Call, settings: MacroSettings): Expression {
  const { target, args } = macro
  const key = `${macro.name}/${args.length}`
  if (!target) return key === 'has/1' ? presence(macro) : macro
  if (key === 'bind/3' && settings.canBind) return bind(macro, target) ?? macro
  const entry = Object.hasOwn(members, key) ? members[key] : undefined
  return entry && settings.version >= entry.since ? (entry.expand(macro, target) ?? macro) : macro
}

function presence({ args: [field], at }: Call): Expression {
  if (field?.kind !== 'select') throw new Failure('has needs a field, such as has(a.b)', field?.at ?? at)
  return { ...field, at, isTest: true }
}
