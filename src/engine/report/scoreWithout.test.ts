import { expect, test } from 'vitest'
import { score, type ScoreInput } from './score'
import { scoreWithout } from './scoreWithout'

const inputs: readonly ScoreInput[] = [
  { rule: 'a', unit: '1', severity: 'critical' },
  { rule: 'a', unit: '2' },
  { rule: 'b', unit: '1', severity: 'warning' },
  { rule: 'c', unit: '2', severity: 'refused' },
]
const of = (some: readonly ScoreInput[]) => score(some, ['a', 'b', 'c'])

test('the score without a rule is that of a text where it finds nothing', () => {
  for (const rule of ['a', 'b', 'c', 'd'])
    expect(scoreWithout(of(inputs), rule)).toBe(of(inputs.filter((input) => input.rule !== rule)).value)
  expect(scoreWithout(of(inputs.slice(0, 1)), 'a')).toBe(100)
})

test('what cannot be read keeps limiting the score', () => {
  const unreadable = of([...inputs, { rule: 'b', unit: '3', severity: 'refused', unreadable: true }])
  expect(scoreWithout(unreadable, 'a')).toBe(20)
})
