import { createFixer, type Fix } from '../../engine/fixes/fixer'
import { rewrittenScalars } from '../../engine/fixes/rewrittenScalars'
import { applyEdits, type TextEdit } from '../../engine/model/textEdit'
import type { Finding } from '../../engine/model/finding'
import type { Report } from '../../engine/model/report'
import type { Settings } from '../../engine/model/settings'
import { apiServer } from '../../rules/apiServer'
import { randomFrom } from '../random'
import { checkReport } from './checkReport'
import { newEngine } from './newEngine'
import { expectEqual, expectThat, type Target } from './target'

/** Findings of one text whose fixes are looked at. */
const sample = 6

export const fixes: Target = {
  name: 'fixes',
  about: 'the fixes of single findings: edits inside the text, the finding gone, nothing worse',
  run: async ({ text, settings, choice }) => {
    const random = randomFrom(choice)
    const engine = newEngine()
    const before = engine.evaluate(text, settings)
    const fixer = await createFixer(engine)
    const active = before.findings.filter(({ ignored }) => ignored === undefined).map(({ id }) => id)
    const fixable = [...fixer.fixableFindings(text, settings)].flatMap((entry) => (entry ? [entry[0]] : []))
    expectThat(new Set(fixable).size === fixable.length, 'a fixable finding is listed once')
    expectThat(
      fixable.every((id) => active.includes(id)),
      'what is fixable is a finding',
    )
    const asked = active.length <= sample ? active : Array.from({ length: sample }, () => random.pick(active))
    for (const id of asked) {
      const { offered, ignore } = fixer.fixesFor(text, id, settings)
      for (const fix of offered) checkFix(text, fix, id, before, settings)
      if (ignore) checkFix(text, ignore, id, before, settings)
    }
  },
}

const checkFix = (text: string, fix: Fix, id: string, before: Report, settings: Settings): void => {
  checkEdits(text, fix.edits)
  const fixed = applyEdits(text, fix.edits)
  checkNothingRewritten(text, fixed, fix.edits, settings)
  const after = newEngine().evaluate(fixed, settings)
  checkReport(fixed, after)
  checkNothingWorse(before, after, fix.title)
  expectThat(
    !after.findings.some((finding) => finding.id === id && finding.ignored === undefined),
    'a fix makes its finding go away',
    () => fix,
  )
  if (fix.scoreAfter !== undefined)
    expectEqual(fix.scoreAfter, after.score?.value, 'the score after a fix is the one that was announced')
}

export const fixAll: Target = {
  name: 'fix-all',
  about: 'all fixes together: as announced, nothing worse, and a second time changes nothing',
  run: async ({ text, settings, choice }) => {
    const engine = newEngine()
    const { planFixes } = await createFixer(engine)
    const request = { safety: choice % 2 === 0 ? 'safe' : 'review', declined: [] } as const
    const plan = planFixes(text, request, settings)
    checkEdits(text, plan.edits)
    expectEqual(applyEdits(text, plan.edits), plan.text, 'the edits of a plan make its text')
    checkNothingRewritten(text, plan.text, plan.edits, settings)
    const after = newEngine().evaluate(plan.text, settings)
    checkReport(plan.text, after)
    checkNothingWorse(engine.evaluate(text, settings), after, 'all fixes')
    expectEqual(
      plan.scoreAfter,
      after.score?.value,
      'the score after all fixes is the one that was announced',
    )
    expectEqual(planFixes(plan.text, request, settings).text, plan.text, 'a second time changes nothing')
  },
}

/** Throws a `Broken` for edits that are outside the text, out of order, or between the halves of a character. */
function checkEdits(text: string, edits: readonly TextEdit[]): void {
  let end = 0
  for (const { from, to } of edits) {
    expectThat(
      end <= from && from <= to && to <= text.length,
      'edits are in order and inside the text',
      () => edits,
    )
    end = to
    for (const at of [from, to])
      expectThat(
        !/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(Math.max(0, at - 1), at + 1)),
        'edits do not cut a character',
        () => edits,
      )
  }
}

const checkNothingWorse = (before: Report, after: Report, title: string): void => {
  expectThat(brokenDocuments(after) <= brokenDocuments(before), 'a text with fixes can be read', () => title)
  // What is said about a document or an object that can be read at last does not come from the fixes.
  if (unreadable(after) !== unreadable(before)) return
  const [unread, titles] = [unreadObjects(before), titlesOf(after)]
  const isNew = ({ source, object }: Finding): boolean =>
    source === apiServer.id && object !== undefined && unread.has(titles.get(object))
  const refusals = after.findings.filter((finding) => isRefusal(finding) && !isNew(finding)).length
  expectThat(refusals <= before.findings.filter(isRefusal).length, 'fixes make nothing refused', () => title)
}

/** Throws a `Broken` where a value has another text than before, and is the same. */
function checkNothingRewritten(
  text: string,
  fixed: string,
  edits: readonly TextEdit[],
  settings: Settings,
): void {
  const [before, after] = [text, fixed].map((one) => newEngine().evaluation(one, settings))
  if (before && after) expectEqual(rewrittenScalars(before, after, edits), [], 'equal values keep their text')
}

/** How many documents cannot be read as they are meant, for their syntax or their indentation. */
const unreadable = ({ documents, findings }: Report): number => {
  const indented = new Set(
    findings.flatMap(({ rule, document }) => (rule === 'indentation' ? [document] : [])),
  )
  return documents.filter(({ status }, index) => status === 'broken' || indented.has(index)).length
}

const brokenDocuments = ({ documents }: Report): number =>
  documents.filter(({ status }) => status === 'broken').length

const isRefusal = ({ severity, ignored }: Finding): boolean => severity === 'refused' && ignored === undefined

/** The kinds and names of the objects that something else than the rules of the API server refuses. */
function unreadObjects(report: Report): ReadonlySet<string | undefined> {
  const titles = titlesOf(report)
  return new Set(
    report.findings
      .filter((finding) => isRefusal(finding) && finding.source !== apiServer.id)
      .map(({ object = '' }) => titles.get(object)),
  )
}

/** Kind and name of each object, by its id. */
const titlesOf = ({ objects }: Report): ReadonlyMap<string, string> =>
  new Map(objects.map(({ id, kind, name }) => [id, `${kind} ${name}`]))
