import { composeEdits } from '../model/composeEdits'
import { makeFixes, type FixStep, type LeftOut } from './fixRounds'
import type { Library } from '../report/cache'
import type { ReadingRule } from '../model/problem'
import type { Settings } from '../model/settings'
import { silencing } from './ignoreFix'
import type { TextEdit } from '../model/textEdit'
import { unfixable } from './unfixableReasons'
import { freshIn, isSafe, open, proved, trialOf, type Proof, type Trial } from './verifyFix'
import type { Proposal, Finding } from '../model/finding'

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
  /** The titles of the fixes of what it brings, where it makes these too. */
  readonly follow?: readonly string[]
}

/** What can be done about one finding. */
export type Fixes = {
  /** The one to recommend comes first; a fix that brings more to do is followed by the same with what follows. */
  readonly offered: readonly Fix[]
  /** Fixes that cannot be made in this text, with the reason. */
  readonly refused: readonly { readonly title: string; readonly reason: string }[]
  /** Why no edit can be right at all, and what to decide. */
  readonly unfixable?: string
  /** The annotation that accepts what the check finds on the object. */
  readonly silence?: Fix
}

/** Which findings are to be mended: all of them, those of one check, or those of one object. */
export type Scope = { readonly check?: string; readonly object?: string }

export type FixRequest = Scope & {
  /** `review`: those too that a person has to look at. */
  readonly safety: Fix['safety']
  /** Ids of findings that a person wants to keep. */
  readonly declined: readonly string[]
}

/** The fixes of many findings at once, as far as they were proved. */
export type FixPlan = {
  readonly text: string
  readonly edits: readonly TextEdit[]
  /** In the order in which they were made. */
  readonly steps: readonly FixStep[]
  readonly left: readonly LeftOut[]
  /** How many findings have only fixes that a person has to look at, where those were not asked for. */
  readonly held: number
  readonly scoreAfter?: number
  /** What is found only after them, in sentences. */
  readonly brings: readonly string[]
}

/** Of each trial what was found out: the editor asks anew with every stop of the cursor. */
const answers = new WeakMap<Trial, Map<string, Fixes>>()

/** The fixes of one finding, by its id in the report on the same text. Never throws for any text. */
export function fixesOf(text: string, id: string, settings: Settings, library: Library): Fixes {
  const trial = trialOf(text, settings, library)
  const known = answers.get(trial) ?? new Map<string, Fixes>()
  answers.set(trial, known)
  const fixes = known.get(id) ?? fixesIn(trial, id)
  known.set(id, fixes)
  return fixes
}

function fixesIn(trial: Trial, id: string): Fixes {
  const finding = trial.report.findings.find((one) => one.id === id)
  if (!finding) return { offered: [], refused: [] }
  const offered: Fix[] = []
  const refused: { readonly title: string; readonly reason: string }[] = []
  for (const proposal of finding.proposals ?? []) {
    const proof = proved(trial, finding, proposal)
    if ('refused' in proof) refused.push({ title: proposal.title, reason: proof.refused })
    else offered.push(fixOf(proposal, proof), ...withWhatFollows(trial, finding, proposal, proof))
  }
  const silence = silenceOf(trial, finding)
  const reason = finding.unfixable ?? (finding.proposals ? undefined : reasonOf(finding.check))
  return {
    offered,
    refused,
    ...(reason !== undefined && { unfixable: reason }),
    ...(silence && { silence }),
  }
}

/** What to say of a rule of reading where there is nothing more to say of the very place. */
const reasonOf = (rule: string): string | undefined => (isReadingRule(rule) ? unfixable[rule] : undefined)

const isReadingRule = (rule: string): rule is ReadingRule => Object.hasOwn(unfixable, rule)

const fixOf = (proposal: Proposal, { edits, after, fresh }: Proof): Fix => ({
  title: proposal.title,
  safety: isSafe(proposal, fresh) ? 'safe' : 'review',
  ...(proposal.note !== undefined && { note: proposal.note }),
  edits,
  ...scoreOf(after),
  brings: fresh.map(({ message }) => message),
})

const scoreOf = ({ report }: Trial): { readonly scoreAfter?: number } =>
  report.score ? { scoreAfter: report.score.value } : {}

/**
 * The fix together with the fixes of what it brings, as far as they go; nothing when it brings nothing to mend. What
 * comes to light because an object can be read at last does not follow from the fix.
 */
function withWhatFollows(
  trial: Trial,
  { severity }: Finding,
  proposal: Proposal,
  { edits, after, fresh }: Proof,
): readonly Fix[] {
  if (fresh.length === 0 || severity === 'refused') return []
  const known = new Set(trial.report.findings.map(({ id }) => id))
  const series = makeFixes(after, ({ id }) => !known.has(id), 'review')
  if (series.steps.length === 0) return []
  const whole = composeEdits(trial.text.length, edits, series.edits)
  const bundle = fixOf(proposal, { edits: whole, after: series.after, fresh: freshIn(series.after, trial) })
  const follow = series.steps.map(({ title }) => title)
  return [{ ...bundle, safety: 'review', title: `${proposal.title}, and what follows`, follow }]
}

/** Not where annotations do not count, be it by the settings or by the pod template, which comes first. */
function silenceOf(trial: Trial, finding: Finding): Fix | undefined {
  const proposal = silencing(trial, finding)
  const proof = proposal && proved(trial, finding, proposal)
  return proof && 'edits' in proof ? fixOf(proposal, proof) : undefined
}

/** Makes the recommended fix of every finding that is asked for, each proved, round after round. */
export function planFixes(text: string, request: FixRequest, settings: Settings, library: Library): FixPlan {
  const trial = trialOf(text, settings, library)
  const { safety, check, object } = request
  const declined = new Set(request.declined)
  const isWanted = (finding: Finding): boolean =>
    (check === undefined || finding.check === check) &&
    (object === undefined || finding.object === object) &&
    !declined.has(finding.id)
  const { after, edits, steps, left } = makeFixes(trial, isWanted, safety)
  const held =
    safety === 'review'
      ? 0
      : open(after).filter((finding) => isWanted(finding) && finding.proposals?.[0]?.safety === 'review')
          .length
  const brings = freshIn(after, trial).map(({ message }) => message)
  return { text: after.text, edits, steps, left, held, ...scoreOf(after), brings }
}
