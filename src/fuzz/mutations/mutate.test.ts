import { expect, test } from 'vitest'
import { ownManifests } from '../manifests'
import { randomFrom } from '../random'
import { mutate, mutations } from './mutate'

const pool = ownManifests()

test.each(mutations)('$name: changes texts, and takes any text', ({ change }) => {
  const random = randomFrom(1)
  const changed = pool.filter((text) => change(text, random, pool) !== text)
  expect(changed.length).toBeGreaterThan(pool.length / 20)
  for (const text of ['', '\n', 'a', '---\n', '\ud800', '- '])
    expect(change(text, random, pool)).toBeTypeOf('string')
})

test('the same seed changes a text in the same way', () => {
  const all = (seed: number) => pool.map((text) => mutate(text, randomFrom(seed), pool))
  expect(all(3)).toEqual(all(3))
  expect(all(4)).not.toEqual(all(3))
})
