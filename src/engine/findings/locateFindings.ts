import type { Finding } from '../model/finding'
import { pathText, type Path } from '../model/path'
import type { Problem } from '../model/problem'
import type { Range } from '../model/range'
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

/** A diagnostic with its range; undefined for a note. `nth`: its index among those that the finder reports. */
export function findingOf(
  diagnostic: Diagnostic,
  nth: number,
  object: KubernetesObject,
  { source, finder, document, id, locate }: Locator,
): Finding | undefined {
  const { rule, severity, at, isAboutKey, subject, message, advice, related, precedence } = diagnostic
  if (severity === 'note') return undefined
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
    ...(subject !== undefined && { subject }),
    path,
    ...locate(object, at, isAboutKey),
    message,
    ...(advice !== undefined && { advice }),
    related: (related ?? nothing).map((other) => ({
      message: other.message,
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
  const {
    rule,
    severity,
    path = nothing,
    missing = false,
    range,
    message,
    advice,
    related = nothing,
  } = problem
  return {
    id: findingId(rule, object ?? `document ${document}`, `${pathText(path)} ${message}`),
    rule,
    source,
    document,
    ...(object !== undefined && { object }),
    severity,
    path,
    missing,
    range,
    message,
    ...(advice !== undefined && { advice }),
    related,
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
  const highest = new Map<string, Precedence>()
  const keyOf = ({ path }: Finding): string => JSON.stringify(path)
  for (const { finding, precedence } of findings) {
    const known = highest.get(keyOf(finding))
    if (precedence && (known === undefined || precedence > known)) highest.set(keyOf(finding), precedence)
  }
  return findings
    .filter(({ finding, precedence }) => !precedence || highest.get(keyOf(finding)) === precedence)
    .map(({ finding }) => finding)
}
