import { expect, test } from 'vitest'
import { campaign, type Found } from './campaign'
import { inputOf, type Input } from './input'
import { ownManifests } from './manifests'
import { outcomeOf } from './outcome'
import { targets } from './targets'
import { Broken, type Target } from './targets/target'

const pool = ownManifests()

const run = (target: Target, input: Input) => outcomeOf(target, input)

const find = async (seed: number, inputs: number, tried: readonly Target[]) => {
  const found: Found[] = []
  const isOver = (index: number): boolean => index === inputs
  const tallies = await campaign({
    seed,
    targets: tried,
    pool,
    run,
    isOver,
    onFound: (one) => found.push(one),
  })
  return { found, tallies }
}

test('the playground passes a few inputs of every target', async () => {
  const { found, tallies } = await find(7, 5 * targets.length, targets)
  expect(found).toEqual([])
  expect(tallies.map(({ inputs }) => inputs)).toEqual(targets.map(() => 5))
})

const planted: readonly (readonly [what: string, fails: (text: string) => void, smallest: string])[] = [
  ['an exception for a word', (text) => check(!text.includes('replicas')), 'replicas'],
  ['one for two words', (text) => check(!(/port/.test(text) && /name/.test(text))), 'name'],
]

const check = (holds: boolean): void => {
  if (!holds) throw new TypeError('planted')
}

test.each(planted)('finds and minimises %s', async (_, fails, smallest) => {
  const target: Target = { name: 'planted', about: '', run: ({ text }) => fails(text) }
  const { found, tallies } = await find(1, 60, [target])
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ target: 'planted', seed: 1, kind: 'exception' })
  expect(found[0]?.error).toContain('planted')
  expect(found[0]?.input.text).toContain(smallest)
  expect(found[0]?.input.text.length).toBeLessThan(10)
  expect(tallies[0]?.failures).toBeGreaterThan(1)
})

test('finds a broken invariant, and settings that matter are kept', async () => {
  const target: Target = {
    name: 'planted',
    about: '',
    run: ({ text, settings }) => {
      if (!settings.strict && text.length > 3) throw new Broken('strict', text)
    },
  }
  const { found } = await find(2, 200, [target])
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ kind: 'invariant', signature: 'strict' })
  expect(found[0]?.input.text).toHaveLength(4)
  expect(found[0]?.input.settings.strict).toBe(false)
  expect(found[0]?.input.settings.schemaFiles).toEqual([])
})

test('the same seed gives the same inputs, another seed others', () => {
  const inputs = (seed: number) => Array.from({ length: 40 }, (_, index) => inputOf(seed, index, pool))
  expect(inputs(7)).toEqual(inputs(7))
  expect(inputs(8)).not.toEqual(inputs(7))
  expect(new Set(inputs(7).map(({ text }) => text)).size).toBeGreaterThan(35)
})
