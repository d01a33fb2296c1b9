import { describe, expect, test } from 'vitest'
import { applyEdits } from '../engine/textEdit'
import adapter from './adapter'
import { corpus, recorded } from './recordings'

describe.skipIf(!recorded)('fixes on the corpus', () => {
  test('every fix that is offered mends its finding, keeps every byte outside its edits, and refuses nothing new', () => {
    const faults: string[] = []
    let offered = 0
    for (const { repo, path, input } of corpus()) {
      const { findings, fixes } = adapter.evaluate(input)
      const refused = findings.filter(({ severity }) => severity === 'refused').length
      for (const { finding, edits } of fixes) {
        offered++
        const after = adapter.evaluate(applyEdits(input, edits)).findings
        const { check, message } = findings[finding] ?? {}
        const count = (list: typeof findings) =>
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
