import { documentBody } from '../engine/yaml/splitDocuments'
import type { KubernetesObject } from '../engine/objects/readObjects'
import { locateObjects } from '../engine/objects/locatedObjects'
import { DocumentCache, type LocatedDocument } from '../engine/objects/documentCache'
import type { KindSchema, SchemaCatalog } from '../engine/schema/schema'
import { SchemaCache, type SchemaLookup } from '../engine/schema/schemaLookup'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { isDoubtful, validateObject, type Validity } from '../engine/findings/validateObject'
import { valueAt } from '../engine/yaml/value'
import type { Violation } from '../engine/schema/violation'
import { nameWith, pointer, type Status } from '../formats/kubeconform/resources'
import { readJsonSchema } from '../schemas/reading'
import type { Path } from '../engine/model/path'

export type ResourceRow = {
  readonly kind: string
  readonly name: string
  readonly apiVersion: string
  readonly status: Status
  /** As kubeconform reports them: only the first level at which errors branch. */
  readonly paths: readonly string[]
  /** Values that the published schemas of Kubernetes do not check: enums, formats, quantities, the size of numbers. */
  readonly enumPaths?: readonly string[]
}

export type ValidateOptions = {
  readonly kubernetesVersion: string
  readonly strict: boolean
  readonly flags?: readonly string[]
  /** A JSON Schema that replaces all others. */
  readonly schema?: unknown
}

/**
 * What kubeconform would say about each resource of a text, in the order of the text: by schemas alone, and with the places
 * folded as it folds them. What people get of us is more; see `resourcesOf`.
 */
export function validateAs(
  text: string,
  options: ValidateOptions,
  catalog: SchemaCatalog,
): readonly ResourceRow[] {
  const { kubernetesVersion, strict, flags = [], schema } = options
  const listed = (flag: string): readonly string[] =>
    flags.includes(flag) ? (flags[flags.indexOf(flag) + 1] ?? '').split(',').map((entry) => entry.trim()) : []
  const settings: Settings = {
    ...defaultSettings,
    kubernetesVersion,
    strict,
    skipKinds: listed('-skip'),
    rejectKinds: listed('-reject'),
    ignoreMissingSchemas: flags.includes('-ignore-missing-schemas'),
  }
  const documents = new DocumentCache().read(text)
  // kubeconform does not read definitions in the text, and does not have the playground's custom resources.
  const schemas =
    schema === undefined
      ? new SchemaCache({ schemas: catalog }).lookup(locateObjects(documents), settings)
      : onlyOne(schema)
  return documents.flatMap((document) => rowsOf(document, settings, catalog, schemas))
}

/** One schema for every kind; none when it cannot be used. */
function onlyOne(json: unknown): SchemaLookup {
  const read = readJsonSchema(json)
  const kind: KindSchema | undefined =
    'schema' in read ? { schema: read.schema, origin: 'file', nulls: 'value' } : undefined
  return { find: () => kind, defined: () => new Map(), bundledVersions: () => [] }
}

function rowsOf(
  { reading, text }: LocatedDocument,
  settings: Settings,
  catalog: SchemaCatalog,
  schemas: SchemaLookup,
): readonly ResourceRow[] {
  const row = (status: ResourceRow['status']): ResourceRow => ({
    kind: '',
    name: '',
    apiVersion: '',
    status,
    paths: [],
  })
  const { document, objects, problems } = reading
  const fatal = problems.some((problem) => isDoubtful(problem, settings.strict))
  if (document.status === 'broken' || fatal) return [row('error')]
  const { root } = document
  if (!root) return [row(documentBody(text).text.includes('{') ? 'error' : 'empty')]
  const nameless = problems.filter(({ rule }) => rule === 'document-root' || rule === 'unknown-field')
  if (nameless.some(({ path }) => path?.length === 1)) return [row('error')]
  // Items of a List that are no objects.
  const strays = nameless.filter(({ path }) => typeof path?.at(-1) === 'number')
  const rowOf = (object: KubernetesObject): ResourceRow => {
    const { apiVersion, kind, name } = object
    const generateName = valueAt(root, [...object.path, 'metadata', 'generateName'])
    const identity = { kind, name: nameWith(generateName, name), apiVersion }
    if (!apiVersion || !kind) return row('error')
    const value = valueAt(root, object.path)
    if (value?.type !== 'mapping') return row('error')
    const validity = validateObject(object, { value, text, problems: [] }, schemas, catalog, settings)
    const { status, schema, diagnostics } = validity
    const violations = diagnostics.flatMap(({ cause }) =>
      cause.kind === 'violation' ? [cause.violation] : [],
    )
    if (!schema) {
      // What Kubernetes does not serve has no schema for kubeconform; we refuse it.
      const passed = status === 'skipped' || (settings.ignoreMissingSchemas && !isRejected(validity))
      return { ...identity, status: passed ? 'skipped' : 'error', paths: [] }
    }
    if (object.path.length === 0 && violations.some(breaksIdentity)) return row('error')
    const spelled = catalog.spelling(settings.kubernetesVersion, apiVersion, kind)
    const isNative = schema.origin === 'kubernetes'
    const misspelled: readonly Place[] = spelled === kind || !isNative ? [] : [[['kind'], 'kind']]
    const judged = violations.filter((violation) => !isNative || violation.kind !== 'value').map(placeOf)
    const paths = folded([...judged, ...misspelled])
    const enumPaths = violations
      .filter((violation) => isNative && violation.kind === 'value')
      .map(({ path }) => pointer(path))
    const invalid = paths.length > 0 || enumPaths.length > 0
    return { ...identity, status: invalid ? 'invalid' : 'valid', paths, enumPaths }
  }
  return [...objects, ...strays]
    .toSorted((one, other) => one.range.from - other.range.from)
    .map((part) => ('kind' in part ? rowOf(part) : row('error')))
}

const isRejected = ({ diagnostics }: Validity): boolean =>
  diagnostics.some(({ cause }) => cause.kind === 'rejected')

/** Where a violation is, and which keyword of the schema it breaks there. */
type Place = readonly [path: Path, keyword: string]

/** kubeconform first reads what identifies an object, and fails when a part of that has the wrong type. */
const breaksIdentity = ({ kind, path, ...violation }: Violation): boolean => {
  if (kind !== 'type' || path[0] !== 'metadata' || !('value' in violation)) return false
  const named = path.length === 2 && ['name', 'namespace', 'generateName'].includes(String(path[1]))
  return path.length === 1 || (named && violation.value?.type !== 'scalar')
}

/** Where kubeconform reports a violation, and which keyword it breaks there: a node breaks a keyword only once. */
function placeOf(violation: Violation): Place {
  const { kind, path, enclosing } = violation
  if (enclosing) return [enclosing.path, enclosing.keyword]
  if (kind === 'unknown') return [path.slice(0, -1), 'additionalProperties']
  if (kind === 'missing') return violation.value ? [path, 'type'] : [path.slice(0, -1), 'required']
  if (kind === 'value') return [path, `${violation.keyword} ${violation.expected}`]
  return [path, kind === 'choice' ? violation.keyword : kind]
}

type Node = { readonly keywords: Set<string>; readonly children: Map<string, Node> }

const emptyNode = (): Node => ({ keywords: new Set(), children: new Map() })

/**
 * Follows single errors down; at the first node with two or more it lists one path for each: a leaf's own, or that of
 * the next node that branches again.
 */
function folded(violations: readonly Place[]): readonly string[] {
  const root = emptyNode()
  for (const [path, keyword] of violations) {
    let node = root
    for (const step of path) {
      const next = node.children.get(String(step)) ?? emptyNode()
      node.children.set(String(step), next)
      node = next
    }
    node.keywords.add(keyword)
  }
  return pathsOf(root, [])
}

/** The errors directly under a node, each with the path it is reported at. */
function pathsOf(node: Node, path: Path): readonly string[] {
  const own = [...node.keywords].map(() => pointer(path))
  const below = [...node.children].map(([step, child]) => ({ child, at: [...path, step] }))
  if (own.length + below.length === 1 && below[0]) return pathsOf(below[0].child, below[0].at)
  return [...own, ...below.map(({ child, at }) => branchOf(child, at))]
}

/** A single chain of errors is reported at its end, a node that branches at itself. */
function branchOf(node: Node, path: Path): string {
  const [only] = [...node.children]
  if (node.keywords.size + node.children.size !== 1 || !only) return pointer(path)
  return branchOf(only[1], [...path, only[0]])
}
