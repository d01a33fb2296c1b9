import { describe, expect, test } from 'vitest'
import { compare, strictFlags, type Comparison, type RecordedVerdict } from './kubeScore'
import { corpus, probes, randomManifests, recorded, testFiles } from './recordings'

/** A recorded verdict is equal, or differs as the table of differences says; one where the tool gave up needs a problem. */
const accepted: readonly Comparison['result'][] = ['equal', 'gave-up', 'intended']

function expectSame(
  text: string,
  flags: readonly string[],
  verdict: RecordedVerdict,
  only?: readonly string[],
) {
  const comparison = compare(text, flags, verdict, only)
  expect(accepted, JSON.stringify(comparison)).toContain(comparison.result)
}

describe.skipIf(!recorded)('verdicts of kube-score', () => {
  test.each(probes().map((probe) => [probe.name, probe] as const))(
    'probe %s',
    (_, { input, flags, expect: verdict, only }) => expectSame(input, flags, verdict, only),
  )

  test.each(randomManifests().map((row) => [row.name, row] as const))(
    '%s',
    (_, { input, flags, expect: verdict }) => expectSame(input, flags, verdict),
  )

  test.each(testFiles().map((row) => [row.name, row] as const))('test file %s', (_, { input, verdicts }) => {
    expectSame(input, [], verdicts.default)
    expectSame(input, strictFlags, verdicts['all_v1.30'])
  })

  test.each(corpus().map((row) => [`${row.repo} ${row.path}`, row] as const))(
    '%s',
    (_, { input, kubeScore }) => {
      expectSame(input, [], kubeScore.default)
      expectSame(input, strictFlags, kubeScore.strict)
    },
  )

  test('the recordings are all there', () => {
    const counts = [probes(), randomManifests(), testFiles(), corpus()].map((rows) => rows.length)
    expect(counts).toEqual([672, 200, 176, 882])
  })
})
