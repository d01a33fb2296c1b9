import type { Check, Options, Remark } from './check'
import { findingId } from './findingId'
import { applies, judge, type Outcome } from './judge'
import type { KubernetesObject } from './objects'
import { pathText, shift, type Path, type Range } from './place'
import { readingRules, type Problem } from './problem'
import { ReadingMemory, type PlacedDocument } from './read'
import { relate, type Relations } from './relations'
import type { DocumentReport, Finding, Note, ObjectReport, Report, Severity, Verdict } from './report'
import { score, type Judgement } from './score'
import type { Settings } from './settings'
import { off } from './silence'
import { locate } from './value'

/** What the engine judges with. What has been read and judged is remembered as long as the library object lives. */
export type Library = { readonly checks: readonly Check[] }

/**
 * Everything there is to say about a text: its documents, objects, findings and score. The one way into the engine.
 * Pure and synchronous, and total: it never throws for any text. Equal input gives an equal report; texts that share
 * documents with the text before are cheaper, because only what changed is read again.
 */
export function evaluate(text: string, settings: Settings, library: Library): Report {
  const memory = memories.get(library) ?? new Memory()
  memories.set(library, memory)
  return new Evaluation(memory.documents.read(text), settings, library, memory.outcomes(settings)).report()
}

const memories = new WeakMap<Library, Memory>()

/** Outcomes of checks that look at one object alone, by object and check. */
type Outcomes = WeakMap<KubernetesObject, Map<string, Outcome>>

class Memory {
  readonly documents = new ReadingMemory()
  private kept: Outcomes = new WeakMap()
  private options = ''

  /** The outcomes known under the options of these settings; others are forgotten. */
  outcomes(settings: Settings): Outcomes {
    const { kubernetesVersion, minReplicasDeployment, minReplicasHpa, requireCpuLimit, requireMemoryLimit } =
      settings
    const options = [
      kubernetesVersion,
      minReplicasDeployment,
      minReplicasHpa,
      requireCpuLimit,
      requireMemoryLimit,
    ].join()
    if (options !== this.options) this.kept = new WeakMap()
    this.options = options
    return this.kept
  }
}

/** An object in its place in the whole text, under the id it has in the report. */
type PlacedObject = {
  readonly id: string
  readonly object: KubernetesObject
  readonly document: number
  readonly placed: PlacedDocument
  /** Equal for exact copies. */
  readonly unit: string
}

const severityOrder: readonly Severity[] = ['refused', 'critical', 'warning', 'advice']

const nothing: readonly never[] = []

class Evaluation {
  private readonly objects: readonly PlacedObject[]
  private readonly placedObjects: ReadonlyMap<KubernetesObject, PlacedObject>
  private readonly relations: Relations
  private readonly checks: readonly Check[]
  private readonly options: Options
  private readonly findings: Finding[] = []
  private readonly judgements: Judgement[] = []
  private readonly worst = new Map<string, Severity>()
  private readonly ids = new Set<string>()

  constructor(
    private readonly documents: readonly PlacedDocument[],
    private readonly settings: Settings,
    library: Library,
    private readonly outcomes: Outcomes,
  ) {
    this.options = settings
    this.checks = library.checks.filter(({ id }) => !settings.disabledChecks.includes(id))
    this.objects = placeObjects(documents)
    this.placedObjects = new Map(this.objects.map((placed) => [placed.object, placed]))
    this.relations = relate(this.objects.map(({ object }) => object))
  }

  report(): Report {
    this.problems()
    const verdicts = new Map(this.objects.map((placed) => [placed.id, this.verdicts(placed)]))
    const order = [...Object.keys(readingRules), ...this.checks.map(({ id }) => id)]
    const rank = new Map(order.map((id, index) => [id, index]))
    const rankOf = ({ check }: Finding) => rank.get(check) ?? 0
    const judged = [...verdicts.values()].some((list) => list.some(({ skipped }) => skipped === undefined))
    return {
      documents: this.documents.map(documentReport),
      objects: this.objects.map((placed) => this.objectReport(placed, verdicts.get(placed.id) ?? nothing)),
      findings: this.findings.sort((a, b) => a.range.from - b.range.from || rankOf(a) - rankOf(b)),
      ...(judged && { score: score([...this.judgements, ...this.readingJudgements()], order) }),
    }
  }

  /** What was found while reading becomes findings, each with the object it stands in. */
  private problems() {
    const byDocument = new Map<number, PlacedObject[]>()
    for (const placed of this.objects)
      byDocument.set(placed.document, [...(byDocument.get(placed.document) ?? []), placed])
    for (const [document, { entry, range }] of this.documents.entries()) {
      if (entry.problems.length === 0) continue
      const objects = byDocument.get(document) ?? []
      for (const problem of entry.problems) {
        const around = objects.find(({ object }) => contains(object.range, problem.range)) ?? onlyOne(objects)
        this.problem(problem, document, range.from, around)
      }
    }
  }

  private problem(problem: Problem, document: number, offset: number, around: PlacedObject | undefined) {
    const { rule, severity, path = nothing, missing = false, message, advice, related = nothing } = problem
    if (around) this.note(around.id, severity)
    this.findings.push({
      id: this.id(rule, around?.id ?? `document ${document}`, `${pathText(path)} ${message}`),
      check: rule,
      document,
      ...(around && { object: around.id }),
      severity,
      path,
      missing,
      range: shift(problem.range, offset),
      message,
      ...(advice && { advice }),
      related: related.map((place) => ({ message: place.message, range: shift(place.range, offset) })),
    })
  }

  private verdicts(placed: PlacedObject): readonly Verdict[] {
    return this.checks
      .filter((check) => applies(check, placed.object))
      .map((check) => this.verdict(check, placed))
  }

  private verdict(check: Check, placed: PlacedObject): Verdict {
    const { object, id, unit } = placed
    const outcome = this.outcome(check, object)
    const disabled = off(check, object, this.settings)
    const { grade } = outcome
    if (outcome.broken !== undefined) this.failure(check, placed, outcome.broken)
    const skipped = disabled?.reason ?? outcome.skipped
    if (disabled && !disabled.silenced)
      return { check: check.id, grade, skipped: disabled.reason, findings: nothing, notes: nothing }
    const faults = outcome.remarks.filter(({ severity }) => severity !== 'note')
    const findings = faults.map((remark) => this.finding(check, placed, remark, disabled?.reason))
    if (skipped === undefined) {
      const severity = severityOrder.find((candidate) =>
        faults.some((remark) => remark.severity === candidate),
      )
      this.judgements.push({ check: check.id, unit, ...(severity && { severity }) })
      if (severity) this.note(id, severity)
    }
    const notes =
      faults.length === outcome.remarks.length
        ? nothing
        : outcome.remarks
            .filter(({ severity }) => severity === 'note')
            .map((remark) => this.evidence(placed, remark))
    return { check: check.id, grade, ...(skipped !== undefined && { skipped }), findings, notes }
  }

  private outcome(check: Check, object: KubernetesObject): Outcome {
    if (check.judgeAmong) return judge(check, object, this.relations, this.options)
    const kept = this.outcomes.get(object) ?? new Map<string, Outcome>()
    this.outcomes.set(object, kept)
    const outcome = kept.get(check.id) ?? judge(check, object, this.relations, this.options)
    kept.set(check.id, outcome)
    return outcome
  }

  private finding(check: Check, placed: PlacedObject, remark: Remark, silenced: string | undefined): string {
    const path = [...placed.object.path, ...remark.at]
    const id = this.id(check.id, placed.id, pathText(path))
    this.findings.push({
      id,
      check: check.id,
      document: placed.document,
      object: placed.id,
      severity: remark.severity as Severity,
      ...(remark.subject !== undefined && { subject: remark.subject }),
      path,
      ...this.locate(placed, path),
      message: remark.message,
      ...(remark.advice && { advice: remark.advice }),
      related: (remark.related ?? nothing).flatMap(({ object, at, message }) => {
        const other = this.placedObjects.get(object)
        return other ? [{ message, range: this.locate(other, [...object.path, ...at]).range }] : []
      }),
      ...(silenced !== undefined && { silenced }),
    })
    return id
  }

  /** A check that throws is told as a finding of its own, at the object it could not judge. */
  private failure(check: Check, placed: PlacedObject, reason: string) {
    const message = `The check ${check.id} could not run on ${placed.object.kind} ${placed.object.name}: ${reason}.`
    const { range } = this.locate(placed, placed.object.path)
    this.problem({ rule: 'check-failed', severity: 'warning', range, message }, placed.document, 0, placed)
  }

  private evidence(placed: PlacedObject, { subject, at, message }: Remark): Note {
    const { range } = this.locate(placed, [...placed.object.path, ...at])
    return { message, range, ...(subject !== undefined && { subject }) }
  }

  private locate({ placed: { entry, range } }: PlacedObject, path: Path): { range: Range; missing: boolean } {
    const root = entry.document.root
    if (!root) return { range, missing: true }
    const place = locate(root, path)
    return { range: shift(place.range, range.from), missing: place.missing }
  }

  private note(object: string, severity: Severity) {
    const before = this.worst.get(object)
    if (!before || severityOrder.indexOf(severity) < severityOrder.indexOf(before))
      this.worst.set(object, severity)
  }

  /** Ids are unique within a report: the second finding of the same check at the same path gets a number. */
  private id(check: string, object: string, place: string): string {
    const base = findingId(check, object, place)
    let id = base
    for (let copy = 2; this.ids.has(id); copy++) id = `${base}-${copy}`
    this.ids.add(id)
    return id
  }

  private objectReport(placed: PlacedObject, verdicts: readonly Verdict[]): ObjectReport {
    const { id, object, document } = placed
    const { apiVersion, kind, namespace, name, path, range, known } = object
    return {
      id,
      apiVersion,
      kind,
      namespace,
      name,
      document,
      path,
      range: shift(range, placed.placed.range.from),
      nameRange: this.locate(placed, [...path, 'metadata', 'name']).range,
      known,
      grade: this.worst.get(id) ?? (known ? 'passed' : 'unjudged'),
      verdicts,
    }
  }

  /** Every rule of reading that found something looked at every document. */
  private readingJudgements(): readonly Judgement[] {
    const found = this.findings.filter(({ check }) => Object.hasOwn(readingRules, check))
    if (found.length === 0) return nothing
    const documents = this.documents.map(({ entry, text }) => ({ status: entry.document.status, unit: text }))
    const looked = [...new Set(found.map(({ check }) => check))].flatMap((check) =>
      documents.filter(({ status }) => status !== 'empty').map(({ unit }) => ({ check, unit })),
    )
    const affected = found.map(({ check, document, severity }) => {
      const unreadable = documents[document]?.status === 'broken'
      return { check, unit: documents[document]?.unit ?? '', severity, unreadable }
    })
    return [...looked, ...affected]
  }
}

const documentReport = ({ entry, range }: PlacedDocument): DocumentReport => ({
  status: entry.document.status,
  range,
  ...(entry.document.source !== undefined && { source: entry.document.source }),
})

function placeObjects(documents: readonly PlacedDocument[]): readonly PlacedObject[] {
  const counts = new Map<string, number>()
  return documents.flatMap((placed, document) =>
    placed.entry.objects.map((object) => {
      const key = [object.kind, object.apiVersion, object.namespace, object.name].join('/')
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      const content = placed.text.slice(object.range.from, object.range.to).trimEnd()
      return {
        id: count === 1 ? key : `${key}~${count}`,
        object,
        document,
        placed,
        unit: `${key}\n${content}`,
      }
    }),
  )
}

const contains = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.from < outer.to

const onlyOne = <Item>(items: readonly Item[]): Item | undefined =>
  items.length === 1 ? items[0] : undefined
