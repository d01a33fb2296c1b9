import type { FindRemedies } from '../findings/rule'
import type { Proposal, Remedy } from '../findings/remedy'
import { shiftFinding } from '../findings/shiftFindings'
import type { FindProblemRemedy } from '../findings/source'
import { isReadable } from '../findings/validateObject'
import type { Finding } from '../model/finding'
import { groupBy } from '../model/groupBy'
import { pathText } from '../model/path'
import { shorten } from '../model/shorten'
import { applyEdits, type TextEdit } from '../model/textEdit'
import { valueOf, type LocatedObject } from '../objects/locatedObjects'
import type { Engine } from '../report/engine'
import type { Evaluation } from '../report/evaluate'
import { valueAt } from '../yaml/value'
import { effectOf } from './effect'
import { removalsOf, withLosses } from './losses'
import { inPatch, isPatch } from './patches'

/**
 * What proposes fixes; loaded once. `finders`: by the index of each finder. `problems`: for what reading the text reports
 * under the rules of a source, by its id.
 */
export type LoadedFixes = {
  readonly finders: readonly (FindRemedies | undefined)[]
  readonly problems: ReadonlyMap<string, FindProblemRemedy | undefined>
}

export async function loadFixes({ library }: Engine): Promise<LoadedFixes> {
  const [finders, problems] = await Promise.all([
    Promise.all(library.finders.map(async ({ finder }) => finder.loadFix?.())),
    Promise.all(
      library.sources.map(async ({ id, loadProblemFix }) => [id, await loadProblemFix?.()] as const),
    ),
  ])
  return { finders, problems: new Map(problems) }
}

/** A text with its report, and with what the rules propose for each finding. */
export class Snapshot {
  private readonly remedies = new Map<string, Remedy>()
  /** By finder and object. */
  private readonly finders = new Map<string, (nth: number) => Remedy>()
  private readonly located: ReadonlyMap<string, LocatedObject>
  private refused: ReadonlySet<string> | undefined
  private places: ReadonlyMap<string, LocatedObject> | undefined

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

  /** The ids of the objects that the API server would refuse. */
  get refusedObjects(): ReadonlySet<string> {
    this.refused ??= new Set(
      this.activeFindings.flatMap(({ severity, object }) =>
        severity === 'refused' && object !== undefined ? [object] : [],
      ),
    )
    return this.refused
  }

  /** The object of a finding; absent when its document could not be read as one. */
  ownerOf({ object }: Finding): LocatedObject | undefined {
    return object === undefined ? undefined : this.located.get(object)
  }

  /** What a proposal for a finding means for what runs, in at most five words. */
  effectOf(proposal: Proposal, finding: Finding): string {
    const { locatedOf } = this.evaluation
    return effectOf(proposal, this.ownerOf(finding)?.object, (object, path) => {
      const located = locatedOf.get(object)
      const root = located && valueOf(located)
      return root !== undefined && valueAt(root, path) !== undefined
    })
  }

  /** What a proposal for a finding takes out of the text without putting it elsewhere: paths, or pieces of the text. */
  removalsOf({ changes = [], edits = [] }: Proposal, finding: Finding): readonly string[] {
    const { locatedOf, documents } = this.evaluation
    const owner = this.ownerOf(finding)
    const targets = groupBy(changes, ({ object }) => (object ? locatedOf.get(object) : owner))
    const paths = [...targets].flatMap(([target, own]) => {
      const root = target && valueOf(target)
      return root ? removalsOf(own, root) : []
    })
    const { text = '' } = documents[finding.document] ?? {}
    const pieces = edits.flatMap(({ from, to, insert }) =>
      insert.trim() === '' ? text.slice(from, to).trim() : [],
    )
    return [...paths.map(pathText), ...pieces.filter((piece) => piece !== '').map((piece) => shorten(piece))]
  }

  /** What a proposal for a finding applies to. */
  placeOf(finding: Finding): { readonly owner: LocatedObject | undefined; readonly document: number } {
    return { owner: this.ownerOf(finding), document: finding.document }
  }

  /** The object in the same place of this snapshot’s text. */
  objectAt({ documentIndex, object }: LocatedObject): LocatedObject | undefined {
    this.places ??= new Map(this.evaluation.objects.map((other) => [placeOf(other), other]))
    return this.places.get(placeOf({ documentIndex, object }))
  }

  /** Whether the API server gets to look at what an object says. */
  isReadable(located: LocatedObject): boolean {
    const validity = this.evaluation.results.validity(located)
    return validity !== undefined && isReadable(validity)
  }

  /** Whether a document can be read as it is meant: it has no syntax error, and no line that is indented in vain. */
  isDocumentReadable(index: number): boolean {
    const reading = this.evaluation.documents[index]?.reading
    return (
      reading !== undefined &&
      reading.document.status !== 'broken' &&
      !reading.problems.some(({ rule }) => rule === 'indentation')
    )
  }

  /** Whether there is a schema to check an object against. */
  hasSchema(located: LocatedObject): boolean {
    return this.evaluation.results.validity(located)?.schema !== undefined
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
    const owner = this.ownerOf(finding)
    const found = withLosses(this.proposedFor(finding), owner, this.evaluation)
    const proposed = owner && isPatch(owner.document) ? inPatch(found) : found
    if ((proposed.fixes?.length ?? 0) > 0 || proposed.unfixable !== undefined) return proposed
    const reason = this.engine.library.rules.get(finding.rule)?.rule.unfixable
    return reason === undefined ? proposed : { unfixable: reason }
  }

  private proposedFor(finding: Finding): Remedy {
    try {
      return finding.origin
        ? this.proposedByFinder(finding, finding.origin)
        : this.proposedForProblem(finding)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return { unfixable: `The fix could not be worked out: ${reason}.` }
    }
  }

  private proposedForProblem(finding: Finding): Remedy {
    const document = this.evaluation.documents[finding.document]
    const find = this.fixes.problems.get(finding.source)
    if (!document || !find) return {}
    return find(shiftFinding(finding, -document.range.from, finding.document), document.text)
  }

  private proposedByFinder({ object }: Finding, { finder, nth }: NonNullable<Finding['origin']>): Remedy {
    const findRemedies = this.fixes.finders[finder]
    if (object === undefined || !findRemedies) return {}
    const key = `${finder} ${object}`
    const remedy = this.finders.get(key) ?? this.remediesOf(object, findRemedies)
    this.finders.set(key, remedy)
    return remedy(nth)
  }

  private remediesOf(object: string, findRemedies: FindRemedies): (nth: number) => Remedy {
    const located = this.located.get(object)
    const subject = located && this.evaluation.results.subject(located)
    return subject ? findRemedies(subject) : () => ({})
  }
}

const placeOf = ({ documentIndex, object }: Pick<LocatedObject, 'documentIndex' | 'object'>): string =>
  `${documentIndex} ${pathText(object.path)}`
