import type { Check } from '../findings/check'
import { conclude, distinctIds, type Conclusion, type Locator } from '../findings/checkFindings'
import { applies, judge } from '../findings/runCheck'
import { moved, movedConclusion, problemFinding } from '../findings/shiftFindings'
import type { KubernetesObject } from '../objects/readObjects'
import { shift, type Range } from '../model/range'
import { readingRules, type Problem } from '../model/problem'
import { memoryOf, type Conclusions, type Kept, type Library } from './cache'
import { locateObjects, type LocatedObject } from '../objects/locatedObjects'
import type { LocatedDocument } from '../objects/documentCache'
import { relate, type Relations } from '../objects/relations'
import type { SchemaLookup } from '../schema/schemaLookup'
import type { DocumentReport, ObjectReport, Report } from '../model/report'
import { score, type Judgement } from './score'
import type { Settings } from '../model/settings'
import { validityOf, withValidity, type Validity } from '../findings/validateObject'
import { locate } from '../yaml/value'
import type { Path } from '../model/path'
import { worstOf, type Finding, type Severity, type Verdict } from '../model/finding'

/**
 * Everything there is to say about a text: its documents, objects, findings and score. The one way into the engine.
 * Pure and synchronous, and total: it never throws for any text. Equal input gives an equal report; texts that share
 * documents with the text before are cheaper, because only what changed is read and judged again.
 */
export function evaluate(text: string, settings: Settings, library: Library): Report {
  const memory = memoryOf(library)
  const documents = memory.documents.read(text)
  const objects = locateObjects(documents)
  const source = memory.shelf.lookup(objects, settings)
  const checks = library.checks.filter(({ id }) => !settings.disabledChecks.includes(id))
  const kept = memory.conclusions(settings)
  return new Evaluation(documents, objects, source, settings, { ...library, checks }, kept).report()
}

const nothing: readonly never[] = []

class Evaluation {
  private readonly places: ReadonlyMap<KubernetesObject, LocatedObject>
  private readonly relations: Relations
  private readonly findings: Finding[] = []
  private readonly judgements: Judgement[] = []
  private readonly severities = new Map<string, Severity[]>()

  constructor(
    private readonly documents: readonly LocatedDocument[],
    private readonly objects: readonly LocatedObject[],
    private readonly source: SchemaLookup,
    private readonly settings: Settings,
    private readonly library: Library,
    private readonly kept: Conclusions,
  ) {
    this.places = new Map(this.objects.map((placed) => [placed.object, placed]))
    this.relations = relate(this.objects.map(({ object }) => object))
  }

  report(): Report {
    this.problems()
    const verdicts = this.objects.map((placed) => this.verdicts(placed))
    const order = [...Object.keys(readingRules), ...this.library.checks.map(({ id }) => id)]
    const rank = new Map(order.map((id, index) => [id, index]))
    const rankOf = ({ check }: Finding) => rank.get(check) ?? 0
    const judged = this.judgements.length > 0
    return {
      documents: this.documents.map(documentReport),
      objects: this.objects.map((placed, index) => this.objectReport(placed, verdicts[index] ?? nothing)),
      titles: titlesOf(this.library.checks),
      findings: this.findings.sort((a, b) => a.range.from - b.range.from || rankOf(a) - rankOf(b)),
      ...(judged && { score: score([...this.judgements, ...this.readingJudgements()], order) }),
    }
  }

  /** What was found while reading becomes findings, each with the object it stands in. */
  private problems() {
    let next = 0
    for (const [document, { reading, range }] of this.documents.entries()) {
      const first = next
      while (this.objects[next]?.document === document) next++
      const objects = this.objects.slice(first, next)
      const problems = withValidity(
        reading.problems.map((problem) => this.weighed(problem)),
        objects.flatMap((placed) => this.validity(placed)?.problems ?? nothing),
      )
      if (problems.length === 0) continue
      const findings = problems.map((problem) => {
        const around = objects.find(({ object }) => contains(object.range, problem.range)) ?? onlyOne(objects)
        return moved(problemFinding(problem, document, around), range.from, document)
      })
      for (const finding of distinctIds(findings)) this.add(finding)
    }
  }

  /** Readers that are not strict keep the last of two equal keys. */
  private weighed(problem: Problem): Problem {
    return problem.rule === 'duplicate-key' && !this.settings.strict
      ? { ...problem, severity: 'warning' }
      : problem
  }

  private add(finding: Finding) {
    this.findings.push(finding)
    if (finding.object === undefined || finding.ignored !== undefined) return
    const known = this.severities.get(finding.object)
    if (known) known.push(finding.severity)
    else this.severities.set(finding.object, [finding.severity])
  }

  private verdicts(placed: LocatedObject): readonly Verdict[] {
    const kept = this.keptOf(placed)
    const local = this.moveLocal(kept, placed)
    return kept.checks.map(({ check }, index) => {
      const conclusion = local[index] ?? this.conclusion(check, placed, this.absolute(placed.document))
      for (const finding of conclusion.findings) this.add(finding)
      const { counts, severity } = conclusion
      if (counts) this.judgements.push({ check: check.id, unit: placed.unit, ...(severity && { severity }) })
      return conclusion.verdict
    })
  }

  /** What is known of an object alone, with places relative to its document; worked out the first time. */
  private keptOf(placed: LocatedObject): Kept {
    const { object, id } = placed
    const known = this.kept.get(object)
    if (known?.id === id) return known
    const relative = this.relative(placed)
    const kept: Kept = {
      id,
      checks: this.library.checks
        .filter((check) => applies(check, object))
        .map((check) =>
          check.judge ? { check, local: this.conclusion(check, placed, relative) } : { check },
        ),
      nameRange: relative.locate(object, ['metadata', 'name']).range,
    }
    this.kept.set(object, kept)
    return kept
  }

  /** Worked out again when another schema counts for the object: a definition elsewhere in the text may have changed. */
  private validity(placed: LocatedObject): Validity | undefined {
    const { object } = placed
    const { document, problems: found } = placed.placed.reading
    const { schemas, mends } = this.library
    if (!schemas || !document.root) return undefined
    const kept = this.keptOf(placed)
    const schema = this.source.find(this.settings.kubernetesVersion, object.apiVersion, object.kind)
    if (kept.validity && schema && kept.validity.schema === schema) return kept.validity
    const { root } = document
    const { text } = placed.placed
    kept.validity = validityOf(object, { root, text, found }, this.source, schemas, this.settings, mends)
    return kept.validity
  }

  private moveLocal(kept: Kept, { document, placed }: LocatedObject): readonly (Conclusion | undefined)[] {
    const offset = placed.range.from
    if (kept.placed?.offset === offset && kept.placed.document === document) return kept.placed.local
    const local = kept.checks.map((slot) => slot.local && movedConclusion(slot.local, offset, document))
    kept.placed = { offset, document, local }
    return local
  }

  private conclusion(check: Check, { object, id }: LocatedObject, locator: Locator): Conclusion {
    const outcome = judge(check, object, this.relations, this.settings)
    const conclusion = conclude(check, object, id, outcome, this.settings, locator, this.library.mends)
    if (outcome.broken === undefined) return conclusion
    const message = `The check ${check.id} could not run on ${object.kind} ${object.name}: ${outcome.broken}.`
    const problem: Problem = {
      rule: 'check-failed',
      severity: 'warning',
      message,
      ...locator.locate(object, []),
    }
    return { ...conclusion, findings: [problemFinding(problem, locator.document, { id })] }
  }

  /** Places within the object's own document. */
  private relative({ document, placed }: LocatedObject): Locator {
    const { root } = placed.reading.document
    return {
      document,
      idOf: (object) => this.idOf(object),
      locate: (object, at) =>
        root ? locate(root, [...object.path, ...at]) : { range: { from: 0, to: 0 }, missing: true },
    }
  }

  /** Places in the whole text, of objects of any document. */
  private absolute(document: number): Locator {
    return {
      document,
      idOf: (object) => this.idOf(object),
      locate: (object: KubernetesObject, at: Path) => {
        const place = this.places.get(object)
        if (!place) throw new Error(`${object.kind} ${object.name} is not in this text`)
        const { range, missing } = this.relative(place).locate(object, at)
        return { range: shift(range, place.placed.range.from), missing }
      },
    }
  }

  private idOf(object: KubernetesObject): string {
    return this.places.get(object)?.id ?? ''
  }

  private objectReport(placed: LocatedObject, verdicts: readonly Verdict[]): ObjectReport {
    const { id, object, document } = placed
    const { apiVersion, kind, namespace, name, path, range, isSupportedKind } = object
    const offset = placed.placed.range.from
    const grade = worstOf(this.severities.get(id) ?? nothing) ?? (isSupportedKind ? 'passed' : 'unjudged')
    const places = { range: shift(range, offset), nameRange: shift(this.keptOf(placed).nameRange, offset) }
    const { status = 'skipped', schema, skipped } = this.keptOf(placed).validity ?? {}
    const validity = {
      status,
      ...(schema && { schema: schema.origin }),
      ...(skipped !== undefined && { skipped }),
    }
    return {
      id,
      apiVersion,
      kind,
      namespace,
      name,
      document,
      path,
      ...places,
      validity,
      isSupportedKind,
      grade,
      verdicts,
    }
  }

  /** Every rule of reading that found something looked at every document. */
  private readingJudgements(): readonly Judgement[] {
    const found = this.findings.filter(({ check }) => Object.hasOwn(readingRules, check))
    if (found.length === 0) return nothing
    const documents = this.documents.map(({ reading, text }) => ({
      status: reading.document.status,
      unit: text,
    }))
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

const titlesOf = (checks: readonly Check[]): Report['titles'] => ({
  ...readingRules,
  ...Object.fromEntries(checks.map(({ id, title }) => [id, title])),
})

const documentReport = ({ reading, range }: LocatedDocument): DocumentReport => ({
  status: reading.document.status,
  range,
  ...(reading.document.source !== undefined && { source: reading.document.source }),
})

const contains = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.from < outer.to

const onlyOne = <Item>(items: readonly Item[]): Item | undefined =>
  items.length === 1 ? items[0] : undefined
