import type { Checked } from './checked'
import type { Call, Expression } from './expression'
import { Failure } from './failure'
import { typeText } from './types'

/*
 * Calls such as `'%s: %d'.format([a, b])`. Source: cel-go/ext/formatting.go, `stringFormatValidator`.
 */

const shownAsText = [
  ...['list', 'map', 'int', 'uint', 'double', 'bool', 'string', 'timestamp', 'bytes', 'duration', 'type'],
  'null_type',
]

/** The types that the clauses of a format take. */
const taken: Readonly<Record<string, readonly string[]>> = {
  s: shownAsText,
  d: ['int', 'uint'],
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: ['int', 'uint', 'bool'],
  x: ['int', 'uint', 'string', 'bytes'],
  X: ['int', 'uint', 'string', 'bytes'],
  o: ['int', 'uint'],
}

/** Throws a Failure when the values of a call of `format` do not fit the text. */
export function checkFormat(call: Call, checked: Checked): void {
  const { target, args, name, at } = call
  const [list] = args
  if (name !== 'format' || target?.kind !== 'literal' || typeof target.value !== 'string') return
  if (args.length !== 1 || list?.kind !== 'list' || checked.isGlobal(call)) return
  const values = list.items.map((item) => item.value)
  let count = 0
  for (const [clause, precision, verb = ''] of target.value.matchAll(/%%|%(\.\d*)?([^]?)/g)) {
    if (clause === '%%') continue
    const value = values[count]
    count += 1
    const types = Object.hasOwn(taken, verb) ? taken[verb] : undefined
    if (!types || precision === '.') throw new Failure(`“${clause}” is not a valid format clause`, target.at)
    if (!value) throw new Failure(`the format has more clauses than the list has values`, list.at)
    checkValue(value, types, verb === 's', clause, checked)
  }
  if (values.length > count) throw new Failure('the list has more values than the format has clauses', at)
}

function checkValue(
  value: Expression,
  types: readonly string[],
  isText: boolean,
  clause: string,
  checked: Checked,
): void {
  const type = checked.typeOf(value)
  if (type.kind !== 'dyn' && !types.includes(type.kind))
    throw new Failure(`“${clause}” does not take a value of type ${typeText(type)}`, value.at)
  if (!isText) return
  const parts =
    value.kind === 'list'
      ? value.items.map((item) => item.value)
      : value.kind === 'map'
        ? value.entries.flatMap((entry) => [entry.key, entry.value])
        : []
  for (const part of parts) checkValue(part, types, isText, clause, checked)
}
