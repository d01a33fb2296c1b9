import { expect, test } from 'vitest'
import type { Finding } from '../engine/model/finding'
import type { Report, Score } from '../engine/model/report'
import { doneText } from './doneText'
import { gainOf } from './gainWords'
import { rowFixTitle } from './rowFix'
import { rowParts } from './rowParts'

const finding = (name: string, title: string, path: Finding['path'] = []): Finding => ({
  ...{ id: `${name} ${title}`, rule: 'amounts', source: 'kube-score', document: 0, severity: 'critical' },
  ...{ path, missing: true, range: { from: 0, to: 0 }, message: `${title}.`, title, related: [] },
  about: { noun: 'container', name },
})

const rules: Report['rules'] = {
  amounts: {
    title: 'Amounts',
    topic: 'efficient',
    source: 'kube-score',
    isCheck: true,
    isOptional: false,
    severities: ['critical'],
    oneRow: { title: 'No amounts', count: 2, fix: 'Set requests and limits' },
  },
}

test('the fix of a row is called as its fixes are, as the rule says, or after what it fixes', () => {
  const row = (...names: readonly string[]) => ({
    ...{ title: 'No limit', rule: 'amounts' },
    items: names.map((name) => ({ findings: [finding(name, 'No limit')] as const })),
  })
  expect(rowFixTitle(row('a'), ['Set limit'], rules)).toBe('Set limit')
  expect(rowFixTitle(row('a', 'b', 'c'), ['Set limit', 'Set limit'], rules)).toBe('Set limit in 3 containers')
  expect(rowFixTitle(row('a', 'b'), ['Set to 1', 'Set to 2'], rules)).toBe('Fix “No limit” in 2 containers')
  const parts = [finding('a', 'No CPU limit'), finding('a', 'No memory limit')] as const
  expect(rowFixTitle({ ...row(), items: [{ findings: parts }] }, ['Set CPU', 'Set memory'], rules)).toBe(
    'Set requests and limits',
  )
})

test('the parts of a row are fields with what is wrong with them', () => {
  expect(
    rowParts([
      finding('a', 'No CPU limit', ['limits', 'cpu']),
      finding('a', 'No CPU request', ['requests', 'cpu']),
      finding('a', 'No ephemeral storage limit', ['limits', 'ephemeral-storage']),
    ]),
  ).toEqual([
    { name: 'cpu', what: 'no limit, no request' },
    { name: 'ephemeral-storage', what: 'no limit' },
  ])
})

test('what was done is said in the past tense where the verb is known', () => {
  expect(doneText('Set memory limit in 3 containers')).toBe('Set memory limit in 3 containers.')
  expect(doneText('Rename to containers')).toBe('Renamed to containers.')
  expect(doneText('Run as user 10001')).toBe('Done: run as user 10001.')
  expect(doneText('Add x and fix what it raises')).toBe('Done: add x and fix what it raises.')
})

test('a fix that leaves the score says what it settles, and what the rest would bring', () => {
  const step = { severity: 'critical', affected: 1, total: 1, loss: 0.12 } as const
  const score: Score = {
    ...{ value: 77, letter: 'C' },
    steps: [
      { ...step, rule: 'amounts', after: 88 },
      { ...step, rule: 'other', after: 77.44 },
    ],
  }
  const gain = (scoreAfter: number | undefined, gone: number, of = score) =>
    gainOf({ ...{ score: of, scoreAfter, gone, total: 4 }, rule: 'amounts', ruleTitle: 'Amounts' })
  expect(gain(88, 4)).toEqual({ way: 'up', points: '77 → 88', settles: undefined })
  expect(gain(70, 4)?.way).toBe('down')
  expect(gain(77, 1)).toEqual({
    way: 'up',
    points: '77 → 88 when all 4 are fixed',
    settles: '1 of 4 for Amounts',
  })
  expect(gain(undefined, 1)).toBeUndefined()
  const capped = gain(40, 4, { ...score, value: 40, cap: { value: 40, reason: 'refused' } })
  expect(capped?.points).toBe('the score stays at 40: a cluster refuses part of the text')
})
