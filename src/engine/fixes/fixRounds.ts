import { isWithin, type Proposal, type Safety } from '../findings/remedy'
import { listText } from '../model/shorten'
import { composeEdits, insertedRanges, mapRange } from '../model/composeEdits'
import type { Finding } from '../model/finding'
import type { Json } from '../model/json'
import type { Range } from '../model/range'
import type { TextEdit } from '../model/textEdit'
import { priority, selectDifferentPods } from './fixOrder'
import { filledPlaceholders, type FilledPlaceholder } from './placeholders'
import { proposalEdits } from './proposalEdits'
import { rewrittenScalars, saysTheSame } from './rewrittenScalars'
import type { Snapshot } from './snapshot'
import { alreadyThere, isSafe, newFindings, rejection, type Rejection } from './verifyFix'

/** One fix of several that were applied one after the other. */
export type AppliedFix = {
  /** The id of the finding that it fixes, and its message. */
  readonly finding: string
  readonly message: string
  readonly title: string
  readonly safety: Safety
  readonly note: string
  /** What it means for what runs, in at most five words. */
  readonly effect: string
  /** Their ranges are in the text after all of the fixes. */
  readonly placeholders: readonly FilledPlaceholder[]
  /** The score of the text with it and those before it. */
  readonly scoreAfter?: number
  /** What it inserted, in the text after all of them; an empty range where it only removed something. */
  readonly places: readonly Range[]
}

/** A finding whose recommended fix was not applied, with the reason. */
export type SkippedFix = { readonly finding: string; readonly message: string; readonly reason: string }

export type FixRounds = {
  readonly after: Snapshot
  /** Of the text before all of them. */
  readonly edits: readonly TextEdit[]
  readonly applied: readonly AppliedFix[]
  readonly skipped: readonly SkippedFix[]
}

type Candidate = {
  readonly finding: Finding
  readonly proposal: Proposal
  /** The documents that it changes. */
  readonly documents: ReadonlySet<number>
}

type Planned = Candidate & { readonly edits: readonly TextEdit[] }

/** A fix can lead to findings that have fixes of their own: so many times this is followed. */
const roundLimit = 10

/**
 * How much work all attempts together may be, in characters of changed documents: some seconds. The other documents are
 * known already, so a character of theirs counts a fiftieth. All findings are compared, and every attempt costs something.
 */
const work = { limit: 6_000_000, attempt: 50_000, finding: 20 } as const

const tooMuchWork = 'There are too many fixes to try at once. Apply the others first, then ask again.'

/**
 * Applies the recommended fix of every finding that is wanted, round after round, until none is left:
 *
 * 1. Each round takes the findings in the order of `priority`, and tries fixes that change different documents together.
 * 2. Where a batch is rejected, it is halved until the one that fails is alone; that one is skipped with the reason.
 * 3. A fix that brings back what an earlier one fixed is skipped, so each finding is fixed once, and this always ends.
 * 4. At the end, scalars that only have other quotes than before get their old text back.
 *
 * `safety`: `review` also applies fixes that a person has to look at. Risky ones are never among them.
 */
export function applyFixes(
  start: Snapshot,
  wanted: (finding: Finding) => boolean,
  safety: Exclude<Safety, 'risky'>,
): FixRounds {
  return new Rounds(start, wanted, safety).run()
}

class Rounds {
  private now: Snapshot
  private edits: readonly TextEdit[] = []
  private applied: readonly AppliedFix[] = []
  private work = 0
  /** The findings that were fixed, and those that had their turn in this round. */
  private readonly fixed = new Set<string>()
  private readonly tried = new Set<string>()
  private readonly skipped = new Map<string, SkippedFix>()

  constructor(
    private readonly start: Snapshot,
    private readonly wanted: (finding: Finding) => boolean,
    private readonly safety: Exclude<Safety, 'risky'>,
  ) {
    this.now = start
  }

  run(): FixRounds {
    for (let round = 0; round < roundLimit; round++) {
      const before = this.now
      this.round()
      if (this.now === before || this.isExhausted) break
    }
    const stillThere = new Set(this.now.activeFindings.map(({ id }) => id))
    const skipped = [...this.skipped.values()].filter(({ finding }) => stillThere.has(finding))
    return { ...this.withoutRewriting(), skipped }
  }

  /** What was done, without what changes the text of a value and not the value, and without steps that did only this. */
  private withoutRewriting(): Omit<FixRounds, 'skipped'> {
    const { start, now, applied } = this
    const rewritten = rewrittenScalars(start.evaluation, now.evaluation, this.edits)
    const restored = rewritten.length > 0 ? now.after(rewritten) : now
    const isSame = restored !== now && saysTheSame(restored.evaluation, now.evaluation)
    const restoring = isSame ? rewritten : []
    const composed = composeEdits(start.text.length, this.edits, restoring)
    const edits = composed.filter(({ from, to, insert }) => start.text.slice(from, to) !== insert)
    const changed = insertedRanges(edits)
    const kept = applied
      .map((fix) => ({ ...fix, places: fix.places.map((place) => mapRange(place, restoring)) }))
      .filter(({ places }) => places.some((place) => changed.some((range) => touch(place, range))))
    return { after: isSame ? restored : now, edits, applied: kept }
  }

  private get isExhausted(): boolean {
    return this.work > work.limit
  }

  private waiting(): readonly Candidate[] {
    return this.now.activeFindings.flatMap((finding) =>
      this.isFixed(finding) || !this.wanted(finding) ? [] : (this.candidate(finding) ?? []),
    )
  }

  private round() {
    this.tried.clear()
    let ids = this.waiting()
      .toSorted((left, right) => priority(left) - priority(right))
      .map(({ finding }) => finding.id)
    while (ids.length > 0) {
      const batch = this.batch(ids)
      if (batch.length === 0) return
      for (const { finding } of batch) this.tried.add(finding.id)
      this.attempt(batch.map(({ finding }) => finding.id))
      ids = ids.filter((id) => !this.tried.has(id))
      if (this.isExhausted) return this.skipAll(new Set(ids))
    }
  }

  /** The fixes of some findings that do not affect one another, in their order. */
  private batch(ids: readonly string[]): readonly Candidate[] {
    const findings = new Map(this.now.activeFindings.map((finding) => [finding.id, finding]))
    const taken = new Set<number>()
    const added: Json[] = []
    const batch: Candidate[] = []
    for (const id of ids) {
      const finding = findings.get(id)
      // Working out a remedy takes longer than to see that it has to wait.
      const candidate = finding && !taken.has(finding.document) ? this.candidate(finding) : undefined
      if (!candidate || [...candidate.documents].some((document) => taken.has(document))) continue
      const { adds = [], edits } = candidate.proposal
      // What a text says after an edit of its text is only comparable when its documents stay the same.
      if (batch.some(({ proposal }) => (proposal.edits === undefined) !== (edits === undefined))) continue
      if (!adds.every((one) => added.every((other) => selectDifferentPods(one, other)))) continue
      added.push(...adds)
      for (const document of candidate.documents) taken.add(document)
      batch.push(candidate)
    }
    return batch
  }

  /** Undefined without a fix that is as safe as was asked for. */
  private candidate(finding: Finding): Candidate | undefined {
    const [proposal] = this.now.remedyOf(finding).fixes ?? []
    if (!proposal || !isWithin(proposal.safety, this.safety)) return undefined
    const { locatedOf } = this.now.evaluation
    const changed = (proposal.changes ?? []).flatMap(({ object }) => {
      const located = object && locatedOf.get(object)
      return located ? [located.documentIndex] : []
    })
    return { finding, proposal, documents: new Set([finding.document, ...changed]) }
  }

  private attempt(ids: readonly string[]) {
    const candidates = this.batch(ids)
    this.work += this.workOf(candidates)
    if (this.isExhausted) {
      for (const { finding } of candidates) this.skip(finding, tooMuchWork)
      return
    }
    const planned = candidates.flatMap((candidate): readonly Planned[] => {
      const { finding, proposal } = candidate
      const plan = proposalEdits(this.now.evaluation, this.now.placeOf(finding), proposal)
      if ('edits' in plan && plan.edits.length > 0) return [{ ...candidate, edits: plan.edits }]
      this.skip(finding, 'refused' in plan ? plan.refused : alreadyThere)
      return []
    })
    if (planned.length === 0) return
    const edits = planned.flatMap((one) => one.edits).sort((left, right) => left.from - right.from)
    const after = this.now.after(edits)
    const findings = planned.map(({ finding }) => finding)
    const rejected =
      rejection(this.now, after, findings) ??
      this.undone(after) ??
      this.unsafe(planned, newFindings(after, this.now))
    const [only] = planned
    if (!rejected) this.accept(after, edits, planned)
    else if (planned.length === 1 && only) this.skip(only.finding, rejected.refused)
    else {
      const half = Math.ceil(planned.length / 2)
      for (const part of [planned.slice(0, half), planned.slice(half)])
        this.attempt(part.map(({ finding }) => finding.id))
    }
  }

  private skipAll(ids: ReadonlySet<string>) {
    for (const finding of this.now.activeFindings) if (ids.has(finding.id)) this.skip(finding, tooMuchWork)
  }

  private workOf(planned: readonly Candidate[]): number {
    const { documents, text, findings } = this.now.evaluation
    const changed = new Set(planned.flatMap((one) => [...one.documents]))
    const lengths = [...changed].map((index) => documents[index]?.text.length ?? 0)
    const rest = work.attempt + text.length / 50 + work.finding * findings.length
    return lengths.reduce((sum, length) => sum + length, rest)
  }

  /** The id of a finding about a document counts the documents before it, so after new ones it can be that of another. */
  private isFixed({ id, object }: Finding): boolean {
    return object !== undefined && this.fixed.has(id)
  }

  /** Nothing that was fixed may come back: the fix that did it would be undone. */
  private undone({ activeFindings }: Snapshot): Rejection | undefined {
    const back = activeFindings.find((finding) => this.isFixed(finding))
    return back && { refused: `It would undo the fix of: ${back.message}` }
  }

  private unsafe(planned: readonly Candidate[], introduces: readonly Finding[]): Rejection | undefined {
    if (this.safety === 'review' || planned.every(({ proposal }) => isSafe(proposal, introduces)))
      return undefined
    return {
      refused: `It would also raise: ${listText(
        introduces.map(({ message }) => message),
        ' ',
        5,
      )}`,
    }
  }

  private skip({ id, message }: Finding, reason: string) {
    this.skipped.set(id, { finding: id, message, reason })
  }

  private accept(after: Snapshot, edits: readonly TextEdit[], planned: readonly Planned[]) {
    for (const { finding } of planned) this.fixed.add(finding.id)
    const inserted = new Map(edits.map((edit, index) => [edit, insertedRanges(edits)[index]]))
    this.applied = [
      ...this.applied.map((fix) => movedBy(fix, edits)),
      ...planned.map(({ finding, proposal, edits: own }) => ({
        finding: finding.id,
        message: finding.message,
        title: proposal.title,
        safety: proposal.safety,
        note: proposal.note,
        effect: this.now.effectOf(proposal, finding),
        placeholders: filledPlaceholders(proposal, finding, this.now, after),
        ...(after.scoreValue !== undefined && { scoreAfter: after.scoreValue }),
        places: own.flatMap((edit) => inserted.get(edit) ?? []),
      })),
    ]
    this.edits = composeEdits(this.start.text.length, this.edits, edits)
    this.now = after
  }
}

/** Whether two ranges have a character or an end in common. */
const touch = (left: Range, right: Range): boolean => left.from <= right.to && right.from <= left.to

/** The same fix, with its places in the text after more edits. */
const movedBy = (fix: AppliedFix, edits: readonly TextEdit[]): AppliedFix => ({
  ...fix,
  places: fix.places.map((place) => mapRange(place, edits)),
  placeholders: fix.placeholders.map((one) => ({ ...one, range: mapRange(one.range, edits) })),
})
