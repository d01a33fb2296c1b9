import { expect, test } from 'vitest'
import { patternTest } from './pattern'

test.each([
  ['b', 'abc', true],
  ['^\\d+$', '12', true],
  ['^\\d+$', '12\n', false],
  ['^\\d$', '٣', false],
  ['^\\w$', 'é', false],
  ['^\\s$', '\u00a0', false],
  ['^.$', '😀', true],
  ['^.$', '\n', false],
  ['(?s)^.$', '\n', true],
  ['(?i)^ABC$', 'abc', true],
  ['(?i)^k$', '\u212a', true],
  ['^[[:alpha:]]+$', 'abc1', false],
  ['^\\pL$', 'é', true],
  ['^\\p{Greek}$', 'λ', true],
  ['a\\z', 'ba', true],
  ['^a{$', 'a{', true],
  ['a]', 'a]', true],
  ['\\Qa.b\\E', 'a.b', true],
  ['\\Qa.b\\E', 'axb', false],
  ['^(|a)$', '', true],
  ['\\\\p{Emoji}', '\\p{Emoji}', true],
  ['(?P<a>x)(?P<a>y)', 'xy', true],
  ['[(?P<a>](?P<b>x)(?P<b>y)\\(?P<b>', '<xy(P<b>', true],
])('%j matches %j: %s', (source, text, matches) => {
  expect(patternTest(source)?.accepts(text)).toBe(matches)
})

test.each([
  ['(?=a)'],
  ['(?<!a)b'],
  ['(a)\\1'],
  ['a\\Z'],
  ['\\h'],
  ['\\u00e9'],
  ['a{1001}'],
  ['a('],
  ['[b-a]'],
  ['a**'],
  ['\\p{Emoji}'],
  ['\\p{Nobody}'],
])('%j does not compile in Go', (source) => {
  expect(patternTest(source)).toBeUndefined()
})

test('values that are not text are accepted', () => {
  const pattern = patternTest('^a$')
  expect([null, true, 5, 5n].map((data) => pattern?.accepts(data))).toEqual([true, true, true, true])
  expect(pattern?.expected).toBe('text that matches ^a$')
})

test.each([
  ['(a+)+$', `${'a'.repeat(100_000)}b`, false],
  ['(x+x+)+y', 'x'.repeat(100_000), false],
  ['(a?){500}a{500}$', 'a'.repeat(500), true],
])(
  '%s takes linear time',
  (source, text, matches) => {
    expect(patternTest(source)?.accepts(text)).toBe(matches)
  },
  5000,
)

test('more patterns than are kept', () => {
  for (let index = 0; index < 3000; index++) expect(patternTest(`^${index}$`)?.accepts(`${index}`)).toBe(true)
  expect(patternTest('^0$')?.accepts('0')).toBe(true)
})
