import { isWithin, type Safety } from '../findings/remedy'
import { listText } from '../model/shorten'
import { composeEdits } from '../model/composeEdits'
import { insertedRanges, mapRange } from '../model/mapRange'
import type { Finding } from '../model/finding'
import type { Json } from '../model/json'
import type { TextEdit } from '../model/textEdit'
import { appliedFixOf, inOrder, introducedBy, type Candidate, type Planned } from './candidates'
import { movedBy, touch, withoutFalls, type AppliedFix, type SkippedFix } from './appliedFix'
import { selectDifferentPods } from './fixOrder'
import { withValues, type GivenValue } from './placeholders'
import { proposalEdits } from './proposalEdits'
import { rewrittenScalars, saysTheSame } from './rewrittenScalars'
import type { Snapshot } from './snapshot'
import { alreadyThere, isSafe, newFindings, rejection, type Rejection } from './verifyFix'

export type FixRounds = {
  readonly after: Snapshot
  /** Of the text before all of them. */
  readonly edits: readonly TextEdit[]
  readonly applied: readonly AppliedFix[]
  readonly skipped: readonly SkippedFix[]
}

/** A fix can lead to findings that have fixes of their own: so many times this is followed. */
const roundLimit = 10

/**
 * How much work all attempts together may be, in characters of changed documents: some seconds. The other documents are
 * known already, so a character of theirs counts a fiftieth. All findings are compared, and every attempt costs something.
 */
const work = { limit: 6_000_000, attempt: 50_000, finding: 20 } as const

/** Why a fix was skipped that another plan, on the text after this one, may apply. */
export const tooMuchWork = 'There are too many fixes to try at once. Apply the others first, then ask again.'

/**
 * Applies the recommended fix of every finding that is wanted, round after round, until none is left:
 *
 * 1. Each round takes the findings in the order of `priority`, and tries fixes that change different documents together.
 * 2. Where a batch is rejected, it is halved until the one that fails is alone; that one is skipped with the reason.
 * 3. Fixes that lower the score come last in their round, and what they lead to is fixed right after them.
 * 4. A fix that brings back what an earlier one fixed is skipped, so each finding is fixed once, and this always ends.
 * 5. At the end, scalars that only have other quotes than before get their old text back.
 *
 * `safety`: `review` also applies fixes that a person has to look at. Risky ones are never among them. `values`: in place of
 * placeholders.
 */
export function applyFixes(
  start: Snapshot,
  wanted: (finding: Finding) => boolean,
  safety: Exclude<Safety, 'risky'>,
  values: readonly GivenValue[] = [],
): FixRounds {
  return new Rounds(start, wanted, safety, values).run()
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
  /** Findings whose fixes wait for the end of the round, because the score would fall. */
  private deferred: readonly string[] = []
  private mayLower = false
  /** The finding whose fix led to another one, by the id of that. */
  private readonly causes = new Map<string, string>()
  /** The objects of the findings at the start, by the ids of the findings. */
  private readonly objects: ReadonlyMap<string, string | undefined>

  constructor(
    private readonly start: Snapshot,
    private readonly wanted: (finding: Finding) => boolean,
    private readonly safety: Exclude<Safety, 'risky'>,
    private readonly values: readonly GivenValue[],
  ) {
    this.now = start
    this.objects = new Map(values.length > 0 ? start.findings.map(({ id, object }) => [id, object]) : [])
  }

  /** What was given for a finding, or for another one of the same object: the fixes of both may set the same value. */
  private valuesFor({ id, object }: Finding): readonly GivenValue[] {
    return this.values.filter(
      ({ finding }) => finding === id || (object !== undefined && this.objects.get(finding) === object),
    )
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
    return { after: isSame ? restored : now, edits, applied: withoutFalls(kept, start.scoreValue) }
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
    this.deferred = []
    this.mayLower = false
    this.tryAll(inOrder(this.waiting()))
    for (const id of this.deferred) this.tried.delete(id)
    this.mayLower = true
    this.tryAll(this.deferred)
  }

  private tryAll(wanted: readonly string[]) {
    let ids = wanted
    while (ids.length > 0) {
      const batch = this.batch(ids)
      if (batch.length === 0) return
      for (const { finding } of batch) this.tried.add(finding.id)
      const before = this.now
      this.attempt(batch.map(({ finding }) => finding.id))
      const next = this.isLower(this.now, before) ? this.raised(before) : []
      ids = [...next, ...ids].filter((id) => !this.tried.has(id))
      if (this.isExhausted) return this.skipAll(new Set(ids))
    }
  }

  /** The findings with fixes that are new since an earlier snapshot, in their order. */
  private raised(before: Snapshot): readonly string[] {
    const fresh = new Set(newFindings(this.now, before).map(({ id }) => id))
    return inOrder(this.waiting().filter(({ finding }) => fresh.has(finding.id)))
  }

  private isLower({ scoreValue: later }: Snapshot, { scoreValue: earlier }: Snapshot): boolean {
    return later !== undefined && earlier !== undefined && later < earlier
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
    const [recommended] = this.now.remedyOf(finding).fixes ?? []
    if (!recommended || !isWithin(recommended.safety, this.safety)) return undefined
    const given = this.valuesFor(finding)
    const proposal =
      given.length > 0 ? withValues(recommended, this.now.ownerOf(finding)?.object, given) : recommended
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
    const introduces = newFindings(after, this.now)
    const rejected =
      rejection(this.now, after, findings) ?? this.undone(after) ?? this.unsafe(planned, introduces)
    const [only] = planned
    if (!rejected && !this.mayLower && this.isLower(after, this.now))
      this.deferred = [...this.deferred, ...findings.map(({ id }) => id)]
    else if (!rejected) this.accept(after, edits, planned, introduces)
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

  private accept(
    after: Snapshot,
    edits: readonly TextEdit[],
    planned: readonly Planned[],
    introduces: readonly Finding[],
  ) {
    for (const { finding } of planned) this.fixed.add(finding.id)
    const ranges = insertedRanges(edits)
    const inserted = new Map(edits.map((edit, index) => [edit, ranges[index]]))
    this.applied = [
      ...this.applied.map((fix) => movedBy(fix, edits)),
      ...planned.map((one) => {
        const own = introducedBy(one, planned, introduces)
        const follows = this.noteCauses(one, own)
        return appliedFixOf(one, [this.now, after], own, follows, inserted)
      }),
    ]
    this.edits = composeEdits(this.start.text.length, this.edits, edits)
    this.now = after
  }

  /** Returns the finding whose fix led to this one. What the API server finds next in an object that it refuses does not follow. */
  private noteCauses({ finding }: Planned, introduces: readonly Finding[]): string | undefined {
    const follows = this.causes.get(finding.id)
    if (finding.severity !== 'refused')
      for (const { id } of introduces) this.causes.set(id, follows ?? finding.id)
    return follows
  }
}
