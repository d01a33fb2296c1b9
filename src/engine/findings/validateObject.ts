import type { Mends, Moving } from './fixProviders'
import type { KubernetesObject } from '../objects/readObjects'
import type { Problem, ReadingRule } from '../model/problem'
import { violationMessage } from '../schema/violationMessage'
import type { KindSchema, SchemaCatalog } from '../schema/schema'
import type { SchemaLookup } from '../schema/schemaLookup'
import { whyNotDefined, whyUnserved } from '../schema/unserved'
import type { Settings } from '../model/settings'
import { validate } from '../schema/validate'
import { locate, locateKey, valueAt, type Mapping } from '../yaml/value'
import type { Violation, Around } from '../schema/violation'
import { type Path, pathText } from '../model/path'

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
 * those of its document. `mends`: what works out fixes. Source: kubeconform, in its order: skip, reject, look up, validate.
 */
export function validityOf(
  object: KubernetesObject,
  document: { readonly root: Mapping; readonly text: string; readonly found: readonly Problem[] },
  source: SchemaLookup,
  catalog: SchemaCatalog,
  settings: Settings,
  mends?: Mends,
): Validity {
  const { apiVersion, kind } = object
  const { root, text } = document
  const value = valueAt(root, object.path)
  if (!value) return { status: 'error', violations: nothing, problems: nothing }
  const moving: Moving = {
    object,
    value,
    text,
    source,
    catalog,
    settings,
    ...(mends?.moves && { moves: mends.moves }),
  }
  if (!apiVersion || !kind)
    return {
      status: 'error',
      violations: nothing,
      problems: kind && mends ? withVersion(moving, document.found, mends) : nothing,
    }
  if (isListed(object, settings.skipKinds)) return skipped('The settings skip this kind.')
  if (isListed(object, settings.rejectKinds)) {
    const message = `${kind} is among the kinds that the settings reject.`
    return failed({ rule: 'rejected-kind', severity: 'critical', message, ...at(root, object.path, 'kind') })
  }
  const schema = source.find(settings.kubernetesVersion, apiVersion, kind)
  if (!schema) return withoutSchema(moving, root, mends)
  const violations = validate(value, schema, settings.strict)
  const around = { object, root: value, text }
  const problems = violations.map((violation) => problemOf(violation, around, root, mends))
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

/** What was said of a missing apiVersion, with what would mend it. */
const withVersion = (moving: Moving, found: readonly Problem[], { reading }: Mends): readonly Problem[] => {
  const path = pathText([...moving.object.path, 'apiVersion'])
  return found
    .filter(({ rule, path: place }) => rule === 'document-root' && place && pathText(place) === path)
    .map((problem) => ({ ...problem, fixes: reading.versioned(moving) }))
}

function withoutSchema(moving: Moving, root: Mapping, mends?: Mends): Validity {
  const { object, source, catalog, settings } = moving
  const { apiVersion, kind, path } = object
  const unserved =
    whyNotDefined(apiVersion, kind, source) ??
    whyUnserved(apiVersion, kind, catalog, settings.kubernetesVersion)
  if (unserved) {
    const { fact: message, advice, instead } = unserved
    const place = at(root, path, 'apiVersion')
    return failed({
      rule: 'unserved-version',
      severity: 'refused',
      message,
      ...(advice && { advice }),
      ...place,
      ...mends?.reading.migrations(moving, instead),
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
    ...mends?.reading.migrations(moving, known),
  })
}

function problemOf(violation: Violation, around: Around, root: Mapping, mends?: Mends): Problem {
  const { object, text } = around
  const path = [...object.path, ...violation.path]
  const place = violation.kind === 'unknown' ? locateKey(root, path) : locate(root, path)
  const told = violationMessage(violation, object, text)
  const fixes = mends?.reading.mendsOf(violation, around)
  return { severity: 'refused', path, ...told, ...place, ...(fixes && { fixes }) }
}

/** What the schemas find replaces what reading found at the same place; placeholders come before both. */
export function withValidity(found: readonly Problem[], schema: readonly Problem[]): readonly Problem[] {
  if (schema.length === 0) return found
  const placeOf = ({ path = [] }: Problem) => JSON.stringify(path)
  const places = new Set(schema.map(placeOf))
  const placeholders = new Set(found.filter(({ rule }) => rule === 'unrendered-template').map(placeOf))
  return [
    ...found.filter(
      ({ rule, path }) =>
        !/^(?:field-type|document-root)$/.test(rule) || !places.has(JSON.stringify(path ?? [])),
    ),
    ...schema.filter((problem) => !placeholders.has(placeOf(problem))),
  ]
}
