import type { Proposal, Safety } from '../findings/remedy'
import { listText } from '../model/shorten'
import { composeEdits, insertedRanges, mapRange } from '../model/composeEdits'
import type { Finding } from '../model/finding'
import { field, isObject, type Json } from '../model/json'
import type { Range } from '../model/range'
import type { TextEdit } from '../model/textEdit'
import { proposalEdits } from './proposalEdits'
import type { Snapshot } from './snapshot'
import { alreadyThere, isSafe, newFindings, rejection, type Rejection } from './verifyFix'

/** One fix of several that were applied one after the other. */
export type AppliedFix = {
  /** The id of the finding that it fixes, and its message. */
  readonly finding: string
  readonly message: string
  readonly title: string
  readonly safety: Safety
  readonly note?: string
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

/** How often one finding is fixed: one that comes back a second time stays. */
const fixLimit = 2

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
 * 3. A finding that comes back after its fix is fixed once more and then left, so this always ends.
 *
 * `safety`: `review` also applies fixes that a person has to look at.
 */
export function applyFixes(
  start: Snapshot,
  wanted: (finding: Finding) => boolean,
  safety: Safety,
): FixRounds {
  return new Rounds(start, wanted, safety).run()
}

class Rounds {
  private now: Snapshot
  private edits: readonly TextEdit[] = []
  private applied: readonly AppliedFix[] = []
  private work = 0
  /** How often each finding was fixed, and those that had their turn in this round. */
  private readonly fixed = new Map<string, number>()
  private readonly tried = new Set<string>()
  private readonly skipped = new Map<string, SkippedFix>()

  constructor(
    private readonly start: Snapshot,
    private readonly wanted: (finding: Finding) => boolean,
    private readonly safety: Safety,
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
    return { after: this.now, edits: this.edits, applied: this.applied, skipped }
  }

  private get isExhausted(): boolean {
    return this.work > work.limit
  }

  private recommended(finding: Finding): Proposal | undefined {
    return this.now.remedyOf(finding).fixes?.[0]
  }

  private waiting(): readonly Candidate[] {
    return this.now.activeFindings.flatMap((finding) => {
      if ((this.fixed.get(finding.id) ?? 0) >= fixLimit || !this.wanted(finding)) return []
      const candidate = this.candidate(finding)
      return candidate && (this.safety === 'review' || candidate.proposal.safety === 'safe')
        ? [candidate]
        : []
    })
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
      const { adds = [] } = candidate.proposal
      if (!adds.every((one) => added.every((other) => selectDifferentPods(one, other)))) continue
      added.push(...adds)
      for (const document of candidate.documents) taken.add(document)
      batch.push(candidate)
    }
    return batch
  }

  private candidate(finding: Finding): Candidate | undefined {
    const proposal = this.recommended(finding)
    if (!proposal) return undefined
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
      const plan = proposalEdits(this.now.evaluation, this.now.ownerOf(finding), proposal)
      if ('edits' in plan && plan.edits.length > 0) return [{ ...candidate, edits: plan.edits }]
      this.skip(finding, 'refused' in plan ? plan.refused : alreadyThere)
      return []
    })
    if (planned.length === 0) return
    const edits = planned.flatMap((one) => one.edits).sort((left, right) => left.from - right.from)
    const after = this.now.after(edits)
    const findings = planned.map(({ finding }) => finding)
    const rejected =
      rejection(this.now, after, findings) ?? this.unsafe(planned, newFindings(after, this.now))
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
    for (const { finding } of planned) this.fixed.set(finding.id, (this.fixed.get(finding.id) ?? 0) + 1)
    const again = new Set(planned.map(({ finding }) => finding.id))
    const places = new Map(
      this.applied.map((fix) => [fix.finding, fix.places.map((place) => mapRange(place, edits))]),
    )
    const inserted = new Map(edits.map((edit, index) => [edit, insertedRanges(edits)[index]]))
    this.applied = [
      ...this.applied
        .filter(({ finding }) => !again.has(finding))
        .map((fix) => ({ ...fix, places: places.get(fix.finding) ?? [] })),
      ...planned.map(({ finding: { id, message }, proposal: { title, safety, note }, edits: own }) => ({
        finding: id,
        message,
        title,
        safety,
        ...(note !== undefined && { note }),
        ...(after.scoreValue !== undefined && { scoreAfter: after.scoreValue }),
        places: [...(places.get(id) ?? []), ...own.flatMap((edit) => inserted.get(edit) ?? [])],
      })),
    ]
    this.edits = composeEdits(this.start.text.length, this.edits, edits)
    this.now = after
  }
}

/**
 * First what makes the API server refuse an object, but placeholders for missing fields only after fields that may have
 * another name; new objects last, because they are made to fit the others as these will be.
 */
function priority({ finding: { rule, severity }, proposal: { adds = [] } }: Candidate): number {
  if (adds.length > 0) return 3
  if (severity !== 'refused') return 2
  return rule === 'missing-field' ? 1 : 0
}

/** Whether no Pod can be selected by both of two new objects; only then neither can make the other needless. */
function selectDifferentPods(left: Json, right: Json): boolean {
  const [a, b] = [labelsSelectedBy(left), labelsSelectedBy(right)]
  return Object.entries(a).some(([key, value]) => Object.hasOwn(b, key) && b[key] !== value)
}

function labelsSelectedBy(added: Json): { readonly [key: string]: Json } {
  const spec = field(added, 'spec')
  const selector = field(spec, 'podSelector') ?? field(spec, 'selector')
  const labels = field(selector, 'matchLabels') ?? selector
  return isObject(labels) ? labels : {}
}
