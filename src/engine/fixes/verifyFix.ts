import { evaluate } from '../report/evaluate'
import type { Library } from '../report/cache'
import { proposalEdits } from './proposalEdits'
import type { Report } from '../model/report'
import type { Settings } from '../model/settings'
import { applyEdits, type TextEdit } from '../model/textEdit'
import { pathText } from '../model/path'
import type { Proposal, Finding } from '../model/finding'

/** A text with its report, apart from the one that a person has: what is remembered of that one stays. */
export type Trial = {
  readonly text: string
  readonly report: Report
  readonly settings: Settings
  readonly library: Library
}

/** What a proposal comes to: its edits, the text after them, and the findings that are only there then. */
export type Proof = {
  readonly edits: readonly TextEdit[]
  readonly after: Trial
  readonly fresh: readonly Finding[]
}

export type Doubt = { readonly refused: string }

const trials = new WeakMap<Library, Trial>()

/** Reads a text in order to try things out on it; the same trial as long as it is asked about the same text. */
export function trialOf(text: string, settings: Settings, library: Library): Trial {
  const last = trials.get(library)
  if (last?.text === text && JSON.stringify(last.settings) === JSON.stringify(settings)) return last
  const own = last?.library ?? { ...library }
  const trial = { text, report: evaluate(text, settings, own), settings, library: own }
  trials.set(library, trial)
  return trial
}

/** The findings that count. */
export const open = ({ report }: Trial): readonly Finding[] =>
  report.findings.filter(({ ignored }) => ignored === undefined)

/** The trial after edits. */
export function edited(trial: Trial, edits: readonly TextEdit[]): Trial {
  const text = applyEdits(trial.text, edits)
  return { ...trial, text, report: evaluate(text, trial.settings, trial.library) }
}

/**
 * The findings of a later trial that an earlier one does not have, whether they counted there or not. An object that
 * is moved to another apiVersion goes by another id, but keeps what was found in it.
 */
export function freshIn(later: Trial, earlier: Trial): readonly Finding[] {
  const known = new Set(earlier.report.findings.map(({ id }) => id))
  const fresh = open(later).filter(({ id }) => !known.has(id))
  const objects = new Set(earlier.report.objects.map(({ id }) => id))
  const isMoved = ({ object }: Finding): boolean => object !== undefined && !objects.has(object)
  if (!fresh.some(isMoved)) return fresh
  const words = new Set(earlier.report.findings.map(wordsOf))
  return fresh.filter((finding) => !isMoved(finding) || !words.has(wordsOf(finding)))
}

const wordsOf = ({ check, path, message }: Finding): string => `${check} ${pathText(path)} ${message}`

/** Tries a proposal for a finding out: proved when the finding is gone, and nothing is refused that was not. */
export function proved(trial: Trial, finding: Finding, proposal: Proposal): Proof | Doubt {
  const plan = proposalEdits(trial.text, trial.report, finding.object ?? '', proposal)
  if ('refused' in plan) return plan
  if (plan.edits.length === 0) return { refused: 'The text says so already.' }
  const after = edited(trial, plan.edits)
  const fresh = freshIn(after, trial)
  const doubt = doubtOf(trial, after, [finding])
  return doubt ?? { edits: plan.edits, after, fresh }
}

/**
 * Why what was done does not do: a finding is still there, or something is refused that was not. Where the API refuses
 * an object anyway and for something else, it may say so of another place than before, but not of more.
 */
export function doubtOf(before: Trial, after: Trial, mended: readonly Finding[]): Doubt | undefined {
  const ids = new Set(mended.map(({ id }) => id))
  if (open(after).some(({ id }) => ids.has(id))) return { refused: 'It would not be enough.' }
  const worse = freshIn(after, before).find(isRefused)
  const isOther =
    !mended.some(isRefused) && open(after).filter(isRefused).length <= open(before).filter(isRefused).length
  return worse && !isOther ? { refused: `It would bring something worse: ${worse.message}` } : undefined
}

const isRefused = ({ severity }: Finding): boolean => severity === 'refused'

/** Whether a fix may be made unseen: it says so of itself, and what it brings is advice at most. */
export const isSafe = ({ safety }: Proposal, fresh: readonly Finding[]): boolean =>
  safety === 'safe' && fresh.every(({ severity }) => severity === 'advice')
