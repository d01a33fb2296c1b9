import { array, assert, nat, property, string, type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { composeEdits } from './composeEdits'
import { insertedRanges, mapRange } from './mapRange'
import { applyEdits, type TextEdit } from './textEdit'

/** Edits of a text, in order and without overlap. */
const editsOf = (text: string): Arbitrary<readonly TextEdit[]> =>
  array(string({ maxLength: 4 }), { maxLength: 4 }).chain((cuts) =>
    array(nat(text.length), { minLength: cuts.length * 2, maxLength: cuts.length * 2 }).map((ends) => {
      const sorted = ends.toSorted((left, right) => left - right)
      return cuts.map((insert, index) => ({
        from: sorted[index * 2] ?? 0,
        to: sorted[index * 2 + 1] ?? 0,
        insert,
      }))
    }),
  )

const series = string({ maxLength: 30 }).chain((text) =>
  editsOf(text).chain((first) => editsOf(applyEdits(text, first)).map((second) => ({ text, first, second }))),
)

test('the composed edits have the same effect as the two lists one after the other', () => {
  assert(
    property(series, ({ text, first, second }) => {
      const both = composeEdits(text.length, first, second)
      expect(applyEdits(text, both)).toBe(applyEdits(applyEdits(text, first), second))
      both.forEach(({ from, to }, index) => {
        expect(from).toBeLessThanOrEqual(to)
        expect(from).toBeGreaterThanOrEqual(both[index - 1]?.to ?? 0)
      })
    }),
    { numRuns: 2000 },
  )
})

test('the inserted ranges hold the inserted texts', () => {
  assert(
    property(series, ({ text, first }) => {
      const after = applyEdits(text, first)
      expect(insertedRanges(first).map(({ from, to }) => after.slice(from, to))).toEqual(
        first.map(({ insert }) => insert),
      )
    }),
  )
})

test.each<[what: string, edit: TextEdit, range: [number, number], after: [number, number]]>([
  ['an edit before it', { from: 0, to: 1, insert: 'abc' }, [4, 6], [6, 8]],
  ['an edit after it', { from: 8, to: 9, insert: '' }, [4, 6], [4, 6]],
  ['an insertion at its start', { from: 4, to: 4, insert: 'ab' }, [4, 6], [6, 8]],
  ['an insertion at its end', { from: 6, to: 6, insert: 'ab' }, [4, 6], [4, 6]],
  ['an insertion inside', { from: 5, to: 5, insert: 'ab' }, [4, 6], [4, 8]],
  ['its start replaced', { from: 3, to: 5, insert: 'ab' }, [4, 6], [5, 6]],
  ['all of it replaced', { from: 3, to: 8, insert: 'ab' }, [4, 6], [5, 5]],
  ['an insertion at an empty range', { from: 4, to: 4, insert: 'ab' }, [4, 4], [6, 6]],
])('%s', (_, edit, [from, to], [start, end]) => {
  expect(mapRange({ from, to }, [edit])).toEqual({ from: start, to: end })
})
