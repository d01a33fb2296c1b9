import { evaluate } from './evaluate'
import type { Library } from './memory'
import { proposalEdits } from './proposalEdits'
import type { Finding, Proposal, Report } from './report'
import type { Settings } from './settings'
import { applyEdits, type TextEdit } from './textEdit'

/** A fix that was proved on the very text: with its edits the finding is gone, and nothing is refused that was not. */
export type Fix = {
  readonly title: string
  readonly safety: 'safe' | 'review'
  readonly note?: string
  /** Offsets into the whole text. */
  readonly edits: readonly TextEdit[]
  readonly scoreAfter?: number
  /** What is found only after it, in sentences: one thing leads to another. */
  readonly brings: readonly string[]
}

/** What can be done about one finding. */
export type Fixes = {
  readonly offered: readonly Fix[]
  /** Fixes that cannot be made in this text, with the reason. */
  readonly refused: readonly { readonly title: string; readonly reason: string }[]
  /** Why no edit can be right at all, and what to decide. */
  readonly unfixable?: string
}

/** The fixes of all findings at once, as far as they were proved. */
export type FixPlan = {
  readonly text: string
  /** In the order in which they were made. */
  readonly applied: readonly { readonly title: string; readonly message: string }[]
  readonly scoreAfter?: number
}

/** Texts are tried out apart from the one that a person has: what is remembered of that one stays. */
const trials = new WeakMap<Library, Library>()

const trialOf = (library: Library): Library => {
  const trial = trials.get(library) ?? { ...library }
  trials.set(library, trial)
  return trial
}

/** The fixes of one finding, by its id in the report on the same text. Never throws for any text. */
export function fixesOf(text: string, id: string, settings: Settings, library: Library): Fixes {
  const report = evaluate(text, settings, library)
  const finding = report.findings.find((one) => one.id === id)
  const offered: Fix[] = []
  const refused: { readonly title: string; readonly reason: string }[] = []
  for (const proposal of finding?.proposals ?? []) {
    const fix = finding && provedFix(text, report, finding, proposal, settings, trialOf(library))
    if (fix && 'edits' in fix) offered.push(fix)
    else refused.push({ title: proposal.title, reason: fix?.refused ?? '' })
  }
  return { offered, refused, ...(finding?.unfixable !== undefined && { unfixable: finding.unfixable }) }
}

function provedFix(
  text: string,
  before: Report,
  finding: Finding,
  proposal: Proposal,
  settings: Settings,
  trial: Library,
): Fix | { readonly refused: string } {
  const plan = proposalEdits(text, before, finding.object ?? '', proposal)
  if ('refused' in plan) return plan
  if (plan.edits.length === 0) return { refused: 'The text says so already.' }
  const after = evaluate(applyEdits(text, plan.edits), settings, trial)
  const known = new Set(before.findings.map(({ id }) => id))
  const fresh = open(after).filter(({ id }) => !known.has(id))
  if (open(after).some(({ id }) => id === finding.id)) return { refused: 'It would not be enough.' }
  const worse = fresh.find(({ severity }) => severity === 'refused')
  if (worse) return { refused: `It would bring something worse: ${worse.message}` }
  const isSafe = proposal.safety === 'safe' && fresh.every(({ severity }) => severity === 'advice')
  const { title, note } = proposal
  return {
    title,
    safety: isSafe ? 'safe' : 'review',
    ...(note !== undefined && { note }),
    edits: plan.edits,
    ...(after.score && { scoreAfter: after.score.value }),
    brings: fresh.map(({ message }) => message),
  }
}

const open = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ silenced }) => silenced === undefined)

/** Fixes lead to findings that have fixes of their own; so far is this followed. */
const roundLimit = 10

/** How many fixes are made one by one before the rest is left for another time. */
const fixLimit = 300

/**
 * Makes the recommended fix of every finding, one after another and round after round, until none is left; `safety`:
 * `review` makes those too that a person has to look at. Each was proved on the text as it was then.
 */
export function fixAll(text: string, safety: Fix['safety'], settings: Settings, library: Library): FixPlan {
  const trial = trialOf(library)
  const applied: { readonly title: string; readonly message: string }[] = []
  const failed = new Set<string>()
  let now = text
  let report = evaluate(now, settings, trial)
  for (let round = 0; round < roundLimit; round++) {
    const waiting = open(report).filter(({ proposals = [], id }) => proposals.length > 0 && !failed.has(id))
    let isChanged = false
    for (const { id } of waiting) {
      const finding = report.findings.find((one) => one.id === id)
      const [proposal] = finding?.proposals ?? []
      if (!finding || !proposal || applied.length >= fixLimit) continue
      const fix = provedFix(now, report, finding, proposal, settings, trial)
      if (!('edits' in fix) || (safety === 'safe' && fix.safety !== 'safe')) {
        failed.add(id)
        continue
      }
      now = applyEdits(now, fix.edits)
      report = evaluate(now, settings, trial)
      applied.push({ title: fix.title, message: finding.message })
      isChanged = true
    }
    if (!isChanged) break
  }
  return { text: now, applied, ...(report.score && { scoreAfter: report.score.value }) }
}
