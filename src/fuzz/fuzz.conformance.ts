import { describe, expect, test } from 'vitest'
import { recorded } from '../conformance/recordings'
import { inputOf } from './input'
import { manifestPool } from './manifests'
import { newEngine } from './targets/newEngine'

const rounds = 50_000

describe.skipIf(!recorded)('texts that nobody would write on purpose', () => {
  test(`${rounds.toLocaleString('en')} random texts: every one has an answer`, () => {
    const pool = manifestPool()
    const seen = { valid: 0, invalid: 0, error: 0, skipped: 0 }
    let engine = newEngine()
    let unread = 0
    for (let round = 0; round < rounds; round++) {
      // A new engine now and then, so that texts are evaluated with a cache and without.
      if (round % 50 === 0) engine = newEngine()
      const { text, settings } = inputOf(20_260, round, pool)
      const report = engine.evaluate(text, settings)
      for (const { validity } of report.objects) seen[validity.status]++
      unread += report.documents.filter(({ status }) => status === 'broken').length
    }
    expect(Math.min(seen.valid, seen.invalid, seen.error, seen.skipped, unread)).toBeGreaterThan(1_000)
  })
})
