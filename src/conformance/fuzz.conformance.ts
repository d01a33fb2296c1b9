import { describe, expect, test } from 'vitest'
import { createFixer } from '../engine/fixes/fixer'
import { createEngine, type Engine } from '../engine/report/engine'
import { sources } from '../rules/sources'
import { splitDocuments } from '../engine/yaml/splitDocuments'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { applyEdits } from '../engine/model/textEdit'
import { catalog } from '../schemas'
import { readers } from '../schemas/reading'
import { corpus, recorded } from './recordings'

const rounds = 200_000

/** How many of them are also fixed. */
const repairs = 3_000

/** A small generator of random numbers, so that a run can be repeated: mulberry32. */
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const strange = [
  'null',
  '~',
  'on',
  '0777',
  '1e400',
  '.inf',
  '1_000',
  '[]',
  '{}',
  '""',
  '- ',
  '? ',
  ': ',
  '&a ',
  '*a',
  '<<: ',
  '!!str ',
  '!x ',
  '|',
  '>-',
  '{{ .Values.x }}',
  '${X}',
  '---',
  '...',
  '%YAML 1.2',
  '#',
  '\t',
  '\r',
  '\u2028',
  '\u0000',
  '😀',
  '9999999999999999999999',
  'apiVersion: v1',
  'kind: List',
  'items:',
  'kind: CustomResourceDefinition',
  'x-kubernetes-preserve-unknown-fields: true',
  'pattern: "(a+)+$"',
  'type: object',
  'oneOf: [{required: [a]}]',
]

/** A document with a few places changed: lines removed, shifted or repeated, words replaced, junk inserted. */
const mutated = (text: string, random: (below: number) => number): string => {
  let changed = text
  for (let count = 1 + random(4); count > 0; count--) {
    const lines = changed.split('\n')
    const at = random(lines.length)
    const line = lines[at] ?? ''
    const junk = strange[random(strange.length)] ?? ''
    switch (random(8)) {
      case 0:
        lines.splice(at, 1 + random(3))
        break
      case 1:
        lines.splice(random(lines.length), 0, ...lines.slice(at, at + 1 + random(4)))
        break
      case 2:
        lines[at] = line.replace(/[^\s:-]+/, junk)
        break
      case 3:
        lines[at] = line.replace(/:.*$/, `: ${junk}`)
        break
      case 4:
        lines[at] = ' '.repeat(random(12)) + line.trimStart()
        break
      case 5:
        lines[at] = line.slice(0, random(line.length + 1)) + junk + line.slice(random(line.length + 1))
        break
      case 6:
        lines[at] = line.replace(/(\w+)(\w)(?=:)/, '$2$1')
        break
      default:
        return changed.slice(0, random(changed.length + 1))
    }
    changed = lines.join('\n')
  }
  return changed
}

const newEngine = (): Engine => createEngine({ sources, schemas: catalog, readers })

const chunks = (): readonly string[] => [
  ...new Set(
    corpus().flatMap(({ input }) => splitDocuments(input).map(({ from, to }) => input.slice(from, to))),
  ),
]

describe.skipIf(!recorded)('texts that nobody would write on purpose', () => {
  test(`${rounds.toLocaleString('en')} mutated documents: every one has an answer`, () => {
    const random = randomFrom(20_260)
    const documents = chunks().filter(({ length }) => length < 20_000)
    const seen = { valid: 0, invalid: 0, error: 0, skipped: 0 }
    let engine = newEngine()
    let unread = 0
    for (let round = 0; round < rounds; round++) {
      // A new engine now and then, so that texts are evaluated with a cache and without.
      if (round % 50 === 0) engine = newEngine()
      const text = mutated(documents[random(documents.length)] ?? '', random)
      const settings: Settings = {
        ...defaultSettings,
        kubernetesVersion: catalog.versions[random(catalog.versions.length)] ?? '',
        strict: random(4) > 0,
        ignoreMissingSchemas: random(4) > 0,
      }
      const report = engine.evaluate(text, settings)
      for (const { validity } of report.objects) seen[validity.status]++
      unread += report.documents.filter(({ status }) => status === 'broken').length
    }
    expect(Math.min(seen.valid, seen.invalid, seen.error, seen.skipped, unread)).toBeGreaterThan(1_000)
  })

  test(`${repairs.toLocaleString('en')} of them fixed: nothing gets worse, and a second time changes nothing`, async () => {
    const random = randomFrom(4_620)
    const documents = chunks().filter(({ length }) => length < 8_000)
    const engine = newEngine()
    const { planFixes } = await createFixer(engine)
    const request = { safety: 'review', declined: [] } as const
    let made = 0
    for (let round = 0; round < repairs; round++) {
      const text = Array.from({ length: 1 + random(2) }, () =>
        mutated(documents[random(documents.length)] ?? '', random),
      ).join('\n---\n')
      const plan = planFixes(text, request, defaultSettings)
      expect(applyEdits(text, plan.edits)).toBe(plan.text)
      expect(refusals(plan.text, engine)).toBeLessThanOrEqual(refusals(text, engine))
      expect(planFixes(plan.text, request, defaultSettings).text).toBe(plan.text)
      made += plan.applied.length
    }
    expect(made).toBeGreaterThan(repairs)
  })
})

const refusals = (text: string, engine: Engine): number =>
  engine.evaluate(text, defaultSettings).findings.filter(({ severity }) => severity === 'refused').length
