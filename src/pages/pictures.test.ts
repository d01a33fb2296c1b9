import { expect, test } from 'vitest'
import { describePicture } from './describePicture'
import { bad, good, plain } from './tones'
import { wrapWords } from './wrapWords'

const caption = 'What it shows.'

test('a picture can be told in words', () => {
  expect(
    describePicture({
      kind: 'bar',
      caption,
      unit: 'CPUs',
      total: 4,
      parts: [{ label: 'api', amount: 1.5, tone: 'good' }],
    }),
  ).toEqual(['api: 1.5 of 4 CPUs'])
  const span = (from: number, to: number, label: string) => ({ from, to, label, tone: 'plain' as const })
  expect(
    describePicture({
      kind: 'timeline',
      caption,
      unit: 's',
      until: 9,
      lanes: [{ label: 'App', spans: [span(0, 4, 'starts'), span(4, 9, 'works')] }],
    }),
  ).toEqual(['App: starts from 0 to 4 s, works from 4 to 9 s'])
  const box = (label: string) => ({ label, tone: 'plain' as const })
  expect(
    describePicture({
      kind: 'flow',
      caption,
      boxes: [box('Client'), box('Service')],
      arrows: [{ from: 0, to: 1, label: 'port 80', tone: 'good' }],
    }),
  ).toEqual(['Client → Service: port 80'])
  expect(
    describePicture({
      kind: 'grid',
      caption,
      columns: ['asks', 'starts'],
      rows: [{ label: 'Always', cells: [good('yes'), bad('no')] }],
    }),
  ).toEqual(['Always: asks: yes; starts: no'])
  const places = [
    { label: 'node-a', items: [good('web 1'), plain('web 2')] },
    { label: 'node-b', items: [] },
  ]
  expect(describePicture({ kind: 'places', caption, scenes: [{ label: 'Before', places }] })).toEqual([
    'Before: node-a: web 1, web 2; node-b: nothing',
  ])
})

test.each([
  ['', 5, ['']],
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 3, ['one', 'two', 'three']],
  ['a-very-long-word b', 4, ['a-very-long-word', 'b']],
])('%j in lines of %i', (text, longest, lines) => {
  expect(wrapWords(text, longest)).toEqual(lines)
})
