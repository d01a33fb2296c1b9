import type { Finding } from '../model/finding'
import { pathText, type Path } from '../model/path'
import type { Problem } from '../model/problem'
import type { Range } from '../model/range'
import { nameLimit, shorten } from '../model/shorten'
import type { KubernetesObject } from '../objects/readObjects'
import { findingId } from './findingId'
import type { Diagnostic, Precedence } from './diagnostic'

/** Finds the ranges of paths, and says what a finding belongs to. */
export type Locator = {
  /** The source the diagnostics are from, and the index of the finder among all. */
  readonly source: string
  readonly finder: number
  readonly document: number
  /** The id of the object in the report. */
  readonly id: string
  /** `isAboutKey`: the range of the key at the end of the path, not that of its value. */
  readonly locate: (
    object: KubernetesObject,
    at: Path,
    isAboutKey?: boolean,
  ) => { readonly range: Range; readonly missing: boolean }
}

const nothing: readonly never[] = []

/** Longer messages are cut, whatever of the text they quote. */
const messageLimit = 1_000

/** How many related places a finding has. */
const relatedLimit = 10

/** A message of bounded length. */
const bounded = (message: string): string => shorten(message, messageLimit)

/** What else is said of a problem, of bounded length. */
const words = ({ title, about, advice }: Pick<Diagnostic, 'title' | 'about' | 'advice'>) => ({
  ...(title !== undefined && { title: bounded(title) }),
  ...(about && { about: { noun: about.noun, name: shorten(about.name) } }),
  ...(advice !== undefined && { advice: bounded(advice) }),
})

/** A path for people: it is sent to the page, so very long keys in it are cut. */
const shown = (path: Path): Path =>
  path.some((step) => typeof step === 'string' && step.length > nameLimit)
    ? path.map((step) => (typeof step === 'string' ? shorten(step) : step))
    : path

/** A diagnostic with its range; undefined for a note. `nth`: its index among those that the finder reports. */
export function findingOf(
  diagnostic: Diagnostic,
  nth: number,
  object: KubernetesObject,
  { source, finder, document, id, locate }: Locator,
): Finding | undefined {
  const { rule, severity, at, isAboutKey, subject, mayBeElsewhere, related, precedence } = diagnostic
  if (severity === 'note') return undefined
  const message = bounded(diagnostic.message)
  const path = [...object.path, ...at]
  // The schemas can say several things about one path.
  const place = precedence === undefined ? pathText(path) : `${pathText(path)} ${message}`
  return {
    id: findingId(rule, id, place),
    rule,
    source,
    document,
    object: id,
    severity,
    ...(subject !== undefined && { subject: shorten(subject) }),
    path: shown(path),
    ...locate(object, at, isAboutKey),
    message,
    ...words(diagnostic),
    ...(mayBeElsewhere && { mayBeElsewhere }),
    related: (related ?? nothing).slice(0, relatedLimit).map((other) => ({
      message: bounded(other.message),
      range: locate(other.object, other.at).range,
    })),
    origin: { finder, nth },
  }
}

/** A problem of reading as a finding; its range stays relative to the document. `object`: the one it is in, if any. */
export function problemFinding(
  problem: Omit<Problem, 'rule'> & { readonly rule: string },
  source: string,
  document: number,
  object: string | undefined,
): Finding {
  const { rule, severity, path = nothing, missing = false, range, related = nothing } = problem
  const message = bounded(problem.message)
  return {
    id: findingId(rule, object ?? `document ${document}`, `${pathText(path)} ${message}`),
    rule,
    source,
    document,
    ...(object !== undefined && { object }),
    severity,
    path: shown(path),
    missing,
    range,
    message,
    ...words(problem),
    related: related.map((other) => ({ ...other, message: bounded(other.message) })),
  }
}

const precedences: Readonly<Partial<Record<Problem['rule'], Precedence>>> = {
  'field-type': 1,
  'document-root': 1,
  'unrendered-template': 3,
}

/** The precedence of a problem of reading; see `Diagnostic`. */
export const precedenceOf = ({ rule }: Problem): Precedence | undefined => precedences[rule]

type Ranked = { readonly finding: Finding; readonly precedence: Precedence | undefined }

/** Of findings about the same path of a document, those of the highest precedence, and all that have none. */
export function withoutWeaker(findings: readonly Ranked[]): readonly Finding[] {
  const root: Place = { below: new Map() }
  const places = findings.map(({ finding, precedence }) => {
    const place = placeAt(root, finding.path)
    if (precedence && precedence > (place.highest ?? 0)) place.highest = precedence
    return place
  })
  return findings
    .filter(({ precedence }, index) => !precedence || places[index]?.highest === precedence)
    .map(({ finding }) => finding)
}

/** A path in a tree of all paths: nothing as long as its keys is made to compare it with others. */
type Place = { readonly below: Map<string | number, Place>; highest?: Precedence }

function placeAt(root: Place, path: Path): Place {
  let place = root
  for (const step of path) {
    const next: Place = place.below.get(step) ?? { below: new Map() }
    place.below.set(step, next)
    place = next
  }
  return place
}
