import { expect, test } from 'vitest'
import type { Finding } from '../model/finding'
import type { Report, RuleSummary } from '../model/report'
import { rowsOf } from './rows'

const summary = (more: Partial<RuleSummary> = {}): RuleSummary => ({
  title: 'A rule',
  topic: 'efficient',
  source: 'kube-score',
  isCheck: true,
  severities: ['critical'],
  isOptional: false,
  ...more,
})

const rules: Report['rules'] = {
  pull: summary(),
  containers: summary(),
  resources: summary({
    oneRow: { title: 'No requests or limits', count: 2, fix: 'Set requests and limits' },
  }),
}

let next = 0

const found = (more: Partial<Finding>): Finding => {
  next += 1
  return {
    id: `f${next}`,
    rule: 'pull',
    source: 'kube-score',
    document: 0,
    object: 'Deployment web',
    severity: 'critical',
    path: [],
    missing: false,
    range: { from: next, to: next + 1 },
    message: `Message ${next}`,
    related: [],
    ...more,
  }
}

const on = (name: string): Pick<Finding, 'about'> => ({ about: { noun: 'container', name } })

const shape = (findings: readonly Finding[], scope: 'object' | 'text'): readonly string[] =>
  rowsOf(findings, rules, scope).map(
    ({ title, items, findings: all }) => `${title}: ${items.length}/${all.length}`,
  )

test('findings of one rule with the same title are one row of their object, and of the text', () => {
  const title = 'No pull policy'
  const findings = [
    found({ title, ...on('a') }),
    found({ title, ...on('b') }),
    found({ title, ...on('a'), object: 'Deployment other' }),
    found({ message: 'Something else.' }),
  ]
  expect(shape(findings, 'object')).toEqual([
    'No pull policy: 2/2',
    'No pull policy: 1/1',
    'Something else: 1/1',
  ])
  expect(shape(findings, 'text')).toEqual(['No pull policy: 3/3', 'Something else: 1/1'])
})

test('the parts of one container are one item; containers that lack the same are one row', () => {
  const rule = 'resources'
  const part = (title: string, name: string): Finding => found({ rule, title, ...on(name) })
  const findings = [
    part('No CPU limit', 'a'),
    part('No memory limit', 'a'),
    part('No CPU limit', 'b'),
    part('No memory limit', 'b'),
    part('No memory limit', 'c'),
  ]
  expect(shape(findings, 'object')).toEqual(['No requests or limits: 2/4', 'No memory limit: 1/1'])
})

test('parts that are not all that a rule looks for are named, and the worst of them decides', () => {
  const rule = 'resources'
  const three = { ...rules, resources: summary({ oneRow: { title: 'Nothing', count: 3, fix: 'Set all' } }) }
  const findings = [
    found({ rule, title: 'No CPU request', severity: 'warning', ...on('a') }),
    found({ rule, title: 'No memory limit', ...on('a') }),
  ]
  expect(rowsOf(findings, three, 'object')).toMatchObject([
    { title: 'No CPU request, no memory limit', severity: 'critical' },
  ])
})

test('what several rules say about one place is said once, by the worst', () => {
  const place = { title: 'No containers', path: ['spec', 'containers'] }
  const findings = [
    found({ ...place, rule: 'pull', severity: 'warning' }),
    found({ ...place, rule: 'containers', severity: 'refused' }),
    found({ ...place, rule: 'resources', severity: 'critical' }),
  ]
  expect(rowsOf(findings, rules, 'object').map(({ rule }) => rule)).toEqual(['containers'])
  const other = found({ ...place, rule: 'resources', object: 'Deployment other' })
  expect(shape([...findings, other], 'text')).toEqual(['No containers: 1/1', 'No containers: 1/1'])
})

test('of what several rules say, only what is at the same place is said once', () => {
  const title = 'CPU request and limit differ'
  const at = (rule: string, index: number): Finding =>
    found({ rule, title, path: ['spec', 'containers', index, 'resources'], ...on(`c${index}`) })
  const findings = [at('pull', 0), at('containers', 0), at('containers', 1), at('pull', 2)]
  expect(rowsOf(findings, rules, 'text').map(({ rule, items }) => [rule, items.length])).toEqual([
    ['pull', 2],
    ['containers', 1],
  ])
})

test('containers that lack the same are one row in whatever order they say it, and whatever their names are', () => {
  const rule = 'resources'
  const parts = ['No CPU limit', 'No memory limit', 'No memory request']
  const part = (index: number, nth: number, name = 'app'): Finding =>
    found({
      ...{ rule, title: parts[nth] ?? '', ...on(name) },
      ...{ path: ['spec', 'containers', index, 'resources'], origin: { finder: 0, nth } },
    })
  const three = { ...rules, resources: summary({ oneRow: { title: 'Nothing', count: 3, fix: 'Set all' } }) }
  const findings = [part(0, 0), part(0, 2), part(1, 2), part(1, 0), part(2, 1, 'other')]
  expect(rowsOf(findings, three, 'object').map(({ title, items }) => [title, items.length])).toEqual([
    ['No CPU limit, no memory request', 2],
    ['No memory limit', 1],
  ])
})

test('what has no title says its message, without the full stop of a single sentence', () => {
  const broken = (message: string, document: number): Finding => {
    const { object: _, ...finding } = found({ rule: 'yaml-syntax', message, document })
    return finding
  }
  const findings = [
    broken('Missing closing quote.', 0),
    broken('Missing closing quote.', 1),
    broken('The scope is not set. It must be “A”.', 1),
  ]
  expect(shape(findings, 'text')).toEqual([
    'Missing closing quote: 2/2',
    'The scope is not set. It must be “A”.: 1/1',
  ])
  expect(shape(findings, 'object')).toHaveLength(3)
})

test('rows are sorted by severity, then as in the text, and keep their key when some of their findings go', () => {
  const title = 'No pull policy'
  const findings = [
    found({ severity: 'advice', message: 'First.' }),
    found({ title, ...on('a') }),
    found({ severity: 'refused', message: 'Last.' }),
    found({ title, ...on('b') }),
  ]
  const rows = rowsOf(findings, rules, 'object')
  expect(rows.map(({ severity }) => severity)).toEqual(['refused', 'critical', 'advice'])
  expect(rowsOf(findings.slice(2), rules, 'object')[1]?.key).toBe(rows[1]?.key)
})

test('one finding that no check found speaks in its own words, several in those that they share', () => {
  const schema = { ...rules, pull: summary({ isCheck: false }) }
  const unknown = (message: string): Finding => found({ title: 'Unknown field image', message })
  const [one, other] = [
    unknown('Pod a has an unknown field image; did you mean images?'),
    unknown('Pod b has.'),
  ]
  expect(rowsOf([one], schema, 'text').map(({ title }) => title)).toEqual([
    'Pod a has an unknown field image; did you mean images?',
  ])
  expect(rowsOf([one, other], schema, 'text').map(({ title }) => title)).toEqual(['Unknown field image'])
  expect(rowsOf([one], rules, 'text').map(({ title }) => title)).toEqual(['Unknown field image'])
  expect(rowsOf([one], schema, 'text')[0]?.key).toBe(rowsOf([one, other], schema, 'text')[0]?.key)
})
