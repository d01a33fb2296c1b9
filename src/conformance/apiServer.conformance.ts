import { afterAll, describe, expect, test } from 'vitest'
import adapter from './adapter'
import { comparisonsOf, type Comparison } from './apiServer'
import { apiServerDifferences } from './apiServerDifferences'
import { ExpectedAnswers } from './expected'
import {
  recorded,
  serverCorpus,
  serverProbes,
  serverTestFiles,
  serverVersions,
  type ServerCase,
} from './recordings'

const expected = new ExpectedAnswers<{ readonly objects: readonly Comparison['ours'][] }>('apiServer.json')

/** `same`: objects with the same answer. `false alarms`: those that we refuse and the server accepts. */
type Count = { objects: number; same: number; falseAlarms: number; missed: number }

const groups: Readonly<Record<string, () => readonly ServerCase[]>> = {
  probes: serverProbes,
  corpus: serverCorpus,
  'test files': serverTestFiles,
  versions: serverVersions,
}

describe.skipIf(!recorded)('answers of the API server', () => {
  const counts: Record<string, Count> = {}
  const names = Object.values(groups).flatMap((cases) => cases().map(({ name }) => name))

  afterAll(() => expected.save(names))

  test.each(Object.entries(groups))('%s', (group, cases) => {
    const count = { objects: 0, same: 0, falseAlarms: 0, missed: 0 }
    const errors = cases().flatMap((one) => {
      const rows = adapter.admit(one.text, { kubernetesVersion: one.version })
      const comparisons = comparisonsOf(one, rows)
      for (const { ours, theirs, isSame } of comparisons) {
        count.objects++
        if (isSame) count.same++
        else if (ours.verdict !== theirs.verdict)
          count[theirs.verdict === 'accepted' ? 'falseAlarms' : 'missed']++
      }
      const isSame = comparisons.every((comparison) => comparison.isSame)
      const objects = comparisons.map(({ ours }) => ours)
      const theirs = comparisons.map((comparison) => comparison.theirs)
      const error = expected.error(one.name, { objects }, isSame, theirs)
      return error === undefined ? [] : [`${one.name}: ${error}`]
    })
    counts[group] = count
    expect(errors).toEqual([])
  })

  test('every expected answer belongs to a case, and to a difference in the table', () => {
    expect(expected.errors(names, Object.keys(apiServerDifferences))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('so many answers are the same', () => {
    expect(counts).toEqual({
      probes: { objects: 2163, same: 2162, falseAlarms: 0, missed: 1 },
      corpus: { objects: 1200, same: 1200, falseAlarms: 0, missed: 0 },
      'test files': { objects: 232, same: 232, falseAlarms: 0, missed: 0 },
      // All of the false alarms and the one that is missed are an emulation.
      versions: { objects: 155, same: 139, falseAlarms: 10, missed: 1 },
    })
  })
})
