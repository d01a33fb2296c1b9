import { expect, test } from 'vitest'
import { Failure } from './failure'
import { parse } from './parse'

const syntax = { version: 35, canBind: false }

/** “at: message” for a text that is not valid. */
function problem(source: string, version = 35): string | undefined {
  try {
    parse(source, { ...syntax, version })
    return undefined
  } catch (error) {
    if (error instanceof Failure) return `${error.at ?? ''}: ${error.message}`
    throw error
  }
}

test.each([
  ...['true // comment', ' \f\ttrue\r\n', "'a\\''", "r'\\'", "R'''\\'''", '"\\x41\\u0041\\U0001F600\\101"'],
  ...['"""a\nb"""', "'''a'b''c'''", "b'\\377'", "br'\\x'", '0x1F', '1u', '0xFFu', '.5', '1e3', '- -1', '-1u'],
  ...['-9223372036854775808', '18446744073709551615u', '!!true', '1 -1', 'a.b.c(1, 2)[3].?d[?4]'],
  ...['[,]', '[1,]', '{,}', '{1: 2,}', '[?a]', "{?'a': b}", 'Object{a: 1, ?b: c,}', 'a.B{}', '.a', '.f()'],
  ...['a ? b : c ? d : e', 'a in b', 'a.if', 'has(a.b)', '[1].all(x, true)', '[1].all(i, x, true)'],
  ...['[1].sortBy(x, x)', 'a.optMap(x, x)', 'a.all(1)', `${'('.repeat(249)}a${')'.repeat(249)}`],
  `1${'+1'.repeat(250)}`,
])('%s is valid', (source) => {
  expect(problem(source)).toBeUndefined()
})

test.each([
  ['', '0: it ends too early'],
  ['object.', '7: it ends too early: a name is missing'],
  ['a b', '2: “b” is not expected here'],
  ['a.in', '2: “in” is not expected here: a name is missing'],
  ['if', '0: the name if is reserved'],
  ['a.?b()', '4: “(” is not expected here'],
  ['a.`b`', '2: names in back quotes are not supported'],
  ['-!a', '1: “!” is not expected here'],
  ['f(1,)', '4: “)” is not expected here'],
  ['[1,,2]', '3: “,” is not expected here'],
  ['{1}', '2: “}” is not expected here: “:” is missing'],
  ['a ? b', '5: it ends too early: “:” is missing'],
  ['Object{', '7: it ends too early: the name of a field is missing'],
  ['"a', '0: a string is not closed, or has an escape that CEL does not know'],
  ["'\\q'", '0: a string is not closed, or has an escape that CEL does not know'],
  ['"a\nb"', '0: a string is not closed, or has an escape that CEL does not know'],
  ["'\\ud800'", '0: a string has an escape that is not a Unicode character'],
  ["b'\\u0041'", '0: bytes must not have an escape of a character: \\u or \\U'],
  ["rb'a'", "2: “'a'” is not expected here"],
  ['9223372036854775808', '0: the number 9223372036854775808 has more than 64 bits'],
  ['1e400', '0: the number 1e400 is too large'],
  ['a # b', '2: the character “#” is not allowed'],
  ['has(a)', '4: has needs a field, such as has(a.b)'],
  ['[1].all(x.y, true)', '9: the variable of all must be a plain name'],
  ['[1].all(x, x, true)', '11: both variables of all are called x'],
  ['[1].all(__result__, true)', '8: the name __result__ is reserved'],
  [`1${'+1'.repeat(251)}`, ': more than 250 operators are nested in one another'],
  [`${'('.repeat(250)}a${')'.repeat(250)}`, ': it is nested more than 250 times'],
])('%s is not valid', (source, expected) => {
  expect(problem(source)).toBe(expected)
})

test('a long literal of bytes is valid', () => {
  expect(problem(`b'${'😀'.repeat(90_000)}'`)).toBeUndefined()
})

test('optional syntax is there since 28', () => {
  expect(problem('a.?b', 27)).toBe('1: optional syntax with “?” is not supported')
  expect(problem('a.?b', 28)).toBeUndefined()
})
