import { describe, expect, test } from 'vitest'
import { checks } from '../checks'
import { createEngine } from '../engine/report/engine'
import { sources } from '../rules/sources'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { corpus, probes, recorded, testFiles } from './recordings'

const everything: Settings = {
  ...defaultSettings,
  enabledChecks: checks.filter(({ optional }) => optional).map(({ id }) => id),
}

const texts = () => [...corpus(), ...testFiles(), ...probes()].map(({ input }) => input)

describe.skipIf(!recorded)('reports on the corpus', () => {
  test('every finding, note and related place is inside its own document and not empty', () => {
    const errors: string[] = []
    let findings = 0
    const engine = createEngine({ sources })
    for (const text of texts()) {
      const report = engine.evaluate(text, everything)
      for (const { rule, document, range, path, missing } of report.findings) {
        findings++
        const around = report.documents[document]?.range
        const inside = around && around.from <= range.from && range.from < range.to && range.to <= around.to
        if (!inside)
          errors.push(
            `${rule} ${path.join('.')} ${missing} ${JSON.stringify(range)} ${JSON.stringify(around)}`,
          )
      }
      const places = [
        ...report.findings.flatMap(({ related }) => related),
        ...report.objects.flatMap(({ verdicts }) => verdicts.flatMap(({ notes }) => notes)),
      ]
      for (const { range } of places) {
        const inside = report.documents.some(
          (around) => around.range.from <= range.from && range.to <= around.range.to,
        )
        if (!inside || range.from >= range.to) errors.push(`a related place ${JSON.stringify(range)}`)
      }
    }
    expect(errors).toEqual([])
    expect(findings).toBeGreaterThan(10_000)
  })

  test('ids are unique in a report, and the same text gives the same report, warm or cold', () => {
    const engine = createEngine({ sources })
    for (const text of texts()) {
      const report = engine.evaluate(text, everything)
      const ids = report.findings.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      engine.evaluate('', everything)
      expect(engine.evaluate(text, everything)).toEqual(report)
      expect(createEngine({ sources }).evaluate(text, everything)).toEqual(report)
    }
  })
})
