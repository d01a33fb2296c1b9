import { expect, test } from 'vitest'
import type { Finding } from '../engine/model/finding'
import { findingsToFix } from './findingsToFix'

const finding = (id: string, from: number, to: number, ignored = false): Finding => ({
  id,
  rule: 'rule',
  source: 'kube-score',
  severity: 'warning',
  subject: '',
  message: id,
  document: 0,
  path: [],
  missing: false,
  range: { from, to },
  related: [],
  ...(ignored && { ignored: 'The settings ignore it.' }),
})

const whole = finding('whole', 0, 100)
const container = finding('container', 20, 60)
const sameContainer = finding('same container', 20, 60)
const image = finding('image', 30, 40)
const ignored = finding('ignored', 32, 34, true)
const far = finding('far', 80, 90)
const all = [whole, container, sameContainer, image, ignored, far]

test.each([
  ['a cursor inside several', all, 33, 33, ['image']],
  ['a cursor at the end of one', all, 40, 40, ['image']],
  ['several at one place', all, 25, 25, ['container', 'same container']],
  ['only the outermost', all, 70, 70, ['whole']],
  ['a selection inside one', all, 31, 50, ['container', 'same container']],
  ['everything, within the outermost', all, 0, 100, ['whole']],
  ['everything', [container, image, far], 0, 100, []],
  ['a selection around one', [image], 0, 100, ['image']],
  ['nothing there', [image], 50, 60, []],
  ['many at one place', Array.from({ length: 9 }, (_, at) => finding(`${at}`, 0, 5)), 2, 2, [...'01234']],
])('%s', (_, findings, from, to, expected) => {
  expect(findingsToFix(findings, { from, to }).map(({ id }) => id)).toEqual(expected)
})
