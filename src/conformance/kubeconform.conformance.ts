import { afterAll, describe, expect, test } from 'vitest'
import adapter from './adapter'
import { ExpectedAnswers } from './expected'
import type { ResourceRow, ValidateOptions } from './kubeconform'
import { kubeconformDifferences } from './kubeconformDifferences'
import { kubeconformCases, manifestsWithKubeconform, recorded, type RecordedResource } from './recordings'

/** One resource with its paths, and those of rules that only our schemas have; both left out when empty. */
type Row = readonly [
  kind: string,
  name: string,
  apiVersion: string,
  status: string,
  paths?: readonly string[],
  enumPaths?: readonly string[],
]

function rowOf({ kind, name, apiVersion, status, paths, enumPaths = [] }: ResourceRow): Row {
  if (status !== 'invalid') return [kind, name, apiVersion, status]
  const sorted = (list: readonly string[]) => [...new Set(list)].toSorted()
  const row = [kind, name, apiVersion, status, sorted(paths)] as const
  return enumPaths.length > 0 ? [...row, sorted(enumPaths)] : row
}

/** What has to be equal. Errors have no identity. The tool's order is random, and it may list a path twice. */
function verdictsOf(resources: readonly (RecordedResource & Pick<ResourceRow, 'enumPaths'>)[]): string {
  const verdicts = resources
    .filter(({ status }) => status !== 'empty')
    .map(({ kind, name, apiVersion, status, paths, enumPaths = [] }) =>
      status === 'error'
        ? ['error']
        : [kind, name, apiVersion, status, ...new Set([...paths, ...enumPaths].toSorted())],
    )
  return JSON.stringify(verdicts.map((verdict) => JSON.stringify(verdict)).toSorted())
}

const expected = new ExpectedAnswers<{ readonly rows: readonly Row[] }>('kubeconform.json')

/** `theirs`: undefined where the tool crashed, so that no answer can be equal. */
function expectSame(
  name: string,
  text: string,
  options: ValidateOptions,
  theirs: readonly RecordedResource[] | undefined,
) {
  const { rows } = adapter.validate(text, options)
  const isSame = theirs !== undefined && verdictsOf(rows) === verdictsOf(theirs)
  const ours = rows.filter(({ status }) => status !== 'empty').map(rowOf)
  expect(expected.error(name, { rows: ours }, isSame, theirs)).toBeUndefined()
}

const kubernetesVersion = '1.28'

describe.skipIf(!recorded)('verdicts of kubeconform', () => {
  const names = [
    ...kubeconformCases().map(({ name }) => name),
    ...manifestsWithKubeconform().flatMap(({ name }) => [`${name} [strict]`, `${name} [lax]`]),
  ]

  afterAll(() => expected.save(names))

  test.each(kubeconformCases().map((row) => [row.name, row] as const))(
    '%s',
    (name, { text, strict, flags, schema, crash, resources }) =>
      expectSame(name, text, { kubernetesVersion, strict, flags, schema }, crash ? undefined : resources),
  )

  test.each(manifestsWithKubeconform().map((row) => [row.name, row] as const))(
    '%s',
    (name, { text, strict, lax }) => {
      const flags = ['-ignore-missing-schemas']
      expectSame(`${name} [strict]`, text, { kubernetesVersion, flags, strict: true }, strict)
      expectSame(`${name} [lax]`, text, { kubernetesVersion, flags, strict: false }, lax)
    },
  )

  test('every expected answer belongs to a case, and to a difference in the table', () => {
    const ids = kubeconformDifferences.map(({ id }) => id)
    expect(expected.errors(names, ids)).toEqual([])
  })

  test('the recordings are all there', () => {
    expect([kubeconformCases().length, manifestsWithKubeconform().length]).toEqual([564, 882])
    expect(new Set(names).size).toBe(564 + 2 * 882)
  })
})
