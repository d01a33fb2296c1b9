import { chunkBody } from '../engine/chunks'
import type { Path } from '../engine/place'
import { ReadingMemory, type PlacedDocument } from '../engine/read'
import type { SchemaCatalog } from '../engine/schema'
import { defaultSettings, type Settings } from '../engine/settings'
import type { Violation } from '../engine/validate'
import { validityOf } from '../engine/validity'
import { valueAt } from '../engine/value'

export type ResourceRow = {
  readonly kind: string
  readonly name: string
  readonly apiVersion: string
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped' | 'empty'
  /** As kubeconform reports them: only the first level at which errors branch. */
  readonly paths: readonly string[]
  /** Values that the published schemas do not judge: enums, formats, quantities, the size of numbers. */
  readonly enumPaths?: readonly string[]
}

export type ValidateOptions = {
  readonly kubernetesVersion: string
  readonly strict: boolean
  readonly flags?: readonly string[]
}

/** What kubeconform would say of each resource of a text, in the order of the text. */
export function validateAs(
  text: string,
  options: ValidateOptions,
  catalog: SchemaCatalog,
): readonly ResourceRow[] {
  const { kubernetesVersion, strict, flags = [] } = options
  const settings: Settings = { ...defaultSettings, kubernetesVersion, strict }
  const skipped = flags[flags.indexOf('-skip') + 1]?.split(',') ?? []
  const missing = flags.includes('-ignore-missing-schemas') ? 'skipped' : 'error'
  const skips = flags.includes('-skip') ? skipped : []
  return new ReadingMemory().read(text).flatMap((placed) => rowsOf(placed, settings, catalog, missing, skips))
}

/** Rules of reading after which kubeconform gives up on a document; duplicates only under `-strict`. */
const fatalRules: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'invalid-alias',
  'invalid-tag',
  'invalid-number',
  'invalid-key',
  'yaml-directive',
])

function rowsOf(
  { entry, text }: PlacedDocument,
  settings: Settings,
  catalog: SchemaCatalog,
  missing: 'skipped' | 'error',
  skips: readonly string[],
): readonly ResourceRow[] {
  const row = (status: ResourceRow['status']): ResourceRow => ({
    kind: '',
    name: '',
    apiVersion: '',
    status,
    paths: [],
  })
  const { document, objects, problems } = entry
  const fatal = problems.some(
    ({ rule }) => fatalRules.has(rule) || (rule === 'duplicate-key' && settings.strict),
  )
  if (document.status === 'broken' || fatal) return [row('error')]
  const { root } = document
  if (!root) return [row(chunkBody(text).text.includes('{') ? 'error' : 'empty')]
  if (
    problems.some(({ rule, path }) => rule === 'document-root' && path?.length !== 3) &&
    objects.length <= 1
  )
    return [row('error')]
  return objects.map((object) => {
    const { apiVersion, kind, name } = object
    const generated = valueAt(root, [...object.path, 'metadata', 'generateName'])
    const prefix = generated?.type === 'scalar' ? generated.data : undefined
    const identity = { kind, name: prefix ? `${prefix}{{ generateName }}` : name, apiVersion }
    if (!apiVersion || !kind) return row('error')
    if (skips.includes(kind) || skips.includes(`${apiVersion}/${kind}`))
      return { ...identity, status: 'skipped', paths: [] }
    const { status, violations } = validityOf(object, root, text, catalog, settings)
    if (status === 'missing') return { ...identity, status: missing, paths: [] }
    if (object.path.length === 0 && violations.some(breaksIdentity)) return row('error')
    const spelled = catalog.spelling(settings.kubernetesVersion, apiVersion, kind)
    const misspelled: readonly (readonly [Path, string])[] = spelled === kind ? [] : [[['kind'], 'kind']]
    const judged = violations.filter((violation) => violation.kind !== 'value').map(placeOf)
    const paths = folded([...judged, ...misspelled])
    const enumPaths = violations
      .filter((violation) => violation.kind === 'value')
      .map(({ path }) => pointer(path))
    const invalid = paths.length > 0 || enumPaths.length > 0
    return { ...identity, status: invalid ? 'invalid' : 'valid', paths, enumPaths }
  })
}

/** kubeconform reads a document's identity before anything else, and gives up when its parts have the wrong shape. */
const breaksIdentity = ({ kind, path, ...violation }: Violation): boolean => {
  if (kind !== 'type' || path[0] !== 'metadata' || !('value' in violation)) return false
  const named = path.length === 2 && ['name', 'namespace', 'generateName'].includes(String(path[1]))
  return path.length === 1 || (named && violation.value?.type !== 'scalar')
}

/** Where kubeconform puts a violation, and which keyword it breaks there: one node breaks a keyword once. */
function placeOf(violation: Violation): readonly [Path, string] {
  const { kind, path } = violation
  if (kind === 'unknown') return [path.slice(0, -1), 'additionalProperties']
  if (kind === 'missing') return violation.value ? [path, 'type'] : [path.slice(0, -1), 'required']
  return [path, kind]
}

/** Not escaped, as kubeconform prints it. */
const pointer = (path: Path): string => path.map((step) => `/${step}`).join('')

type Node = { readonly keywords: Set<string>; readonly children: Map<string, Node> }

const emptyNode = (): Node => ({ keywords: new Set(), children: new Map() })

/**
 * Follows single errors down; at the first node with two or more it lists one path for each: a leaf's own, or that of
 * the next node that branches again.
 */
function folded(violations: readonly (readonly [Path, string])[]): readonly string[] {
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
