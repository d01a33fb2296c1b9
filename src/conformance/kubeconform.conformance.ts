import { describe, expect, test } from 'vitest'
import { catalog } from '../schemas'
import { validateAs, type ResourceRow } from './kubeconform'
import { kubeconformDifferencesOf } from './kubeconformDifferences'
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

function expectSame(
  text: string,
  strict: boolean,
  flags: readonly string[],
  expected: readonly RecordedResource[],
) {
  const rows = validateAs(text, { kubernetesVersion: '1.28', strict, flags }, catalog)
  const given = rows
    .filter(({ status }) => status !== 'empty')
    .map(rowOf)
    .toSorted()
  const wanted = expected
    .filter(({ status }) => status !== 'empty')
    .map(recordedRow)
    .toSorted()
  const same = JSON.stringify(given) === JSON.stringify(wanted)
  expect(same || kubeconformDifferencesOf(text, rows).length > 0, JSON.stringify({ given, wanted })).toBe(
    true,
  )
}

describe.skipIf(!recorded)('verdicts of kubeconform', () => {
  test.each(kubeconformCases().map((row) => [row.name, row] as const))(
    '%s',
    (_, { text, strict, flags, resources }) => expectSame(text, strict, flags, resources),
  )

  test.each(manifestsWithKubeconform().map((row) => [row.name, row] as const))(
    '%s',
    (_, { text, strict, lax }) => {
      expectSame(text, true, ['-ignore-missing-schemas'], strict)
      expectSame(text, false, ['-ignore-missing-schemas'], lax)
    },
  )
})
