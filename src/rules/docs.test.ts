import { expect, test } from 'vitest'
import { sources } from './sources'

const pages = import.meta.glob<string>(['../checks/*/docs.md', './*/*/docs.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const byRule = new Map(Object.entries(pages).map(([path, page]) => [path.split('/').at(-2), page]))

const rules = sources.flatMap((source) => source.rules.map((rule) => ({ ...rule, source })))

test('the sources have no two rules of the same id', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})

test('every page belongs to a rule', () => {
  expect([...byRule.keys()].sort()).toEqual(rules.map(({ id }) => id).sort())
})

test.each(rules)('$id has a page under its title', ({ id, title, source }) => {
  const [heading, ...rest] = (byRule.get(id) ?? '').split('\n')
  expect(heading).toBe(`# ${title}`)
  const text = rest.join('\n').trim()
  // The pages of checks are tested with their examples.
  if (source.checks) return expect(text).toMatch(/^[A-Z`].*\.\n\n## /s)
  expect(text).toMatch(/^[A-Z].*\.$/s)
  expect(text).not.toContain('\n\n')
})

test.each(rules)('$id has severities, worst first', ({ severities }) => {
  expect(severities.length).toBeGreaterThan(0)
  const order = ['refused', 'critical', 'warning', 'advice']
  expect(severities.map((severity) => order.indexOf(severity))).toEqual(
    severities.map((severity) => order.indexOf(severity)).sort((a, b) => a - b),
  )
})
