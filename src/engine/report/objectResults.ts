import { checkResult, type CheckResult } from '../findings/checkResult'
import { findingOf, problemFinding, type Locator } from '../findings/locateFindings'
import type { Subject } from '../findings/rule'
import type { Outcome } from '../findings/diagnostic'
import { shiftResult } from '../findings/shiftFindings'
import { validateObject, type Validity } from '../findings/validateObject'
import type { Finding } from '../model/finding'
import type { Range } from '../model/range'
import { shift } from '../model/range'
import { valueOf, type LocatedObject } from '../objects/locatedObjects'
import type { KubernetesObject } from '../objects/readObjects'
import { locate, locateKey, type Mapping } from '../yaml/value'
import type { CheckResults, EngineCache, ObjectCache, RankedFinding } from './engineCache'
import type { CheckFinder, IndexedLibrary, LibraryFinder } from './library'
import type { ReadText } from './readText'
import { unreadReason } from './unreadReason'

const nothing: readonly never[] = []

/** Runs finders on the objects of one text, and remembers what depends on one object alone. */
export class ObjectResults {
  private readonly checkFinders: readonly CheckFinder[]
  /** For this text: the cache holds what the text that was evaluated last made of an object. */
  private readonly validities = new Map<KubernetesObject, Validity | undefined>()
  private readonly cached: WeakMap<KubernetesObject, ObjectCache>
  /** Why an object that is not there may be in the text all the same. */
  private readonly unread: string | undefined

  constructor(
    private readonly read: ReadText,
    private readonly library: IndexedLibrary,
    cache: EngineCache,
  ) {
    const { disabledChecks } = read.settings
    this.checkFinders = library.finders.filter(
      (entry): entry is CheckFinder => entry.check !== undefined && !disabledChecks.includes(entry.check.id),
    )
    this.cached = cache.objectsFor(read.settings)
    this.unread = unreadReason(read.documents)
  }

  /** The result of every check that applies to the object, in the order of the checks. */
  checks(located: LocatedObject): readonly CheckResult[] {
    const cache = this.cacheOf(located)
    const subject = this.subject(located)
    const local = this.shiftedResults(cache, located, subject)
    return cache.checks.map(
      (entry, index) => local[index] ?? this.runCheck(entry, located, subject, this.absolute(entry, located)),
    )
  }

  /** What all other finders find in the object, with ranges relative to its document. */
  findings(located: LocatedObject): readonly RankedFinding[] {
    const subject = this.subject(located)
    if (!subject) return nothing
    const cache = this.cacheOf(located)
    return cache.finders.flatMap((entry) => this.findingsOf(entry, cache, located, subject))
  }

  /** Whether the rules of the API server know the kind of the object. */
  hasServerRules(located: LocatedObject): boolean {
    return this.cacheOf(located).hasServerRules
  }

  /** Relative to the document. */
  nameRange(located: LocatedObject): Range {
    return this.cacheOf(located).nameRange
  }

  /** Undefined without schemas, and for an object that has no value to speak of. */
  validity(located: LocatedObject): Validity | undefined {
    const { object } = located
    if (!this.validities.has(object)) this.validities.set(object, this.validate(located))
    return this.validities.get(object)
  }

  /** Works it out again when another schema counts for the object: a definition elsewhere in the text may have changed. */
  private validate(located: LocatedObject): Validity | undefined {
    const { schemas: catalog } = this.library
    const value = valueOf(located)
    if (!catalog || !value) return undefined
    const cache = this.cacheOf(located)
    const { object, document } = located
    const { schemas, settings } = this.read
    const schema = schemas.find(settings.kubernetesVersion, object.apiVersion, object.kind)
    if (cache.validity && schema && cache.validity.schema === schema) return cache.validity
    const around = { value, text: document.text, problems: document.reading.problems }
    cache.validity = validateObject(object, around, schemas, catalog, settings)
    return cache.validity
  }

  /** What a finder is given; undefined for an object whose document has no value to speak of. */
  subject(located: LocatedObject): Subject | undefined {
    const value = valueOf(located)
    if (!value) return undefined
    const { relations, schemas, settings } = this.read
    const { object, document } = located
    return {
      object,
      value,
      document: document.reading,
      text: document.text,
      relations,
      schemas,
      catalog: this.library.schemas,
      settings,
      validity: () => this.validity(located),
    }
  }

  private cacheOf(located: LocatedObject): ObjectCache {
    const { object, id, document } = located
    const known = this.cached.get(object)
    if (known?.id === id) return known
    const { root } = document.reading.document
    const nameRange = root ? locate(root, [...object.path, 'metadata', 'name']).range : object.range
    const applies = ({ finder }: LibraryFinder): boolean => finder.applies(object)
    const finders = this.library.finders.filter((entry) => !entry.check && applies(entry))
    const cache: ObjectCache = {
      id,
      nameRange,
      checks: this.checkFinders.filter(applies),
      finders,
      hasServerRules: finders.some(({ source }) => source.decidesAdmission),
      findings: new Map(),
    }
    this.cached.set(object, cache)
    return cache
  }

  /** The results of the checks that look at this object alone, where its document is now. */
  private shiftedResults(
    cache: ObjectCache,
    located: LocatedObject,
    subject: Subject | undefined,
  ): CheckResults {
    const { documentIndex, document } = located
    const offset = document.range.from
    const { shifted } = cache
    if (shifted?.offset === offset && shifted.documentIndex === documentIndex) return shifted.results
    cache.results ??= cache.checks.map((entry) =>
      entry.finder.reach === 'object'
        ? this.runCheck(entry, located, subject, this.relative(entry, located))
        : undefined,
    )
    const results = cache.results.map((result) => result && shiftResult(result, offset, documentIndex))
    cache.shifted = { offset, documentIndex, results }
    return results
  }

  private runCheck(
    entry: CheckFinder,
    located: LocatedObject,
    subject: Subject | undefined,
    locator: Locator,
  ): CheckResult {
    const { outcome, failure } = this.run(entry, located, subject, locator)
    // What depends on one object alone is remembered, and never depends on other documents.
    const unread = entry.finder.reach === 'objects' ? this.unread : undefined
    const result = checkResult(entry.check, located.object, outcome, this.read.settings, locator, unread)
    return failure ? { ...result, findings: [failure] } : result
  }

  private findingsOf(
    entry: LibraryFinder,
    cache: ObjectCache,
    located: LocatedObject,
    subject: Subject,
  ): readonly RankedFinding[] {
    const { finder, index } = entry
    const dependsOn = finder.dependsOn?.(subject)
    const isKept = finder.reach === 'object' && (!finder.dependsOn || dependsOn !== undefined)
    const known = isKept ? cache.findings.get(index) : undefined
    if (known && known.dependsOn === dependsOn) return known.findings
    const locator = this.relative(entry, located)
    const { outcome, failure } = this.run(entry, located, subject, locator)
    const findings = outcome.diagnostics.flatMap((diagnostic, nth): readonly RankedFinding[] => {
      const finding = findingOf(diagnostic, nth, located.object, locator)
      return finding ? [{ finding, precedence: diagnostic.precedence }] : nothing
    })
    const all = failure ? [...findings, { finding: failure, precedence: undefined }] : findings
    if (isKept) cache.findings.set(index, { dependsOn, findings: all })
    return all
  }

  /** A finder that throws gives a finding of its own, never a pass. */
  private run(
    { finder, check, source }: LibraryFinder,
    located: LocatedObject,
    subject: Subject | undefined,
    { locate: place, document, id }: Locator,
  ): { readonly outcome: Outcome; readonly failure?: Finding } {
    if (!subject) return { outcome: { diagnostics: nothing } }
    try {
      return { outcome: finder.find(subject) }
    } catch (error) {
      const { object } = located
      const reason = error instanceof Error ? error.message : String(error)
      const what = check ? `The check ${check.id}` : `A rule of ${source.title}`
      const failure = problemFinding(
        {
          rule: 'check-failed',
          severity: 'warning',
          message: `${what} could not run on ${object.kind} ${object.name}: ${reason}.`,
          ...place(object, []),
        },
        source.id,
        document,
        id,
      )
      return {
        outcome: { diagnostics: nothing, skip: { skipped: 'The check could not run.', grade: 0 } },
        failure,
      }
    }
  }

  /** Ranges within the document of the object itself. */
  private relative(entry: LibraryFinder, located: LocatedObject): Locator {
    const { root } = located.document.reading.document
    return locatorOf(entry, located, (object, at, isAboutKey) => placeIn(root, object, at, isAboutKey))
  }

  /** Ranges in the whole text, of objects of any document. */
  private absolute(entry: LibraryFinder, located: LocatedObject): Locator {
    return locatorOf(entry, located, this.locateAnywhere)
  }

  private readonly locateAnywhere: Locator['locate'] = (object, at, isAboutKey) => {
    const other = this.read.locatedOf.get(object)
    if (!other) throw new Error(`${object.kind} ${object.name} is not in this text`)
    const { root } = other.document.reading.document
    const { range, missing } = placeIn(root, object, at, isAboutKey)
    return { range: shift(range, other.document.range.from), missing }
  }
}

const locatorOf = (
  { index, source }: LibraryFinder,
  { documentIndex, id }: LocatedObject,
  place: Locator['locate'],
): Locator => ({ source: source.id, finder: index, document: documentIndex, id, locate: place })

const placeIn = (
  root: Mapping | undefined,
  { path }: KubernetesObject,
  at: readonly (string | number)[],
  isAboutKey = false,
): { readonly range: Range; readonly missing: boolean } => {
  if (!root) return { range: { from: 0, to: 0 }, missing: true }
  return isAboutKey ? locateKey(root, [...path, ...at]) : locate(root, [...path, ...at])
}
