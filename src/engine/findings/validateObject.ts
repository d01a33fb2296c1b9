import { groupBy } from '../model/groupBy'
import { lowerBound, once } from '../model/lookup'
import type { Problem, ReadingRule } from '../model/problem'
import type { Range } from '../model/range'
import type { Settings } from '../model/settings'
import { titleLimit } from '../model/titles'
import type { KubernetesObject } from '../objects/readObjects'
import type { KindSchema, SchemaCatalog } from '../schema/schema'
import type { SchemaLookup } from '../schema/schemaLookup'
import { whyNotDefined, whyUnserved } from '../schema/unserved'
import { validate } from '../schema/validate'
import type { Violation } from '../schema/violation'
import { violationMessage } from '../schema/violationMessage'
import type { Mapping } from '../yaml/value'
import type { Diagnostic } from './diagnostic'
import { thingAt } from './thingAt'

/** An object checked against its schema. */
export type Validity = {
  /** `error`: it could not be checked, because there is no schema or because it was not read as a whole. */
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped'
  readonly schema?: KindSchema
  /** Why it was skipped, in a sentence. */
  readonly skipped?: string
  readonly diagnostics: readonly SchemaDiagnostic[]
}

/** What the schemas say about an object; `cause` is what a fix starts from. */
export type SchemaDiagnostic = Diagnostic & { readonly cause: SchemaCause }

type SchemaCause =
  | { readonly kind: 'violation'; readonly violation: Violation }
  /** The object has a kind but no apiVersion. */
  | { readonly kind: 'no-version' }
  /** No schema counts for it; `apiVersions`: those that do for its kind. */
  | { readonly kind: 'no-schema'; readonly apiVersions: readonly string[] }
  /** The settings reject its kind. */
  | { readonly kind: 'rejected' }

/** What `validateObject` has to know about the document of the object. */
type Around = { readonly value: Mapping; readonly text: string; readonly problems: readonly Problem[] }

/**
 * Whether the API server can read an object, and comes to look at what it says: fields may be missing, unknown, or have
 * values that are not allowed.
 */
export const isReadable = ({ schema, status, diagnostics }: Validity): boolean =>
  schema?.origin === 'kubernetes' &&
  (status === 'valid' || status === 'invalid') &&
  diagnostics.every(({ cause }) => cause.kind === 'violation' && isReadableWith(cause.violation))

/** Strict readers refuse unknown fields too, but see all others. */
const isReadableWith = (violation: Violation): boolean =>
  violation.kind === 'unknown' || isDecodable(violation)

/**
 * Whether the server decodes an object in spite of a violation. While it decodes, it checks neither required fields nor
 * the words of a list, of which its rules know, nor the kind of an object inside another.
 */
export const isDecodable = (violation: Violation): boolean =>
  violation.kind === 'missing' ||
  violation.kind === 'identity' ||
  (violation.kind === 'value' && violation.keyword === 'enum')

const nothing: readonly never[] = []

/** So many messages about an object say what may have been meant, which takes longer than to see that it is wrong. */
const hintLimit = 1_000

/** Problems of reading that leave in doubt what a cluster would see. */
const doubtful: ReadonlySet<ReadingRule> = new Set([
  'yaml-syntax',
  'invalid-alias',
  'invalid-tag',
  'invalid-number',
  'invalid-key',
  'yaml-directive',
])

/** Whether a problem of reading leaves in doubt what the object holds; a duplicate key does so for strict readers only. */
export const isDoubtful = ({ rule }: Problem, strict: boolean): boolean =>
  doubtful.has(rule) || (strict && rule === 'duplicate-key')

/**
 * Whether the API of a Kubernetes version accepts the form of an object. `problems`: what reading found in its document.
 * Source: kubeconform, in its order: skip, reject, look up, validate.
 */
export function validateObject(
  object: KubernetesObject,
  { value, text, problems }: Around,
  schemas: SchemaLookup,
  catalog: SchemaCatalog,
  settings: Settings,
): Validity {
  const { apiVersion, kind } = object
  if (!apiVersion || !kind)
    return { status: 'error', diagnostics: kind ? missingVersion(problems, object) : nothing }
  if (isListed(object, settings.skipKinds)) return skipped('The settings skip this kind.')
  if (isListed(object, settings.rejectKinds))
    return failed({
      rule: 'rejected-kind',
      severity: 'critical',
      at: ['kind'],
      message: `The settings reject the kind ${kind}.`,
      title: `Rejected kind ${kind}`,
      cause: { kind: 'rejected' },
    })
  const schema = schemas.find(settings.kubernetesVersion, apiVersion, kind)
  if (!schema) return withoutSchema(object, schemas, catalog, settings)
  const violations = validate(value, schema, settings.strict)
  const diagnostics = violations.map((violation, nth) =>
    diagnosticOf(violation, object, text, nth < hintLimit),
  )
  const isInDoubt =
    violations.some(({ kind: form }) => form === 'incomplete') ||
    isAnyWithin(doubtfulPlaces(problems, settings.strict), object.range)
  const status = isInDoubt ? 'error' : violations.length > 0 ? 'invalid' : 'valid'
  return { status, schema, diagnostics }
}

/** `Deployment` or `apps/v1/Deployment`, case-sensitive. */
const isListed = ({ apiVersion, kind }: KubernetesObject, kinds: readonly string[]): boolean =>
  kinds.includes(kind) || kinds.includes(`${apiVersion}/${kind}`)

const skipped = (reason: string): Validity => ({ status: 'skipped', skipped: reason, diagnostics: nothing })

const failed = (diagnostic: Omit<SchemaDiagnostic, 'precedence'>): Validity => ({
  status: 'error',
  diagnostics: [{ ...diagnostic, precedence: 2 }],
})

/** The reader's own finding about a missing apiVersion, now with a cause that a fix can start from. */
const missingVersion = (
  problems: readonly Problem[],
  { path }: KubernetesObject,
): readonly SchemaDiagnostic[] =>
  (missingVersions(problems).get(JSON.stringify(path)) ?? nothing).map(
    ({ rule, severity, message, title, advice }) => ({
      rule,
      severity,
      at: ['apiVersion'],
      message,
      ...(title !== undefined && { title }),
      ...(advice !== undefined && { advice }),
      precedence: 2,
      cause: { kind: 'no-version' },
    }),
  )

/** The problems of objects without an apiVersion by the path of the object. */
const missingVersions = once((problems: readonly Problem[]) =>
  groupBy(
    problems.filter(({ rule, path }) => rule === 'document-root' && path?.at(-1) === 'apiVersion'),
    ({ path }) => JSON.stringify(path?.slice(0, -1)),
  ),
)

const doubtfulStrictly = once((problems: readonly Problem[]) => placesOf(problems, true))
const doubtfulLeniently = once((problems: readonly Problem[]) => placesOf(problems, false))

/** Where the doubtful problems of a document are, in the order of the text. */
const doubtfulPlaces = (problems: readonly Problem[], strict: boolean): readonly number[] =>
  strict ? doubtfulStrictly(problems) : doubtfulLeniently(problems)

const placesOf = (problems: readonly Problem[], strict: boolean): readonly number[] =>
  problems
    .filter((problem) => isDoubtful(problem, strict))
    .map(({ range }) => range.from)
    .toSorted((left, right) => left - right)

/** Whether any of some sorted offsets is in a range. */
const isAnyWithin = (places: readonly number[], { from, to }: Range): boolean =>
  (places[lowerBound(places, from)] ?? Infinity) < to

function withoutSchema(
  { apiVersion, kind }: KubernetesObject,
  schemas: SchemaLookup,
  catalog: SchemaCatalog,
  settings: Settings,
): Validity {
  const unserved =
    whyNotDefined(apiVersion, kind, schemas) ??
    whyUnserved(apiVersion, kind, catalog, settings.kubernetesVersion)
  if (unserved) {
    const { message, advice, apiVersions } = unserved
    return failed({
      rule: 'unserved-version',
      severity: 'refused',
      at: ['apiVersion'],
      message,
      title: shortTitle(`${apiVersion} does not serve ${kind}`, 'Unserved apiVersion'),
      ...(advice !== undefined && { advice }),
      cause: { kind: 'no-schema', apiVersions },
    })
  }
  const bundled = schemas.bundledVersions(apiVersion, kind)
  const reason = `There is no schema for ${kind} in ${apiVersion}${bundled.length > 0 ? `, only in ${bundled.join(', ')}` : ''}.`
  if (settings.ignoreMissingSchemas) return skipped(reason)
  return failed({
    rule: 'missing-schema',
    severity: 'critical',
    at: ['kind'],
    message: reason,
    title: shortTitle(`No schema for ${kind} in ${apiVersion}`, `No schema for ${kind}`),
    advice: 'Paste its CustomResourceDefinition into the text, or add a JSON Schema in the settings.',
    cause: { kind: 'no-schema', apiVersions: bundled },
  })
}

/** What people are told of a violation. `hasHint`: also what may have been meant. */
export const diagnosticOf = (
  violation: Violation,
  object: KubernetesObject,
  text: string,
  hasHint: boolean,
): SchemaDiagnostic => {
  const about = thingAt(object, violation.path)
  return {
    severity: 'refused',
    at: violation.path,
    ...(violation.kind === 'unknown' && { isAboutKey: true }),
    ...violationMessage(violation, object, text, hasHint),
    ...(about && { about }),
    precedence: 2,
    cause: { kind: 'violation', violation },
  }
}

const shortTitle = (title: string, shorter: string): string => (title.length > titleLimit ? shorter : title)
