import type { Random } from '../random'
import { documentMutations } from './documents'
import { lineMutations } from './lines'
import type { Mutation } from './mutation'
import { structureMutations } from './structure'
import { valueMutations } from './values'

/** Every way to change a text. */
export const mutations: readonly Mutation[] = [
  ...lineMutations,
  ...valueMutations,
  ...structureMutations,
  ...documentMutations,
]

/** Enough for what goes wrong in one place; growth is measured with texts made for it. */
const longest = 30_000

/** A text after one to five changes. `pool`: other manifests, to take parts from; at least one. */
export function mutate(text: string, random: Random, pool: readonly string[]): string {
  let changed = text
  for (let count = 1 + random.below(5); count > 0; count--)
    changed = random.pick(mutations).change(changed, random, pool)
  return changed.slice(0, longest)
}
