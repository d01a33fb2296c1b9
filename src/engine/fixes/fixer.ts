import type { Proposal, Safety } from '../findings/remedy'
import { composeEdits } from '../model/composeEdits'
import type { Finding } from '../model/finding'
import type { Settings } from '../model/settings'
import type { TextEdit } from '../model/textEdit'
import type { Engine } from '../report/engine'
import { applyFixes, type AppliedFix, type SkippedFix } from './fixRounds'
import { ignoreFix } from './ignoreFix'
import { filledPlaceholders, type FilledPlaceholder } from './placeholders'
import { loadFixes, Snapshot } from './snapshot'
import { isSafe, newFindings, verifyFix, type VerifiedFix } from './verifyFix'

/** A fix that was verified on this very text: with its edits the finding is gone, and nothing is refused that was not. */
export type Fix = {
  readonly title: string
  readonly safety: Safety
  /** What could go wrong, or why nothing can, in one sentence or two. */
  readonly note: string
  /** What it means for what runs, in at most five words: `restarts Pods`, `cuts traffic`, `new object`. */
  readonly effect: string
  /** The values that it sets only to have some, which a person should replace. */
  readonly placeholders: readonly FilledPlaceholder[]
  /** Offsets into the whole text. */
  readonly edits: readonly TextEdit[]
  readonly scoreAfter?: number
  /** The messages of findings that only the text after it has. */
  readonly introduces: readonly string[]
  /** The titles of the fixes of what it introduces, where it includes these too. */
  readonly followUps?: readonly string[]
}

/** What can be done about one finding. */
export type Fixes = {
  /** The one to recommend comes first; a fix that introduces findings is followed by the same with their fixes. */
  readonly offered: readonly Fix[]
  /** Fixes that cannot be applied to this text, with the reason. */
  readonly refused: readonly { readonly title: string; readonly reason: string }[]
  /** Why no edit can be right at all, and what to decide. */
  readonly unfixable?: string
  /** The annotation that makes the check ignore the object. */
  readonly ignore?: Fix
}

/** Which findings to fix: all of them, those of one rule, or those of one object. */
export type Scope = { readonly rule?: string; readonly object?: string }

export type FixRequest = Scope & {
  /** `review` includes fixes that a person has to look at; risky ones are only applied one by one. */
  readonly safety: Exclude<Safety, 'risky'>
  /** Ids of findings that a person does not want fixed. */
  readonly declined: readonly string[]
}

/** The fixes of many findings at once, as far as they were verified. */
export type FixPlan = {
  readonly text: string
  readonly edits: readonly TextEdit[]
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[]
  readonly skipped: readonly SkippedFix[]
  /** How many findings have a fix to review, where those were not asked for. */
  readonly needsReview: number
  /** How many findings have only risky fixes. */
  readonly needsDecision: number
  readonly scoreAfter?: number
  /** The messages of findings that only the text after it has. */
  readonly introduces: readonly string[]
}

/** Works out fixes for the texts of an engine. */
export type Fixer = {
  /** The fixes of one finding, by its id in the report on the same text. Never throws for any text. */
  readonly fixesFor: (text: string, finding: string, settings: Settings) => Fixes
  /** Applies the recommended fix of every finding that is asked for, each verified, round after round. */
  readonly planFixes: (text: string, request: FixRequest, settings: Settings) => FixPlan
  /**
   * How safe the recommended fix of each finding is, before it is verified; findings without a fix are left out. Does a
   * little at a time, so that whoever asks can stop.
   */
  readonly fixableFindings: (text: string, settings: Settings) => Generator<FixableFinding | undefined>
}

export type FixableFinding = readonly [finding: string, safety: Safety]

/** Loads what proposes fixes. */
export async function createFixer(engine: Engine): Promise<Fixer> {
  const fixes = await loadFixes(engine)
  let last: Snapshot | undefined
  /** By finding of `last`: the editor asks again each time the cursor stops. */
  let answers = new Map<string, Fixes>()
  const snapshotOf = (text: string, settings: Settings): Snapshot => {
    const evaluation = engine.evaluation(text, settings)
    if (last?.evaluation === evaluation) return last
    last = new Snapshot(engine, fixes, evaluation)
    answers = new Map()
    return last
  }
  return {
    fixesFor: (text, finding, settings) => {
      const snapshot = snapshotOf(text, settings)
      const answer = answers.get(finding) ?? fixesOf(snapshot, finding)
      answers.set(finding, answer)
      return answer
    },
    planFixes: (text, request, settings) => planOf(snapshotOf(text, settings), request),
    *fixableFindings(text, settings) {
      const snapshot = snapshotOf(text, settings)
      for (const finding of snapshot.evaluation.report.findings) {
        if (finding.ignored !== undefined) continue
        const [recommended] = snapshot.remedyOf(finding).fixes ?? []
        yield recommended && [finding.id, recommended.safety]
      }
    },
  }
}

function fixesOf(snapshot: Snapshot, id: string): Fixes {
  const finding = snapshot.findings.find((one) => one.id === id)
  if (!finding) return { offered: [], refused: [] }
  const { fixes = [], unfixable } = snapshot.remedyOf(finding)
  const offered: Fix[] = []
  const refused: { readonly title: string; readonly reason: string }[] = []
  for (const proposal of fixes) {
    const verified = verifyFix(snapshot, finding, proposal)
    if ('refused' in verified) refused.push({ title: proposal.title, reason: verified.refused })
    else
      offered.push(
        fixOf(snapshot, finding, proposal, verified),
        ...withFollowUps(snapshot, finding, proposal, verified),
      )
  }
  const ignore = ignoreOf(snapshot, finding)
  return {
    offered,
    refused,
    ...(unfixable !== undefined && { unfixable }),
    ...(ignore && { ignore }),
  }
}

function fixOf(
  before: Snapshot,
  finding: Finding,
  proposal: Proposal,
  { edits, after, introduces }: VerifiedFix,
): Fix {
  const { title, safety, note } = proposal
  return {
    title,
    safety: safety === 'safe' && !isSafe(proposal, introduces) ? 'review' : safety,
    note,
    effect: before.effectOf(proposal, finding),
    placeholders: filledPlaceholders(proposal, finding, before, after),
    edits,
    ...scoreAfter(after),
    introduces: introduces.map(({ message }) => message),
  }
}

const scoreAfter = ({ scoreValue }: Snapshot): { readonly scoreAfter?: number } =>
  scoreValue === undefined ? {} : { scoreAfter: scoreValue }

/**
 * The fix together with the fixes of what it introduces, as far as they go; nothing when there is nothing to add. What
 * is found because an object can be read at last does not follow from the fix.
 */
function withFollowUps(
  snapshot: Snapshot,
  finding: Finding,
  proposal: Proposal,
  { edits, after, introduces }: VerifiedFix,
): readonly Fix[] {
  if (introduces.length === 0 || finding.severity === 'refused') return []
  const known = new Set(snapshot.findings.map(({ id }) => id))
  const rounds = applyFixes(after, ({ id }) => !known.has(id), 'review')
  if (rounds.applied.length === 0) return []
  const whole = composeEdits(snapshot.text.length, edits, rounds.edits)
  const bundle = fixOf(snapshot, finding, proposal, {
    edits: whole,
    after: rounds.after,
    introduces: newFindings(rounds.after, snapshot),
  })
  const followUps = rounds.applied.map(({ title }) => title)
  const safety = proposal.safety === 'risky' ? 'risky' : 'review'
  return [{ ...bundle, safety, title: `${proposal.title} and fix what it raises`, followUps }]
}

/** Not where annotations do not count, be it by the settings or by the Pod template, which comes first. */
function ignoreOf(snapshot: Snapshot, finding: Finding): Fix | undefined {
  const proposal = ignoreFix(snapshot, finding)
  const verified = proposal && verifyFix(snapshot, finding, proposal)
  return verified && 'edits' in verified ? fixOf(snapshot, finding, proposal, verified) : undefined
}

function planOf(snapshot: Snapshot, request: FixRequest): FixPlan {
  const { safety, rule, object } = request
  const declined = new Set(request.declined)
  const isWanted = (finding: Finding): boolean =>
    (rule === undefined || finding.rule === rule) &&
    (object === undefined || finding.object === object) &&
    !declined.has(finding.id)
  const { after, edits, applied, skipped } = applyFixes(snapshot, isWanted, safety)
  const left = after.activeFindings
    .filter(isWanted)
    .map((finding) => after.remedyOf(finding).fixes?.[0]?.safety)
  const needsReview = safety === 'review' ? 0 : left.filter((one) => one === 'review').length
  const needsDecision = left.filter((one) => one === 'risky').length
  const introduces = newFindings(after, snapshot).map(({ message }) => message)
  return {
    text: after.text,
    edits,
    applied,
    skipped,
    needsReview,
    needsDecision,
    ...scoreAfter(after),
    introduces,
  }
}
