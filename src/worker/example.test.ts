import { expect, test } from 'vitest'
import { sources } from '../rules/sources'
import { onlyRule } from '../pages/onlyRule'
import { exampleOf } from './example'
import { engineFor, evaluate } from './engines'
import { defaultSettings } from '../engine/model/settings'

const rules = sources.flatMap((source) => source.rules)

/** No manifest that one could read shows these. */
const withoutExample = ['too-deep', 'too-large', 'check-failed', 'too-many-findings']

test.each(rules.filter(({ id }) => !withoutExample.includes(id)))(
  'the example of $id shows this rule alone: where, and what fixes it or why nothing does',
  async ({ id, fixable }) => {
    const example = await exampleOf(id)
    expect(example?.findings.length).toBeGreaterThan(0)
    for (const { range } of example?.findings ?? []) {
      expect(range.from).toBeLessThan(range.to)
      expect(example?.text.slice(range.from, range.to)).not.toBe('')
    }
    expect(example?.fixes.length).toBeGreaterThan(0)
    if (!fixable) expect(example?.changes).toEqual([])
    const { engine } = await engineFor(example?.text ?? '', defaultSettings)
    const settings = onlyRule(id, engine.library.ruleSummaries)
    const { report } = await evaluate(example?.text ?? '', settings)
    const found = new Set(report.findings.map(({ rule }) => rule))
    // A version that is not stable is no longer served either.
    if (id === 'stable-version') found.delete('unserved-version')
    // The API server reads a port that is missing as 0, and says so of the port that it takes from it.
    if (id === 'missing-field') found.delete('invalid-port')
    // A space that is none makes the name of the field another one.
    if (id === 'indentation') for (const other of ['unknown-field', 'required-field']) found.delete(other)
    expect(found).toEqual(new Set([id]))
  },
)

test.each(withoutExample)('%s has no example', async (id) => {
  expect(await exampleOf(id)).toBeUndefined()
})
