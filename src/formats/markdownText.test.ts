import { expect, test } from 'vitest'
import { codeSpan, escapeMarkdown } from './markdownText'
import { visible } from './visible'

test.each([
  ['nginx:1.2 has no digest', 'nginx:1.2 has no digest'],
  ['<b>*x*</b>', String.raw`\<b\>\*x\*\</b\>`],
  ['@here #1 !2', '@&#8203;here #&#8203;1 !&#8203;2'],
  ['a # b @ c', 'a # b @ c'],
  [':tada: a:b', ':&#8203;tada: a:b'],
  ['&lt; $x$', '&amp;lt; <span>$</span>x<span>$</span>'],
  ['https://a.example www.b.example', 'https:&#8203;//a.example www.&#8203;b.example'],
  ['[a](b)|c', String.raw`\[a\]\(b\)\|c`],
  ['a\n# b', String.raw`a␊# b`],
])('escapeMarkdown(%j)', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test.each([
  ['a.yaml:3', '`a.yaml:3`'],
  ['a`b', '`` a`b ``'],
  ['a``b`', '``` a``b` ```'],
  [' a', '`  a `'],
])('codeSpan(%j)', (text, span) => {
  expect(codeSpan(text)).toBe(span)
})

test.each([
  ['\u001b[31m\u0000\n', '␛[31m␀␊'],
  ['\u007f\u009b\u202e\u2028', String.raw`␡\u{9b}\u{202e}\u{2028}`],
  ['\ud83d 😀', String.raw`\u{d83d} 😀`],
  ['\uffff', String.raw`\u{ffff}`],
])('visible(%j)', (text, shown) => {
  expect(visible(text)).toBe(shown)
})
