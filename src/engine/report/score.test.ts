import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { score, scoreApartFrom, type ScoreInput } from './score'
import type { Severity } from '../model/finding'
import type { ScoreStep } from '../model/report'

const order = ['syntax', 'a', 'b', 'c', 'd', 'e']
const severities: readonly Severity[] = ['refused', 'critical', 'warning', 'advice']

test.each<[findings: readonly Severity[], value: number, letter: string]>([
  [[], 100, 'A+'],
  [['advice'], 98, 'A'],
  [['warning'], 95, 'A'],
  [['critical'], 88, 'B'],
  [['warning', 'warning', 'warning'], 85, 'B'],
  [['critical', 'critical'], 77, 'C'],
  [['refused'], 40, 'F'],
])('one finding each of %j scores %d, %s', (findings, value, letter) => {
  const inputs = findings.map((severity, index) => ({
    rule: order[index + 1] ?? '',
    unit: 'web',
    severity,
  }))
  expect(score([{ rule: 'e', unit: 'web' }, ...inputs], order)).toMatchObject({ value, letter })
})

test('the steps say what each rule removes and what remains', () => {
  const inputs: ScoreInput[] = [
    { rule: 'b', unit: 'web', severity: 'warning' },
    { rule: 'a', unit: 'web', severity: 'critical' },
    { rule: 'a', unit: 'api' },
    { rule: 'a', unit: 'web', severity: 'advice' },
  ]
  const { steps, value } = score(inputs, order)
  expect(steps.map(({ rule, severity, affected, total }) => [rule, severity, affected, total])).toEqual([
    ['a', 'critical', 1, 2],
    ['b', 'warning', 1, 1],
  ])
  expect(steps[0]?.loss).toBeCloseTo(0.12 * 0.75)
  expect(steps[1]?.after).toBeCloseTo(100 * (1 - 0.09) * 0.95)
  expect(value).toBe(86)
})

test('a score apart from some rules counts what they found before, and is 100 only without findings', () => {
  const critical = (rule: string): ScoreInput => ({ rule, unit: 'web', severity: 'critical' })
  const before = score([critical('a')], order)
  const both = score([critical('a'), critical('b')], order)
  expect([before.value, both.value]).toEqual([88, 77])
  expect(scoreApartFrom(both, new Map([['b', undefined]]))).toEqual(before)
  expect(scoreApartFrom(both, new Map([['c', undefined]]))).toEqual(both)
  const worse = score([{ ...critical('a'), severity: 'refused' }], order)
  expect(scoreApartFrom({ ...worse, steps: both.steps }, new Map()).value).toBe(40)
  const smaller: ScoreStep = { rule: 'b', severity: 'critical', affected: 1, total: 2, loss: 0.06, after: 94 }
  const half = scoreApartFrom(both, new Map([['b', smaller]]))
  expect(half.value).toBe(Math.floor(88 * 0.94))
  const none = scoreApartFrom(before, new Map([['a', undefined]]))
  expect([none.value, none.steps]).toEqual([99, []])
})

test('text that cannot be read caps the score lower than what the API server refuses', () => {
  const fine: ScoreInput = { rule: 'a', unit: 'web' }
  const refused: ScoreInput = { rule: 'syntax', unit: 'doc', severity: 'refused' }
  expect(score([fine, refused], order)).toMatchObject({ value: 40, cap: { value: 40, reason: 'refused' } })
  const unreadable = { ...refused, unreadable: true }
  expect(score([fine, refused, unreadable], order)).toMatchObject({
    value: 20,
    letter: 'F',
    cap: { reason: 'unreadable' },
  })
})

describe('for any set of objects and findings', () => {
  const input: fc.Arbitrary<ScoreInput> = fc
    .record({
      rule: fc.constantFrom(...order),
      unit: fc.constantFrom('p', 'q', 'r', 's', 't', 'u'),
      severity: fc.option(fc.constantFrom(...severities), { nil: undefined }),
      unreadable: fc.boolean(),
    })
    .map(({ rule, unit, severity, unreadable }) => ({
      rule,
      unit,
      ...(severity && {
        severity,
        ...(unreadable && rule === 'syntax' && severity === 'refused' && { unreadable }),
      }),
    }))
  const inputs = fc.array(input, { minLength: 1, maxLength: 40 })
  const value = (list: readonly ScoreInput[]) => score(list, order).value
  /** What breaks a property, out of 20,000 random cases; undefined when nothing does. */
  const counterexample = (property: (list: ScoreInput[], pick: number) => boolean) =>
    fc.check(fc.property(inputs, fc.nat(), property), { numRuns: 20_000, seed: 7 }).counterexample ??
    undefined

  test('it is a whole number from 0 to 100, and 100 exactly when nothing is found', () => {
    const broken = counterexample((list) => {
      const given = value(list)
      const clean = list.every(({ severity }) => !severity)
      return Number.isInteger(given) && given >= 0 && given <= 100 && (given === 100) === clean
    })
    expect(broken).toBeUndefined()
  })

  test('fixing a finding never lowers it', () => {
    const broken = counterexample((list, pick) => {
      const fixed = list.map((found, at): ScoreInput => {
        const { rule, unit } = found
        return at === pick % list.length ? { rule, unit } : found
      })
      return value(fixed) >= value(list)
    })
    expect(broken).toBeUndefined()
  })

  test('making a finding less severe never lowers it', () => {
    const broken = counterexample((list, pick) => {
      const eased = list.map((found, at): ScoreInput => {
        const milder = severities[severities.indexOf(found.severity ?? 'advice') + 1]
        const { rule, unit } = found
        return at === pick % list.length && found.severity
          ? { rule, unit, ...(milder && { severity: milder }) }
          : found
      })
      return value(eased) >= value(list)
    })
    expect(broken).toBeUndefined()
  })

  test('removing an object that fails every check never lowers it', () => {
    const broken = counterexample((list, pick) => {
      const failing = list.filter(({ unit }) => list.every((found) => found.unit !== unit || found.severity))
      const gone = failing[pick % Math.max(1, failing.length)]
      const left = list.filter(({ unit }) => unit !== gone?.unit)
      return left.length === 0 || value(left) >= value(list)
    })
    expect(broken).toBeUndefined()
  })

  test('exact copies change nothing', () => {
    const broken = counterexample((list) => {
      const [once, twice] = [score(list, order), score([...list, ...list], order)]
      return JSON.stringify(once) === JSON.stringify(twice)
    })
    expect(broken).toBeUndefined()
  })

  test('the same objects under other names change nothing', () => {
    const broken = counterexample((list) => {
      const renamed = list.map((found) => ({ ...found, unit: `${found.unit} again` }))
      return value([...list, ...renamed]) === value(list)
    })
    expect(broken).toBeUndefined()
  })

  test('order changes nothing', () => {
    const broken = counterexample((list, pick) => {
      const turned = [...list.slice(pick % list.length), ...list.slice(0, pick % list.length)].toReversed()
      return JSON.stringify(score(turned, order)) === JSON.stringify(score(list, order))
    })
    expect(broken).toBeUndefined()
  })

  test('one bad object is not diluted by good ones: at least half of its weight stays', () => {
    const broken = counterexample((list, pick) => {
      const bad: ScoreInput = { rule: 'a', unit: 'bad', severity: 'critical' }
      const good = Array.from({ length: pick % 50 }, (_, index) => ({ rule: 'a', unit: `good ${index}` }))
      return value([bad, ...good]) <= 94 && value([...list, bad, ...good]) <= 94
    })
    expect(broken).toBeUndefined()
  })
})
