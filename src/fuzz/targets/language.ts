import { completionsAt } from '../../engine/language/completions'
import { hoverAt } from '../../engine/language/hover'
import type { Range } from '../../engine/model/range'
import { catalog } from '../../schemas'
import { randomFrom, type Random } from '../random'
import { newEngine } from './newEngine'
import { expectThat, type Target } from './target'

/** At all offsets of a text that is shorter than this, so that a failure stays while the text becomes shorter. */
const short = 120

const sample = 6

/** Where keys and values begin and end, anywhere else, and the ends of the text. */
const offsetsIn = (text: string, random: Random): readonly number[] => {
  if (text.length <= short) return Array.from({ length: text.length + 1 }, (_, at) => at)
  const structural = [...text.matchAll(/: ?|- |$|^ *|[{[,]|[|>]/gm)].map(
    ({ 0: match, index }) => index + match.length,
  )
  const chosen = Array.from({ length: sample }, () =>
    random.oneIn(2) ? random.pick(structural) : random.below(text.length + 1),
  )
  return [0, text.length, ...chosen]
}

export const hover: Target = {
  name: 'hover',
  about: 'the documentation of what is under the mouse pointer',
  run: ({ text, settings, choice }) => {
    const find = newEngine().schemasOf(text, settings)
    for (const offset of offsetsIn(text, randomFrom(choice))) {
      const answer = hoverAt(text, offset, find, catalog, settings)
      if (!answer) continue
      checkRange(answer.range, text, offset)
      expectThat(answer.type.length < 1_000, 'a type is a few words', () => answer.type)
    }
  },
}

export const completion: Target = {
  name: 'completion',
  about: 'what can be typed at a place',
  run: ({ text, settings, choice }) => {
    const find = newEngine().schemasOf(text, settings)
    for (const offset of offsetsIn(text, randomFrom(choice))) {
      const answer = completionsAt(text, offset, find, catalog, settings)
      if (!answer) continue
      checkRange(answer.range, text, offset)
      const labels = answer.items.map(({ label }) => label)
      expectThat(new Set(labels).size === labels.length, 'completions are listed once', () => labels)
    }
  },
}

const checkRange = ({ from, to }: Range, text: string, offset: number): void =>
  expectThat(
    0 <= from && from <= offset && offset <= to && to <= text.length,
    'the range is inside the text, around the offset',
    () => ({ from, to, offset }),
  )
