import { describe, expect, test } from 'vitest'
import { checks } from '../checks'
import type { Proposal } from '../engine/findings/remedy'
import { loadFixes, Snapshot } from '../engine/fixes/snapshot'
import type { ObjectReport, Report } from '../engine/model/report'
import { createEngine } from '../engine/report/engine'
import { createFixer, type Fix, type Fixes } from '../engine/fixes/fixer'
import { defaultSettings } from '../engine/model/settings'
import { applyEdits, type TextEdit } from '../engine/model/textEdit'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { readers } from '../schemas/reading'
import { aligned, plainName } from './hazards'
import { realManifests, recorded } from './recordings'
import type { Finding } from '../engine/model/finding'

const library = { sources, schemas: catalog, readers }

/** Another engine than the one that verified the fixes, so that it shares no cache with it. */
const engine = createEngine(library)

const verifying = createEngine(library)

const fixer = await createFixer(verifying)

const loaded = await loadFixes(verifying)

/** What a rule proposes with a fix. */
const proposalOf = (snapshot: Snapshot, finding: Finding, fix: Fix): Proposal | undefined =>
  snapshot.remedyOf(finding).fixes?.find(({ title }) => title === fix.title)

/** With the optional checks, whose fixes count too. */
const settings = {
  ...defaultSettings,
  enabledChecks: checks.filter(({ optional }) => optional).map(({ id }) => id),
}

type Manifest = ReturnType<typeof realManifests>[number]

/** The findings of one rule by what can be done about them. */
type Figures = Record<'findings' | 'safe' | 'review' | 'risky' | 'refused' | 'unfixable' | 'none', number>

const outcomeOf = ({ offered: [first], refused, unfixable }: Fixes): Exclude<keyof Figures, 'findings'> => {
  if (first) return first.safety
  if (refused.length > 0) return 'refused'
  return unfixable === undefined ? 'none' : 'unfixable'
}

/** Evaluates texts by an engine of its own, each once: several findings can have the same fix. */
function evaluator(): (text: string) => Report {
  const reports = new Map<string, Report>()
  return (text) => {
    const report = reports.get(text) ?? engine.evaluate(text, settings)
    reports.set(text, report)
    return report
  }
}

const objectTitle = ({ kind, name }: ObjectReport): string => `${kind} ${plainName(name)}`

const isOpen = ({ ignored }: Finding): boolean => ignored === undefined

/** How many lines of a text are changed or removed by edits. */
const touchedLines = (text: string, edits: readonly TextEdit[]): number =>
  edits.reduce((lines, { from, to, insert }) => {
    const isOwnLine =
      from === to && (from === 0 || /[\r\n]/.test(text[from - 1] ?? '')) && insert.endsWith('\n')
    return isOwnLine || from === text.length
      ? lines
      : lines + text.slice(from, to).split(/\r?\n(?=.)/s).length
  }, 0)

/** What is wrong with a fix, by an evaluation of its own. */
function* problemsOf(
  evaluate: (text: string) => Report,
  snapshot: Snapshot,
  { text }: Manifest,
  { objects, findings }: Report,
  finding: Finding,
  fix: Fix,
): Generator<string> {
  if (fix.effect.split(' ').length > 5) yield `says too much of its effect: ${fix.effect}`
  if (!/\S\.$/.test(fix.note)) yield 'does not say what could go wrong'
  const before = findings.filter(isOpen)
  const report = evaluate(applyEdits(text, fix.edits))
  const after = report.findings.filter(isOpen)
  for (const [object, later] of aligned(objects, report.objects, objectTitle))
    if (object.admission === 'accepted' && later?.admission === 'refused')
      yield `makes ${object.id} refused, which was accepted`
  const same = (list: readonly Finding[]) =>
    list.filter(({ rule, message }) => rule === finding.rule && message === finding.message).length
  if (same(after) >= same(before)) yield 'is still there'
  const refused = (list: readonly Finding[]) => list.filter(({ severity }) => severity === 'refused').length
  if (refused(after) > refused(before)) yield 'brings something worse'
  const proposal = proposalOf(snapshot, finding, fix)
  const { changes = [] } = proposal ?? {}
  const isPlain = changes.every(({ kind }) => kind === 'set' || kind === 'append')
  if (!isPlain || fix.followUps || proposal?.edits) return
  const gone = fix.edits.map(({ from, to }) => text.slice(from, to))
  if (gone.some((part) => /(?:^|\s)#/.test(part))) yield 'loses a comment'
  const scalars = changes.every((change) => !('value' in change) || typeof change.value !== 'object')
  if (scalars && touchedLines(text, fix.edits) > Math.max(1, changes.length))
    yield 'touches more lines than it sets values'
}

describe.skipIf(!recorded)('fixes on the corpus and the testdata', () => {
  const figures = new Map<string, Figures>()
  /** Why proposed fixes are refused. */
  const reasons = new Map<string, number>()

  test('every offered fix removes its finding, introduces nothing that is refused, and touches no line without need', async ({
    annotate,
  }) => {
    const errors: string[] = []
    let offered = 0
    for (const manifest of realManifests()) {
      const evaluate = evaluator()
      const ignored = new Set<string>()
      const before = evaluate(manifest.text)
      const snapshot = new Snapshot(verifying, loaded, verifying.evaluation(manifest.text, settings))
      for (const finding of before.findings.filter(isOpen)) {
        const fixes = fixer.fixesFor(manifest.text, finding.id, settings)
        count(figures, finding.rule, outcomeOf(fixes))
        const [first] = fixes.offered.length > 0 ? [] : fixes.refused
        if (first) reasons.set(first.reason, (reasons.get(first.reason) ?? 0) + 1)
        // Each finding of a rule is ignored in the same way.
        const ignore = ignored.has(finding.rule) ? undefined : fixes.ignore
        ignored.add(finding.rule)
        const all = [...fixes.offered, ...(ignore ? [ignore] : [])]
        offered += all.length
        for (const fix of all)
          for (const error of problemsOf(evaluate, snapshot, manifest, before, finding, fix))
            errors.push(`${manifest.name}: ${finding.message} ${fix.title}: ${error}`)
      }
    }
    expect(errors).toEqual([])
    await annotate(
      `${offered} fixes offered and proved\n${tableOf(figures)}\nRefused:\n${[...reasons].map((row) => row.join(': ')).join('\n')}`,
    )
  })

  test('more than nine of ten findings that an edit can fix get a fix, and all others a reason', () => {
    const rows = [...figures.values()]
    const sum = (key: keyof Figures) => rows.reduce((total, row) => total + row[key], 0)
    expect(sum('none')).toBe(0)
    expect(
      (sum('safe') + sum('review') + sum('risky')) / (sum('findings') - sum('unfixable')),
    ).toBeGreaterThan(0.9)
  })
})

function count(figures: Map<string, Figures>, check: string, outcome: keyof Figures) {
  const row = figures.get(check) ?? {
    findings: 0,
    safe: 0,
    review: 0,
    risky: 0,
    refused: 0,
    unfixable: 0,
    none: 0,
  }
  figures.set(check, row)
  row.findings++
  row[outcome]++
}

const tableOf = (figures: ReadonlyMap<string, Figures>): string =>
  [...figures]
    .toSorted((left, right) => right[1].findings - left[1].findings)
    .map(
      ([check, row]) =>
        `${check}: ${Object.entries(row)
          .map(([key, value]) => `${key} ${value}`)
          .join(', ')}`,
    )
    .join('\n')
