import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstPlaceholder, hasShellPlaceholder, hasTemplate, withoutTemplates } from './templatePlaceholders'

/** What the scanners stand for. These expressions can take exponential time, so they only see short texts here. */
const template = /\{\{[^\n]*?\}\}/g
const shell = /\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:?+-][^}\n]*)?\}/g

const rendered = (text: string): string =>
  text
    .replace(/^[ \t]*(?:\{\{[^\n]*?\}\}[ \t]*)+\r?$/gm, (line) => '#'.padEnd(line.length, '.'))
    .replace(template, (source) => 'x'.repeat(source.length))
    .replace(shell, (source) => 'x'.repeat(source.length))

const first = (text: string): number | undefined => {
  for (const { index } of [...text.matchAll(template), ...text.matchAll(shell)])
    if (!/^\s*#/.test(text.slice(text.lastIndexOf('\n', index - 1) + 1, index))) return index
  return undefined
}

const texts = fc
  .array(
    fc.constantFrom('{', '}', '{{', '}}', '$', '${', 'A', '9', ':', '-', ' ', '\t', '\n', '\r\n', '#', 'x'),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''))

test('finds the same placeholders as regular expressions do', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(withoutTemplates(text)).toBe(rendered(text))
      expect(firstPlaceholder(text)).toBe(first(text))
      expect(hasTemplate(text)).toBe(text.search(template) >= 0)
      expect(hasShellPlaceholder(text)).toBe(text.search(shell) >= 0)
    }),
    { numRuns: 5_000 },
  )
})

describe('texts on which backtracking does not end', () => {
  const many = 300_000
  test.each([
    ['pairs and a word', `${'{{x}}'.repeat(many)} word`, `${'xxxxx'.repeat(many)} word`],
    ['open templates', '{{'.repeat(many), '{{'.repeat(many)],
    ['open shell placeholders', '${A:-'.repeat(many), '${A:-'.repeat(many)],
    ['a comment of placeholders', `# ${'{{x}}'.repeat(many)}`, `# ${'xxxxx'.repeat(many)}`],
  ])('%s', (_, text, result) => {
    expect(withoutTemplates(text)).toBe(result)
    expect(firstPlaceholder(text)).toBe(text.startsWith('{{x') ? 0 : undefined)
  })
})
