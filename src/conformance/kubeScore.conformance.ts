import { afterAll, describe, expect, test } from 'vitest'
import { differences } from './differences'
import { ExpectedAnswers } from './expected'
import { compare, strictFlags, type RecordedVerdict, type ShortAnswer } from './kubeScore'
import { corpus, probes, randomManifests, recorded, testFiles } from './recordings'

const expected = new ExpectedAnswers<ShortAnswer>('kubeScore.json')

function expectSame(
  name: string,
  text: string,
  flags: readonly string[],
  theirs: RecordedVerdict,
  only?: readonly string[],
) {
  const { ours, isSame } = compare(text, flags, theirs, only)
  expect(expected.error(name, ours, isSame, theirs)).toBeUndefined()
}

const inBothSets = (name: string) => [`${name} [default]`, `${name} [strict]`]

describe.skipIf(!recorded)('verdicts of kube-score', () => {
  const names = [
    ...[...probes(), ...randomManifests()].map(({ name }) => name),
    ...testFiles().flatMap(({ name }) => inBothSets(name)),
    ...corpus().flatMap(({ repo, path }) => inBothSets(`${repo} ${path}`)),
  ]

  afterAll(() => expected.save(names))

  test.each(probes().map((probe) => [probe.name, probe] as const))(
    'probe %s',
    (name, { input, flags, expect: verdict, only }) => expectSame(name, input, flags, verdict, only),
  )

  test.each(randomManifests().map((row) => [row.name, row] as const))(
    '%s',
    (name, { input, flags, expect: verdict }) => expectSame(name, input, flags, verdict),
  )

  test.each(testFiles().map((row) => [row.name, row] as const))(
    'test file %s',
    (name, { input, verdicts }) => {
      expectSame(`${name} [default]`, input, [], verdicts.default)
      expectSame(`${name} [strict]`, input, strictFlags, verdicts['all_v1.30'])
    },
  )

  test.each(corpus().map((row) => [`${row.repo} ${row.path}`, row] as const))(
    '%s',
    (name, { input, kubeScore }) => {
      expectSame(`${name} [default]`, input, [], kubeScore.default)
      expectSame(`${name} [strict]`, input, strictFlags, kubeScore.strict)
    },
  )

  test('every expected answer belongs to a case, and to a difference in the table', () => {
    const ids = differences.map(({ id }) => id)
    expect(expected.errors(names, ids)).toEqual([])
  })

  test('the recordings are all there', () => {
    const counts = [probes(), randomManifests(), testFiles(), corpus()].map((rows) => rows.length)
    expect(counts).toEqual([672, 200, 176, 882])
    expect(new Set(names).size).toBe(672 + 200 + 2 * (176 + 882))
  })
})
