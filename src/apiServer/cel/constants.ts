import { patternTest } from '../../schemas/reading/pattern'
import type { Checked } from './checked'
import { partsOf, type Call, type Expression, type Value } from './expression'
import { Failure } from './failure'
import { leastInt, mostInt, mostUint } from './literals'

/*
 * Checks of the constants in an expression: regular expressions, times and numbers in quotes.
 * Source: cel-go/cel/validator.go, interpreter/decorators.go, common/types.
 */

/** A value that is known before the expression is evaluated. */
type Constant = { readonly type: string; readonly value: Value }

const firstSecond = -62_135_596_800n
const lastSecond = 253_402_300_799n

const units: Readonly<Record<string, number>> = {
  ...{ ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6 },
  ...{ s: 1e9, m: 60e9, h: 3600e9 },
}
const isDuration = (text: string): boolean => {
  if (/^[+-]?0$/.test(text)) return true
  if (!/^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[nuµμm]?s|m|h))+$/.test(text)) return false
  const parts = [...text.replace(/^[+-]/, '').matchAll(/([\d.]+)([a-zµμ]+)/gy)]
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0), 0) <= 2 ** 63
}

const time = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/

const isTimestamp = (text: string): boolean => {
  const match = time.exec(text)
  if (!match) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ...offset] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const [hours = 0, minutes = 0] = offset
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  if (day < 1 || day > days || hour > 23 || minute > 59 || second > 59 || hours > 24 || minutes > 60)
    return false
  const west = text.at(-6) === '-' ? 1 : -1
  const date = Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 1000
  const seconds = date + hour * 3600 + minute * 60 + second + west * (hours * 3600 + minutes * 60)
  return seconds >= Number(firstSecond) && seconds <= Number(lastSecond)
}

const inRange = (value: bigint, from: bigint, to: bigint): bigint | undefined =>
  value >= from && value <= to ? value : undefined

const wholeFrom = (value: Value, from: bigint, to: bigint, pattern: RegExp): bigint | undefined => {
  if (typeof value === 'bigint') return inRange(value, from, to)
  if (typeof value === 'string')
    return pattern.test(value) ? inRange(BigInt(value.replace(/^\+/, '')), from, to) : undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return inRange(BigInt(Math.trunc(value)), from, to)
}

/** What `double` makes of a text. Forms of Go that are rare count as 0. */
function doubleFrom(text: string): number | undefined {
  if (/^[+-]?(?:inf|infinity|nan)$/i.test(text) || /^[+-]?0x|_/i.test(text)) return 0
  const value = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

const booleans: Readonly<Record<string, boolean>> = {
  ...{ 1: true, t: true, T: true, TRUE: true, true: true, True: true },
  ...{ 0: false, f: false, F: false, FALSE: false, false: false, False: false },
}

/** What a function makes of a value: undefined when the result is not needed, `wrong` when it cannot convert it. */
function converted(name: string, { type, value }: Constant): Constant | 'wrong' | undefined {
  const of = (result: Value | undefined): Constant | 'wrong' =>
    result === undefined ? 'wrong' : { type: name, value: result }
  if (name === 'dyn' || name === type) return { type, value }
  if (value === null) return name === 'int' || name === 'string' ? 'wrong' : undefined
  if (name === 'int' && ['string', 'uint', 'double'].includes(type))
    return of(wholeFrom(value, leastInt, mostInt, /^[+-]?\d+$/))
  if (name === 'uint' && ['string', 'int', 'double'].includes(type))
    return of(wholeFrom(value, 0n, mostUint, /^\d+$/))
  if (name === 'double') return typeof value === 'string' ? of(doubleFrom(value)) : undefined
  if (name === 'bool' && typeof value === 'string')
    return of(Object.hasOwn(booleans, value) ? booleans[value] : undefined)
  if (name === 'duration' && typeof value === 'bigint') return 'wrong'
  if (name === 'duration' && typeof value === 'string') return isDuration(value) ? undefined : 'wrong'
  if (name === 'timestamp' && typeof value === 'string') return isTimestamp(value) ? undefined : 'wrong'
  if (name === 'timestamp' && typeof value === 'bigint')
    return inRange(value, firstSecond, lastSecond) === undefined ? 'wrong' : undefined
  if (name === 'string' && value instanceof Uint8Array) return isUtf8(value) ? undefined : 'wrong'
  if (name === 'string' && (typeof value === 'boolean' || typeof value === 'bigint')) return of(String(value))
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined
  } catch {
    return false
  }
}

const conversions = new Set([
  ...['bool', 'bytes', 'double', 'duration', 'dyn', 'int', 'string', 'timestamp', 'type', 'uint'],
])

/** Longer patterns are not checked. */
const longestPattern = 10_000
const isPattern = (text: string): boolean => text.length > longestPattern || patternTest(text) !== undefined

/** Takes what is wrong. `isLate`: whether it is found only when the expression is made ready to run. */
type Report = (failure: Failure, isLate: boolean) => void

/** The value of an expression, if it is written there. */
function constantOf(expression: Expression, version: number, report: Report): Constant | undefined {
  if (expression.kind === 'literal') return expression
  if (expression.kind !== 'call' || expression.target || !conversions.has(expression.name)) return undefined
  const [argument, ...rest] = expression.args
  const constant = argument && rest.length === 0 ? constantOf(argument, version, report) : undefined
  if (!argument || !constant) return undefined
  const result = converted(expression.name, constant)
  if (result !== 'wrong') return result
  // Times are looked at while types are checked, since 29.
  const isLate =
    !['duration', 'timestamp'].includes(expression.name) || argument.kind !== 'literal' || version < 29
  const message = `${expression.name} cannot read the value “${String(constant.value)}”`
  report(new Failure(message, argument.at), isLate)
  return undefined
}

/** Which argument of a call is a regular expression, and whether that is found only later. */
function patternsIn(call: Call, version: number): readonly (readonly [Expression | undefined, boolean])[] {
  const { name, args, target } = call
  if (name === 'matches') return [[args[0], version < 29], ...(target ? [] : [[args[1], true] as const])]
  return (name === 'find' || name === 'findAll') && target ? [[args[0], true]] : []
}

/**
 * Throws a Failure at the first value in an expression that can be seen to be wrong. Gives what is found only when the
 * expression is made ready to run.
 */
export function checkConstants(checked: Checked, version: number): Failure | undefined {
  const late: Failure[] = []
  const report: Report = (failure, isLate) => {
    if (!isLate) throw failure
    late.push(failure)
  }
  const visit = (expression: Expression): void => {
    for (const part of partsOf(expression)) visit(part)
    if (expression.kind !== 'call') return
    constantOf(expression, version, report)
    for (const [argument, isLate] of patternsIn(expression, version))
      if (argument?.kind === 'literal' && typeof argument.value === 'string' && !isPattern(argument.value))
        report(new Failure('the regular expression is not valid', argument.at), isLate)
  }
  visit(checked.expression)
  return late[0]
}
