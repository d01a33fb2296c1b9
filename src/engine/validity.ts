import { removalOf } from '../kubernetes/removals'
import { titleOf, wrongType, type KubernetesObject } from './objects'
import { pathText, type Path } from './place'
import type { Problem, ReadingRule } from './problem'
import type { SchemaCatalog } from './schema'
import type { Settings } from './settings'
import { fieldBelow, nearest } from './suggest'
import { validate, type Violation } from './validate'
import { locate, locateKey, valueAt, type Mapping } from './value'

export type Validity = {
  /** `missing`: the chosen version has no schema for the kind; a problem says so when it is a kind of Kubernetes itself. */
  readonly status: 'valid' | 'invalid' | 'missing'
  readonly violations: readonly Violation[]
  /** Relative to the document. */
  readonly problems: readonly Problem[]
}

/** Whether an object is what the API of the chosen version takes. `text` and `root` are those of its document. */
export function validityOf(
  object: KubernetesObject,
  root: Mapping,
  text: string,
  catalog: SchemaCatalog,
  settings: Settings,
): Validity {
  const { apiVersion, kind, path } = object
  const version = settings.kubernetesVersion
  const served = apiVersion.replace(/^\//, '')
  const spelled = catalog.spelling(version, served, kind)
  const schema = spelled === undefined ? undefined : catalog.kind(version, served, spelled)
  const value = valueAt(root, path)
  if (!schema || value?.type !== 'mapping') {
    const problem = unserved(object, root, catalog, version)
    return { status: 'missing', violations: [], problems: problem ? [problem] : [] }
  }
  const violations = validate(value, schema, settings.strict)
  const problems = violations.map((violation) => problemOf(violation, object, root, text))
  return { status: violations.length > 0 ? 'invalid' : 'valid', violations, problems }
}

function refusal(root: Mapping, rule: ReadingRule, path: Path, message: string, advice?: string): Problem {
  return { rule, severity: 'refused', path, message, ...(advice && { advice }), ...locate(root, path) }
}

function problemOf(violation: Violation, object: KubernetesObject, root: Mapping, text: string): Problem {
  const path = [...object.path, ...violation.path]
  const field = pathText(violation.path)
  switch (violation.kind) {
    case 'missing': {
      const message = `${titleOf(object)} has no ${field}, which is required.`
      return refusal(root, 'missing-field', path, message)
    }
    case 'unknown': {
      const belongs = whereItBelongs(violation, object.kind)
      const message = `${field} of ${titleOf(object)} is no field of the API${belongs ? `; ${belongs}` : '.'}`
      const found = refusal(root, 'unknown-field', path, message)
      return { ...found, ...locateKey(root, path) }
    }
    case 'identity': {
      const message = `${field} must be ${violation.allowed.join(' or ')}.`
      return refusal(root, 'field-value', path, message)
    }
    case 'value': {
      const near = violation.allowed && nearest(written(violation.value, text), violation.allowed)
      const message = `${field} must be ${violation.expected}, but here stands ${written(violation.value, text)}.`
      return refusal(root, 'field-value', path, message, near && `Did you mean ${near}?`)
    }
    case 'type': {
      const { value, expected } = violation
      const { message, advice } = wrongType(violation.path, expected, value, text)
      return refusal(root, 'field-type', path, message, advice)
    }
  }
}

const written = (value: { readonly from: number; readonly to: number }, text: string): string =>
  text.slice(value.from, value.to).slice(0, 60)

/** The end of a sentence: a field of nearly that name, or the level at which the very name is known. */
function whereItBelongs(
  { path, schema, above }: Violation & { kind: 'unknown' },
  kind: string,
): string | undefined {
  const name = String(path.at(-1))
  const near = nearest(name, schema.fields?.keys() ?? [])
  if (near) return `did you mean ${near}?`
  const parent = pathText(path.slice(0, -1))
  const below = fieldBelow(schema, name)
  if (below) return `${name} belongs in ${parent}${parent && '.'}${below}.`
  const outer = above.findLast((ancestor) => ancestor.schema.fields?.has(name))
  return outer && `${name} belongs further out, in ${pathText(outer.path) || `the ${kind} itself`}.`
}

/** Why a version does not serve a kind that Kubernetes knows; undefined for a kind of someone else. */
function unserved(
  { apiVersion, kind, path }: KubernetesObject,
  root: Mapping,
  catalog: SchemaCatalog,
  version: string,
): Problem | undefined {
  if (!apiVersion || !kind || !catalog.versions.includes(version)) return undefined
  const tell = (fact: string, advice?: string) => {
    const message = `Kubernetes ${version} does not serve ${kind} as ${apiVersion}: ${fact}.`
    return refusal(root, 'unserved-version', [...path, 'apiVersion'], message, advice)
  }
  const current = successors(catalog.apiVersionsOf(version, kind), apiVersion)
  const instead = current.length > 0 ? `Use ${current.join(' or ')}.` : undefined
  const removal = removalOf(apiVersion, kind)
  if (removal) {
    const successor = removal.successor ? `Use ${removal.successor}.` : 'Nothing has taken its place.'
    if (!isBefore(version, removal.removed))
      return tell(`it was removed in ${removal.removed}`, instead ?? successor)
    if (isBefore(version, removal.introduced)) return tell(`it came with ${removal.introduced}`, instead)
  }
  const served = catalog.servedIn(apiVersion, kind)
  const [first] = served
  const last = served.at(-1)
  if (first && isBefore(version, first)) return tell(`it came with ${first}`, instead)
  if (last) return tell(`it is served up to ${last}`, instead)
  if (!isOfKubernetes(apiVersion)) return undefined
  return tell(instead ? 'the kind is of another group or version' : 'there is no such kind', instead)
}

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''

/** Of the apiVersions that serve a kind, those of the same group if there are any, and of these the most mature. */
function successors(current: readonly string[], apiVersion: string): readonly string[] {
  const sameGroup = current.filter((candidate) => groupOf(candidate) === groupOf(apiVersion))
  const near = sameGroup.length > 0 ? sameGroup : current
  const [best = []] = [/(?:^|\/)v\d+$/, /beta\d+$/, /./]
    .map((maturity) => near.filter((candidate) => maturity.test(candidate)))
    .filter((candidates) => candidates.length > 0)
  return best
}

const isBefore = (left: string, right: string): boolean =>
  Number(left.split('.')[1]) < Number(right.split('.')[1])

/** The groups without a dot belong to Kubernetes alone; others may be anyone's, also below k8s.io. */
const isOfKubernetes = (apiVersion: string): boolean =>
  /^(?:|apps|autoscaling|batch|policy|extensions)$/.test(groupOf(apiVersion))

/** The word of the report. What a version does not serve is refused too, though there is no schema for it. */
export function wordOf(validity: Validity | undefined): 'valid' | 'refused' | 'unknown' {
  if (!validity || (validity.status === 'missing' && validity.problems.length === 0)) return 'unknown'
  return validity.status === 'valid' ? 'valid' : 'refused'
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
