import { describe, expect, test } from 'vitest'
import { recorded } from '../conformance/recordings'
import { createFixer } from '../engine/fixes/fixer'
import { defaultSettings } from '../engine/model/settings'
import { inputOf } from './input'
import { manifestPool } from './manifests'
import { outcomeOf } from './outcome'
import { fixAll } from './targets/fixes'
import { newEngine } from './targets/newEngine'

const repairs = 3_000

describe.skipIf(!recorded)('texts that nobody would write on purpose', () => {
  test(`${repairs.toLocaleString('en')} random texts fixed: nothing gets worse, and a second time changes nothing`, async () => {
    const pool = manifestPool()
    const { planFixes } = await createFixer(newEngine())
    let made = 0
    for (let round = 0; round < repairs; round++) {
      const input = { ...inputOf(4_620, round, pool), settings: defaultSettings }
      expect(await outcomeOf(fixAll, input)).not.toHaveProperty('failure')
      made += planFixes(input.text, { safety: 'review', declined: [] }, defaultSettings).applied.length
    }
    expect(made).toBeGreaterThan(repairs)
  })
})
