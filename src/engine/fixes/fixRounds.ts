import { mapRange, composeEdits, insertedRanges } from '../model/composeEdits'
import type { Range } from '../model/range'
import { proposalEdits } from './proposalEdits'
import type { TextEdit } from '../model/textEdit'
import { doubtOf, edited, freshIn, isSafe, open, type Doubt, type Trial } from './verifyFix'
import { type Json, isObject } from '../model/json'
import type { Proposal, Finding } from '../model/finding'

/** One fix of a series. */
export type FixStep = {
  /** The finding that it mends, in the words of the report it stood in. */
  readonly finding: string
  readonly message: string
  readonly title: string
  readonly safety: 'safe' | 'review'
  readonly note?: string
  /** The score of the text with it and those before it. */
  readonly scoreAfter?: number
  /** What it put in, in the text after the whole series; an empty range where it only took something away. */
  readonly places: readonly Range[]
}

/** A finding whose recommended fix was not made, with the reason. */
export type LeftOut = { readonly finding: string; readonly message: string; readonly reason: string }

export type Series = {
  readonly after: Trial
  /** Of the text before the series. */
  readonly edits: readonly TextEdit[]
  readonly steps: readonly FixStep[]
  readonly left: readonly LeftOut[]
}

type Wish = {
  readonly finding: Finding
  readonly proposal: Proposal
  readonly documents: ReadonlySet<number>
}

/** Fixes lead to findings that have fixes of their own; so far is this followed. */
const roundLimit = 10

/** How often one finding is mended. */
const mendLimit = 2

/** How many characters are judged at most in all the trials together: some seconds' work. */
const workLimit = 300_000_000

/**
 * Makes the recommended fix of every finding that is wanted, round after round, until none is left. Fixes of different
 * documents are tried out together; where that does not do, each of them by itself. What comes back is mended once
 * more and then left, so it always ends. `safety`: `review` makes those too that a person has to look at.
 */
export function makeFixes(
  start: Trial,
  wanted: (finding: Finding) => boolean,
  safety: FixStep['safety'],
): Series {
  return new FixSeries(start, wanted, safety).made()
}

class FixSeries {
  private now: Trial
  private edits: readonly TextEdit[] = []
  private steps: readonly FixStep[] = []
  private work = 0
  /** How often each finding was mended, and those that have had their turn in this round. */
  private readonly mended = new Map<string, number>()
  private readonly tried = new Set<string>()
  private readonly left = new Map<string, LeftOut>()

  constructor(
    private readonly start: Trial,
    private readonly wanted: (finding: Finding) => boolean,
    private readonly safety: FixStep['safety'],
  ) {
    this.now = start
  }

  made(): Series {
    for (let round = 0; round < roundLimit; round++) {
      const before = this.now
      this.round()
      if (this.now === before) break
    }
    const stillOpen = new Set(open(this.now).map(({ id }) => id))
    const left = [...this.left.values()].filter(({ finding }) => stillOpen.has(finding))
    return { after: this.now, edits: this.edits, steps: this.steps, left }
  }

  private waiting(): readonly Finding[] {
    return open(this.now).filter(
      (finding) =>
        (this.mended.get(finding.id) ?? 0) < mendLimit &&
        finding.proposals?.[0] !== undefined &&
        (this.safety === 'review' || finding.proposals[0].safety === 'safe') &&
        this.wanted(finding),
    )
  }

  /** Gives every finding that waits at its beginning a turn. */
  private round() {
    this.tried.clear()
    let ids = this.waiting()
      .toSorted((left, right) => turn(left) - turn(right))
      .map(({ id }) => id)
    while (ids.length > 0) {
      const batch = this.batch(ids)
      if (batch.length === 0) return
      for (const { finding } of batch) this.tried.add(finding.id)
      this.attempt(batch.map(({ finding }) => finding.id))
      ids = ids.filter((id) => !this.tried.has(id))
    }
  }

  /** The fixes of some findings that do not get into each other's way, in their order. */
  private batch(ids: readonly string[]): readonly Wish[] {
    const findings = new Map(open(this.now).map((finding) => [finding.id, finding]))
    const taken = new Set<number>()
    const selectors: Json[] = []
    const batch: Wish[] = []
    for (const id of ids) {
      const wish = this.wish(findings.get(id))
      if (!wish || [...wish.documents].some((document) => taken.has(document))) continue
      const { adds } = wish.proposal
      if (!adds.every((added) => selectors.every((other) => areApart(added, other)))) continue
      selectors.push(...adds)
      for (const document of wish.documents) taken.add(document)
      batch.push(wish)
    }
    return batch
  }

  private wish(finding: Finding | undefined): Wish | undefined {
    const proposal = finding?.proposals?.[0]
    if (!finding || !proposal) return undefined
    const { objects } = this.now.report
    const changed = new Set(proposal.changes.map(({ object }) => object))
    const documents = objects.filter(({ id }) => changed.has(id)).map(({ document }) => document)
    return { finding, proposal, documents: new Set([finding.document, ...documents]) }
  }

  private attempt(ids: readonly string[]) {
    const planned = this.batch(ids).flatMap((wish) => {
      const { finding, proposal } = wish
      const plan = proposalEdits(this.now.text, this.now.report, finding.object ?? '', proposal)
      if ('edits' in plan && plan.edits.length > 0) return [{ ...wish, edits: plan.edits }]
      this.leave(finding, 'refused' in plan ? plan.refused : 'The text says so already.')
      return []
    })
    if (planned.length === 0) return
    this.work += this.now.text.length
    if (this.work > workLimit) {
      for (const { finding } of planned)
        this.leave(finding, 'The text is too large to try out so many at a time.')
      return
    }
    const edits = planned.flatMap((one) => one.edits).sort((left, right) => left.from - right.from)
    const after = edited(this.now, edits)
    const fresh = freshIn(after, this.now)
    const findings = planned.map(({ finding }) => finding)
    const doubt = doubtOf(this.now, after, findings) ?? this.unsafe(planned, fresh)
    const [only] = planned
    if (!doubt) this.accept(after, edits, planned)
    else if (planned.length === 1 && only) this.leave(only.finding, doubt.refused)
    else {
      const half = Math.ceil(planned.length / 2)
      for (const part of [planned.slice(0, half), planned.slice(half)])
        this.attempt(part.map(({ finding }) => finding.id))
    }
  }

  private unsafe(planned: readonly Wish[], fresh: readonly Finding[]): Doubt | undefined {
    if (this.safety === 'review' || planned.every(({ proposal }) => isSafe(proposal, fresh))) return undefined
    return { refused: `It would bring more to do: ${fresh.map(({ message }) => message).join(' ')}` }
  }

  private leave({ id, message }: Finding, reason: string) {
    this.left.set(id, { finding: id, message, reason })
  }

  private accept(
    after: Trial,
    edits: readonly TextEdit[],
    made: readonly (Wish & { readonly edits: readonly TextEdit[] })[],
  ) {
    for (const { finding } of made) this.mended.set(finding.id, (this.mended.get(finding.id) ?? 0) + 1)
    const again = new Set(made.map(({ finding }) => finding.id))
    const places = new Map(
      this.steps.map((step) => [step.finding, step.places.map((place) => mapRange(place, edits))]),
    )
    const inserted = new Map(edits.map((edit, index) => [edit, insertedRanges(edits)[index]]))
    this.steps = [
      ...this.steps
        .filter(({ finding }) => !again.has(finding))
        .map((step) => ({ ...step, places: places.get(step.finding) ?? [] })),
      ...made.map(({ finding: { id, message }, proposal: { title, safety, note }, edits: own }) => ({
        finding: id,
        message,
        title,
        safety,
        ...(note !== undefined && { note }),
        ...(after.report.score && { scoreAfter: after.report.score.value }),
        places: [...(places.get(id) ?? []), ...own.flatMap((edit) => inserted.get(edit) ?? [])],
      })),
    ]
    this.edits = composeEdits(this.start.text.length, this.edits, edits)
    this.now = after
  }
}

/**
 * First what keeps an object from being taken, before placeholders what may stand under another name; last the new
 * objects: they are made for the others as these will be.
 */
function turn({ check, severity, proposals: [first] = [] }: Finding): number {
  if (first && first.adds.length > 0) return 3
  if (severity !== 'refused') return 2
  return check === 'missing-field' ? 1 : 0
}

/** Whether no pod can be selected by both of two new objects; only of those is it sure that neither replaces the other. */
function areApart(left: Json, right: Json): boolean {
  const [a, b] = [labelsSelectedBy(left), labelsSelectedBy(right)]
  return Object.entries(a).some(([key, value]) => Object.hasOwn(b, key) && b[key] !== value)
}

function labelsSelectedBy(added: Json): { readonly [key: string]: Json } {
  const spec = fieldOf(added, 'spec')
  const selector = fieldOf(spec, 'podSelector') ?? fieldOf(spec, 'selector')
  const labels = fieldOf(selector, 'matchLabels') ?? selector
  return labels !== undefined && isObject(labels) ? labels : {}
}

const fieldOf = (value: Json | undefined, name: string): Json | undefined =>
  value !== undefined && isObject(value) ? value[name] : undefined
