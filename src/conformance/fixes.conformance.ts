import { describe, expect, test } from 'vitest'
import { checks } from '../checks'
import { evaluate } from '../engine/evaluate'
import { defaultSettings } from '../engine/settings'
import { applyEdits } from '../engine/textEdit'
import { catalog } from '../schemas'
import adapter from './adapter'
import { corpus, recorded } from './recordings'

/** Apart from the adapter's own, so that nothing is remembered from there. */
const library = { checks, schemas: catalog }

describe.skipIf(!recorded)('fixes on the corpus', () => {
  test('every fix that is offered mends its finding, keeps every byte outside its edits, and refuses nothing new', () => {
    const faults: string[] = []
    let offered = 0
    for (const { repo, path, input } of corpus()) {
      const { findings, fixes } = adapter.evaluate(input)
      const refused = findings.filter(({ severity }) => severity === 'refused').length
      for (const { finding, edits } of fixes) {
        offered++
        const after = evaluate(applyEdits(input, edits), defaultSettings, library).findings
        const { check, message } = findings[finding] ?? {}
        const count = (list: readonly { readonly check: string; readonly message: string }[]) =>
          list.filter((one) => one.check === check && one.message === message).length
        if (count(after) >= count(findings)) faults.push(`${repo} ${path}: ${message} is still there`)
        if (after.filter(({ severity }) => severity === 'refused').length > refused)
          faults.push(`${repo} ${path}: ${message} brings something worse`)
      }
    }
    expect(faults).toEqual([])
    expect(offered).toBeGreaterThan(0)
  })
})
