import { describe, expect, test } from 'vitest'
import adapter from './adapter'
import type { ResourceRow, ValidateOptions } from './kubeconform'
import { kubeconformCases, manifestsWithKubeconform, recorded, type RecordedResource } from './recordings'

/** A row as both sides can be compared: errors have no identity, and what the published schemas do not judge is left out. */
function rowOf({ kind, name, apiVersion, status, paths, enumPaths = [] }: ResourceRow): string {
  const judged = [...new Set(paths)].filter((path) => !enumPaths.includes(path)).toSorted()
  const known = status === 'invalid' && judged.length === 0 ? 'valid' : status
  return known === 'error' ? 'error' : [kind, name, apiVersion, known, judged.join()].join('|')
}

const recordedRow = ({ kind, name, apiVersion, status, paths }: RecordedResource): string =>
  status === 'error'
    ? 'error'
    : [kind, name, apiVersion, status, [...new Set(paths)].toSorted().join()].join('|')

function expectSame(text: string, options: ValidateOptions, expected: readonly RecordedResource[]) {
  const { rows, differences } = adapter.validate(text, options)
  const given = rows
    .filter(({ status }) => status !== 'empty')
    .map(rowOf)
    .toSorted()
  const wanted = expected
    .filter(({ status }) => status !== 'empty')
    .map(recordedRow)
    .toSorted()
  const same = JSON.stringify(given) === JSON.stringify(wanted)
  expect(same || differences.length > 0, JSON.stringify({ given, wanted })).toBe(true)
}

const kubernetesVersion = '1.28'

describe.skipIf(!recorded)('verdicts of kubeconform', () => {
  test.each(kubeconformCases().map((row) => [row.name, row] as const))(
    '%s',
    (_, { text, strict, flags, schema, crash, resources }) => {
      const options = { kubernetesVersion, strict, flags, schema }
      // Where the tool died any answer is right.
      if (crash) expect(adapter.validate(text, options).rows.length).toBeGreaterThan(0)
      else expectSame(text, options, resources)
    },
  )

  test.each(manifestsWithKubeconform().map((row) => [row.name, row] as const))(
    '%s',
    (_, { text, strict, lax }) => {
      const flags = ['-ignore-missing-schemas']
      expectSame(text, { kubernetesVersion, flags, strict: true }, strict)
      expectSame(text, { kubernetesVersion, flags, strict: false }, lax)
    },
  )

  test('the recordings are all there', () => {
    expect([kubeconformCases().length, manifestsWithKubeconform().length]).toEqual([564, 882])
  })
})
