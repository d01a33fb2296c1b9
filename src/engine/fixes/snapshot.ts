import type { FindRemedies } from '../findings/rule'
import type { Remedy } from '../findings/remedy'
import { isReadable } from '../findings/validateObject'
import type { Finding } from '../model/finding'
import { pathText } from '../model/path'
import { applyEdits, type TextEdit } from '../model/textEdit'
import type { LocatedObject } from '../objects/locatedObjects'
import type { Engine } from '../report/engine'
import type { Evaluation } from '../report/evaluate'

/** What proposes fixes, by the index of each finder; loaded once. */
export type LoadedFixes = readonly (FindRemedies | undefined)[]

export const loadFixes = async ({ library }: Engine): Promise<LoadedFixes> =>
  Promise.all(library.finders.map(async ({ finder }) => finder.loadFix?.()))

/** A text with its report, and with what the rules propose for each finding. */
export class Snapshot {
  private readonly remedies = new Map<string, Remedy>()
  /** By finder and object. */
  private readonly finders = new Map<string, (nth: number) => Remedy>()
  private readonly located: ReadonlyMap<string, LocatedObject>

  constructor(
    readonly engine: Engine,
    private readonly fixes: LoadedFixes,
    readonly evaluation: Evaluation,
  ) {
    this.located = new Map(evaluation.objects.map((object) => [object.id, object]))
  }

  get text(): string {
    return this.evaluation.text
  }

  get scoreValue(): number | undefined {
    return this.evaluation.report.score?.value
  }

  get findings(): readonly Finding[] {
    return this.evaluation.findings
  }

  /** The findings that count: all but the ignored ones. */
  get activeFindings(): readonly Finding[] {
    return this.findings.filter(({ ignored }) => ignored === undefined)
  }

  /** The object of a finding; absent when its document could not be read as one. */
  ownerOf({ object }: Finding): LocatedObject | undefined {
    return object === undefined ? undefined : this.located.get(object)
  }

  /** The object in the same place of this snapshot’s text. */
  objectAt({ documentIndex, object }: LocatedObject): LocatedObject | undefined {
    const place = pathText(object.path)
    return this.evaluation.objects.find(
      (other) => other.documentIndex === documentIndex && pathText(other.object.path) === place,
    )
  }

  /** Whether the API server gets to look at what an object says. */
  isReadable(located: LocatedObject): boolean {
    const validity = this.evaluation.results.validity(located)
    return validity !== undefined && isReadable(validity)
  }

  /** Whether a finding comes from the rules of the API server, which need an object that can be read. */
  isAdmission({ rule }: Finding): boolean {
    return this.engine.library.rules.get(rule)?.source.decidesAdmission ?? false
  }

  /** The same text after edits. */
  after(edits: readonly TextEdit[]): Snapshot {
    const { settings } = this.evaluation
    const evaluation = this.engine.preview(applyEdits(this.text, edits), settings)
    return new Snapshot(this.engine, this.fixes, evaluation)
  }

  /** What can be done about a finding. A rule that proposes nothing has a reason for that. */
  remedyOf(finding: Finding): Remedy {
    const known = this.remedies.get(finding.id) ?? this.workedOut(finding)
    this.remedies.set(finding.id, known)
    return known
  }

  private workedOut(finding: Finding): Remedy {
    const proposed = this.proposedFor(finding)
    if ((proposed.fixes?.length ?? 0) > 0 || proposed.unfixable !== undefined) return proposed
    const reason = this.engine.library.rules.get(finding.rule)?.rule.unfixable
    return reason === undefined ? proposed : { unfixable: reason }
  }

  private proposedFor({ object, origin }: Finding): Remedy {
    const findRemedies = origin && this.fixes[origin.finder]
    if (object === undefined || !origin || !findRemedies) return {}
    const key = `${origin.finder} ${object}`
    try {
      const remedy = this.finders.get(key) ?? this.remediesOf(object, findRemedies)
      this.finders.set(key, remedy)
      return remedy(origin.nth)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return { unfixable: `The fix could not be worked out: ${reason}.` }
    }
  }

  private remediesOf(object: string, findRemedies: FindRemedies): (nth: number) => Remedy {
    const located = this.located.get(object)
    const subject = located && this.evaluation.results.subject(located)
    return subject ? findRemedies(subject) : () => ({})
  }
}
