import type { Settings } from '../engine/model/settings'
import { generatedText } from './grammar'
import { mutate } from './mutations/mutate'
import { randomFrom, seedOf } from './random'
import { randomSettings } from './randomSettings'

/** What a target is run on. Plain data, so that it can be sent to another process and stored in a file. */
export type Input = {
  readonly text: string
  readonly settings: Settings
  /** Seeds what a target chooses itself, such as offsets. */
  readonly choice: number
}

/**
 * The input of a run with this number: three of four are manifests of the pool after a few changes, the others are made
 * by a grammar, half of them changed as well.
 */
export function inputOf(seed: number, index: number, pool: readonly string[]): Input {
  const random = randomFrom(seedOf(seed, index))
  const text = random.oneIn(4) ? generatedText(random) : random.pick(pool)
  const isChanged = random.below(8) > 0
  return {
    text: isChanged ? mutate(text, random, pool) : text,
    settings: randomSettings(random),
    choice: random.below(2 ** 31),
  }
}
