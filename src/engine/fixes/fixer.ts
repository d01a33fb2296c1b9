import type { Proposal, Safety } from '../findings/remedy'
import { composeEdits } from '../model/composeEdits'
import type { Finding } from '../model/finding'
import type { Settings } from '../model/settings'
import type { TextEdit } from '../model/textEdit'
import type { Engine } from '../report/engine'
import type { AppliedFix, SkippedFix } from './appliedFix'
import { applyFixes } from './fixRounds'
import { ignoreFix } from './ignoreFix'
import { filledPlaceholders, withValues, type FilledPlaceholder, type GivenValue } from './placeholders'
import { loadFixes, Snapshot } from './snapshot'
import { goneFindings, newFindings, safetyWith, verifyFix, type VerifiedFix } from './verifyFix'

/** A fix that was verified on this very text: with its edits the finding is gone, and nothing is refused that was not. */
export type Fix = {
  /** Names the fix among those of its finding, whatever the values of its placeholders are. */
  readonly key: string
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
  /** The ids of the findings that no longer count after it. */
  readonly gone: readonly string[]
  /** What it takes out of the text without putting it elsewhere: paths, or pieces of the text. */
  readonly removes: readonly string[]
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
  readonly refused: readonly RefusedFix[]
  /** Why no edit can be right at all, and what to decide. */
  readonly unfixable?: string
  /** The annotation that makes the check ignore the object. */
  readonly ignore?: Fix
}

/** `key`: as of the fix that it would be. */
type RefusedFix = { readonly key: string; readonly title: string; readonly reason: string }

/** Which findings to fix: all of them, those of one rule, those of one object, or some of them, by their ids. */
export type Scope = {
  readonly rule?: string
  readonly object?: string
  readonly findings?: readonly string[]
}

export type FixRequest = Scope & {
  /** Only findings of these rules. */
  readonly rules?: readonly string[]
  /** `review` includes fixes that a person has to look at; risky ones are only applied one by one. */
  readonly safety: Exclude<Safety, 'risky'>
  /** Ids of findings that a person does not want fixed. */
  readonly declined: readonly string[]
  /** In place of placeholders. */
  readonly values?: readonly GivenValue[]
}

/** The fixes of many findings at once, as far as they were verified. */
export type FixPlan = {
  readonly text: string
  readonly edits: readonly TextEdit[]
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[]
  readonly skipped: readonly SkippedFix[]
  /** How many findings have only risky fixes. */
  readonly needsDecision: number
  readonly scoreAfter?: number
  /** The ids of the findings that no longer count after it. */
  readonly gone: readonly string[]
  /** The messages of findings that only the text after it has. */
  readonly introduces: readonly string[]
}

/** Works out fixes for the texts of an engine. */
export type Fixer = {
  /**
   * The fixes of one finding, by its id in the report on the same text. Never throws for any text. `values`: in place of
   * placeholders.
   */
  readonly fixesFor: (
    text: string,
    finding: string,
    settings: Settings,
    values?: readonly GivenValue[],
  ) => Fixes
  /**
   * The annotation that makes a check ignore all objects that some findings of it, by their ids, are about. Undefined where
   * no annotation can.
   */
  readonly ignoreFor: (text: string, findings: readonly string[], settings: Settings) => Fix | undefined
  /** Applies the recommended fix of every finding that is asked for, each verified, round after round. */
  readonly planFixes: (text: string, request: FixRequest, settings: Settings) => FixPlan
  /**
   * How safe the recommended fix of each finding is, before it is verified; findings without a fix are left out. Does a
   * little at a time, so that whoever asks can stop.
   */
  readonly fixableFindings: (text: string, settings: Settings) => Generator<FixableFinding | undefined>
}

/** The recommended fix of a finding, before it is verified. */
export type FixSummary = { readonly safety: Safety; readonly title: string }

export type FixableFinding = readonly [finding: string, fix: FixSummary]

/** Loads what proposes fixes. */
export async function createFixer(engine: Engine): Promise<Fixer> {
  const fixes = await loadFixes(engine)
  let last: Snapshot | undefined
  /** Of `last`, by finding, without values: the editor asks again each time the cursor stops. */
  let answers = new Map<string, Fixes>()
  let ignores: Ignores = new Map()
  const snapshotOf = (text: string, settings: Settings): Snapshot => {
    const evaluation = engine.evaluation(text, settings)
    if (last?.evaluation === evaluation) return last
    last = new Snapshot(engine, fixes, evaluation)
    answers = new Map()
    ignores = new Map()
    return last
  }
  return {
    fixesFor: (text, id, settings, values = []) => {
      const snapshot = snapshotOf(text, settings)
      const finding = snapshot.findings.find((one) => one.id === id)
      if (!finding) return { offered: [], refused: [] }
      if (values.length > 0) return fixesOf(snapshot, finding, values, ignores)
      const answer = answers.get(id) ?? fixesOf(snapshot, finding, [], ignores)
      answers.set(id, answer)
      return answer
    },
    ignoreFor: (text, ids, settings) => {
      const snapshot = snapshotOf(text, settings)
      const wanted = new Set(ids)
      const [first, ...more] = snapshot.findings.filter(({ id }) => wanted.has(id))
      return first && ignoreOf(snapshot, [first, ...more])
    },
    planFixes: (text, request, settings) => planOf(snapshotOf(text, settings), request),
    *fixableFindings(text, settings) {
      const snapshot = snapshotOf(text, settings)
      for (const finding of snapshot.evaluation.report.findings) {
        if (finding.ignored !== undefined) continue
        const [recommended] = snapshot.remedyOf(finding).fixes ?? []
        yield recommended && [finding.id, { safety: recommended.safety, title: recommended.title }]
      }
    },
  }
}

/** By check and object; undefined where an annotation would not do. */
type Ignores = Map<string, Fix | undefined>

function fixesOf(
  snapshot: Snapshot,
  finding: Finding,
  values: readonly GivenValue[],
  ignores: Ignores,
): Fixes {
  const { fixes = [], unfixable } = snapshot.remedyOf(finding)
  const own = values.filter((one) => one.finding === finding.id)
  const offered: Fix[] = []
  const refused: RefusedFix[] = []
  for (const [nth, recommended] of fixes.entries()) {
    const key = String(nth)
    const proposal = withValues(recommended, snapshot.ownerOf(finding)?.object, own)
    const verified = verifyFix(snapshot, finding, proposal)
    if ('refused' in verified) refused.push({ key, title: proposal.title, reason: verified.refused })
    else {
      const alone = fixOf(key, snapshot, finding, proposal, verified)
      const bundle = withFollowUps(snapshot, finding, proposal, verified, alone, values)
      offered.push(alone, ...(bundle ? [bundle] : []))
    }
  }
  const ignore = ignoreOnce(snapshot, finding, ignores)
  return {
    offered,
    refused,
    ...(unfixable !== undefined && { unfixable }),
    ...(ignore && { ignore }),
  }
}

function fixOf(
  key: string,
  before: Snapshot,
  finding: Finding,
  proposal: Proposal,
  { edits, after, introduces }: VerifiedFix,
): Fix {
  const { title, note } = proposal
  return {
    key,
    title,
    safety: safetyWith(proposal, introduces),
    note,
    effect: before.effectOf(proposal, finding),
    placeholders: filledPlaceholders(proposal, finding, before, after),
    edits,
    ...scoreAfter(after),
    gone: goneFindings(before, after),
    removes: before.removalsOf(proposal, finding),
    introduces: introduces.map(({ message }) => message),
  }
}

const scoreAfter = ({ scoreValue }: Snapshot): { readonly scoreAfter?: number } =>
  scoreValue === undefined ? {} : { scoreAfter: scoreValue }

/**
 * The fix together with the fixes of what it introduces, as far as they go; undefined when there is nothing to add. What is
 * found because an object can be read at last does not follow from the fix.
 */
function withFollowUps(
  snapshot: Snapshot,
  finding: Finding,
  proposal: Proposal,
  { edits, after, introduces }: VerifiedFix,
  alone: Fix,
  values: readonly GivenValue[],
): Fix | undefined {
  if (introduces.length === 0 || finding.severity === 'refused') return undefined
  const known = new Set(snapshot.findings.map(({ id }) => id))
  const rounds = applyFixes(after, ({ id }) => !known.has(id), 'review', values)
  if (rounds.applied.length === 0) return undefined
  const whole = composeEdits(snapshot.text.length, edits, rounds.edits)
  const bundle = fixOf(`${alone.key}+`, snapshot, finding, proposal, {
    edits: whole,
    after: rounds.after,
    introduces: newFindings(rounds.after, snapshot),
  })
  return {
    ...bundle,
    safety: proposal.safety === 'risky' ? 'risky' : 'review',
    title: `${proposal.title} and fix what it raises`,
    placeholders: [...bundle.placeholders, ...rounds.applied.flatMap(({ placeholders }) => placeholders)],
    followUps: rounds.applied.map(({ title }) => title),
  }
}

/** One annotation for all findings of a check in an object: it is worked out once for all of them. */
function ignoreOnce(snapshot: Snapshot, finding: Finding, known: Ignores): Fix | undefined {
  const { id, rule, object } = finding
  const key = `${rule} ${object}`
  if (!known.has(key)) {
    const others = snapshot.activeFindings.filter(
      (other) => other.id !== id && other.rule === rule && other.object === object,
    )
    known.set(key, ignoreOf(snapshot, [finding, ...others]))
  }
  return known.get(key)
}

/** Not where annotations do not count, be it by the settings or by the Pod template, which comes first. */
function ignoreOf(snapshot: Snapshot, findings: readonly [Finding, ...Finding[]]): Fix | undefined {
  const proposal = ignoreFix(snapshot, findings)
  const verified = proposal && verifyFix(snapshot, findings[0], proposal, findings)
  return verified && 'edits' in verified
    ? fixOf('ignore', snapshot, findings[0], proposal, verified)
    : undefined
}

function planOf(snapshot: Snapshot, request: FixRequest): FixPlan {
  const { safety, rule, rules, object } = request
  const declined = new Set(request.declined)
  const named = request.findings && new Set(request.findings)
  const isWanted = (finding: Finding): boolean =>
    (rule === undefined || finding.rule === rule) &&
    (rules === undefined || rules.includes(finding.rule)) &&
    (object === undefined || finding.object === object) &&
    (named === undefined || named.has(finding.id)) &&
    !declined.has(finding.id)
  const { after, edits, applied, skipped } = applyFixes(snapshot, isWanted, safety, request.values)
  const needsDecision = after.activeFindings.filter(
    (finding) => isWanted(finding) && after.remedyOf(finding).fixes?.[0]?.safety === 'risky',
  ).length
  const introduces = newFindings(after, snapshot).map(({ message }) => message)
  return {
    text: after.text,
    edits,
    applied,
    skipped,
    needsDecision,
    ...scoreAfter(after),
    gone: goneFindings(snapshot, after),
    introduces,
  }
}
