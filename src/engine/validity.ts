import type { KubernetesObject } from './objects'
import type { Path } from './place'
import type { Problem, ReadingRule } from './problem'
import { refusalOf } from './refusals'
import type { KindSchema, SchemaCatalog } from './schema'
import type { SchemaSource } from './schemaSource'
import { whyNotDefined, whyUnserved } from './served'
import type { Settings } from './settings'
import { validate } from './validate'
import { locate, locateKey, valueAt, type Mapping } from './value'
import type { Violation } from './violation'

/** What the API says of an object. */
export type Validity = {
  /** `error`: it could not be judged, because there is no schema or what was read is not whole. */
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped'
  readonly schema?: KindSchema
  /** Why it was skipped, for people. */
  readonly skipped?: string
  readonly violations: readonly Violation[]
  /** Relative to the document. */
  readonly problems: readonly Problem[]
}

const nothing: readonly never[] = []

/** Problems of reading after which nobody can say what a cluster would see. */
const fatalRules: ReadonlySet<ReadingRule> = new Set([
  'yaml-syntax',
  'invalid-alias',
  'invalid-tag',
  'invalid-number',
  'invalid-key',
  'yaml-directive',
])

/** Whether a problem of reading leaves in doubt what the object holds; a key that stands twice only for strict readers. */
export const isFatal = ({ rule }: Problem, strict: boolean): boolean =>
  fatalRules.has(rule) || (strict && rule === 'duplicate-key')

/**
 * Whether an object is what the API of a version takes. `text`, `root` and `found` (what was found while reading) are
 * those of its document. Source: kubeconform, in its order: skip, reject, look up, validate.
 */
export function validityOf(
  object: KubernetesObject,
  document: { readonly root: Mapping; readonly text: string; readonly found: readonly Problem[] },
  source: SchemaSource,
  catalog: SchemaCatalog,
  settings: Settings,
): Validity {
  const { apiVersion, kind } = object
  const { root, text } = document
  const value = valueAt(root, object.path)
  if (!apiVersion || !kind || !value) return { status: 'error', violations: nothing, problems: nothing }
  if (isListed(object, settings.skipKinds)) return skipped('The settings skip this kind.')
  if (isListed(object, settings.rejectKinds)) {
    const message = `${kind} is among the kinds that the settings reject.`
    return failed({ rule: 'rejected-kind', severity: 'critical', message, ...at(root, object.path, 'kind') })
  }
  const schema = source.find(settings.kubernetesVersion, apiVersion, kind)
  if (!schema) return withoutSchema(object, root, source, catalog, settings)
  const violations = validate(value, schema, settings.strict)
  const problems = violations.map((violation) => problemOf(violation, object, root, text))
  const { from, to } = object.range
  const isDoubtful =
    violations.some((violation) => violation.kind === 'unsettled') ||
    document.found.some(
      (problem) => isFatal(problem, settings.strict) && from <= problem.range.from && problem.range.from < to,
    )
  const status = isDoubtful ? 'error' : violations.length > 0 ? 'invalid' : 'valid'
  return { status, schema, violations, problems }
}

/** `Deployment` or `apps/v1/Deployment`, letter by letter. */
const isListed = ({ apiVersion, kind }: KubernetesObject, kinds: readonly string[]): boolean =>
  kinds.includes(kind) || kinds.includes(`${apiVersion}/${kind}`)

const skipped = (reason: string): Validity => ({
  status: 'skipped',
  skipped: reason,
  violations: nothing,
  problems: nothing,
})

const failed = (problem: Problem): Validity => ({ status: 'error', violations: nothing, problems: [problem] })

const at = (root: Mapping, base: Path, key: string) => {
  const path = [...base, key]
  return { path, ...locate(root, path) }
}

function withoutSchema(
  object: KubernetesObject,
  root: Mapping,
  source: SchemaSource,
  catalog: SchemaCatalog,
  settings: Settings,
): Validity {
  const { apiVersion, kind, path } = object
  const unserved =
    whyNotDefined(apiVersion, kind, source) ??
    whyUnserved(apiVersion, kind, catalog, settings.kubernetesVersion)
  if (unserved) {
    const { fact: message, advice } = unserved
    const place = at(root, path, 'apiVersion')
    return failed({
      rule: 'unserved-version',
      severity: 'refused',
      message,
      ...(advice && { advice }),
      ...place,
    })
  }
  const known = source.bundledVersions(apiVersion, kind)
  const reason = `There is no schema for ${kind} as ${apiVersion}${known.length > 0 ? `, only for ${known.join(', ')}` : ''}.`
  if (settings.ignoreMissingSchemas) return skipped(reason)
  return failed({
    rule: 'missing-schema',
    severity: 'critical',
    message: reason,
    advice: 'Paste its CustomResourceDefinition into the text, or add a JSON Schema in the settings.',
    ...at(root, path, 'kind'),
  })
}

function problemOf(violation: Violation, object: KubernetesObject, root: Mapping, text: string): Problem {
  const path = [...object.path, ...violation.path]
  const place = violation.kind === 'unknown' ? locateKey(root, path) : locate(root, path)
  return { severity: 'refused', path, ...refusalOf(violation, object, text), ...place }
}

/** What the schemas find replaces what the checks' own decoding found at the same place; placeholders come before both. */
export function withValidity(found: readonly Problem[], schema: readonly Problem[]): readonly Problem[] {
  if (schema.length === 0) return found
  const placeOf = ({ path = [] }: Problem) => JSON.stringify(path)
  const places = new Set(schema.map(placeOf))
  const placeholders = new Set(found.filter(({ rule }) => rule === 'unrendered-template').map(placeOf))
  return [
    ...found.filter((problem) => problem.rule !== 'field-type' || !places.has(placeOf(problem))),
    ...schema.filter((problem) => !placeholders.has(placeOf(problem))),
  ]
}
