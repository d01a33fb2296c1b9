import { afterAll, describe, expect, test } from 'vitest'
import { writeJson } from '../formats/kubeScore/json'
import { reportOn } from '../formats/kubeScore/testing/written'
import adapter, { settingsOf } from './adapter'
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

type ListedObject = {
  readonly object_name: string
  readonly file_row: number
  readonly checks: readonly {
    readonly check: { readonly id: string }
    readonly grade: number
    readonly skipped: boolean
    readonly comments: readonly { readonly path: string }[] | null
  }[]
}

/** Our json output, in the form of the recorded verdicts. */
async function listed(text: string, flags: readonly string[]) {
  const objects: readonly ListedObject[] =
    JSON.parse(writeJson(await reportOn({ 'manifest.yaml': text }, settingsOf(flags)))) ?? []
  return Object.fromEntries(
    objects.map(({ object_name, file_row, checks }) => [
      object_name,
      {
        line: file_row,
        checks: checks.map(({ check: { id }, grade, skipped, comments }) => [
          id,
          grade,
          skipped ? 1 : 0,
          (comments ?? []).map(({ path }) => path),
        ]),
      },
    ]),
  )
}

describe.skipIf(!recorded)('the json output of kube-score, written by us', () => {
  const cases = [
    ...[...probes(), ...randomManifests()].map(({ name, input, flags, expect: theirs }) => ({
      ...{ name, input, flags, theirs },
    })),
    ...testFiles().map(({ name, input, verdicts: { default: theirs } }) => ({
      ...{ name, input, flags: [], theirs },
    })),
    ...corpus().map(({ path: name, input, kubeScore: { default: theirs } }) => ({
      ...{ name, input, flags: [], theirs },
    })),
  ]

  test('has the rows of the adapter, and the lines of kube-score', async () => {
    const compared: (readonly [name: string, ours: number, theirs: number | undefined])[] = []
    for (const { name, input, flags, theirs } of cases) {
      const ours = await listed(input, flags)
      expect(ours, name).toEqual(adapter.score(input, flags).objects)
      for (const [key, { line }] of Object.entries(theirs.objects ?? {}))
        if (ours[key]) compared.push([name, ours[key].line, line])
    }
    expect(compared.length).toBeGreaterThan(1_500)
    // After a second separator or a byte-order mark, kube-score names the separator; ours is the line after it.
    expect(compared.filter(([, ours, theirs]) => ours !== theirs)).toEqual([
      ['parser/double-leading-sep', 3, 2],
      ['parser/double-sep', 6, 5],
      ['parser/bom-sep', 2, 1],
    ])
  })
})
