import type {
  Container,
  ObjectMeta,
  ObjectOfKind,
  PodOwner,
  PodSpec,
  PodTemplate,
} from '../../kubernetes/objects'
import { templatePaths } from '../../kubernetes/objects'
import { decodeObject, structureOf, type Mismatch } from './decodeObject'
import type { Document } from '../yaml/readDocument'
import { type Range } from '../model/range'
import type { Problem } from '../model/problem'
import { renderAdvice, shellPlaceholder } from '../yaml/templatePlaceholders'
import { locate, valueAt, type Mapping, type Value } from '../yaml/value'
import { type Path, pathText } from '../model/path'

/** One Kubernetes object of a document. `Data` is its content as far as the checks know the kind. */
export type KubernetesObject<Data = unknown> = {
  readonly apiVersion: string
  readonly kind: string
  /** Empty when the text names none: namespaces are compared as written. */
  readonly namespace: string
  readonly name: string
  /** From the root of the document: empty, or `['items', 3]` inside a List. */
  readonly path: Path
  readonly range: Range
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** Whether the checks know this kind; if not, `data` is empty and nothing judges or finds it. */
  readonly isSupportedKind: boolean
  readonly data: Data
  readonly pod?: Pod
}

/** The pod that an object runs or is. Labels and annotations are the template's, the namespace is the object's. */
export type Pod = {
  /** From the root of the object to what carries `metadata` and `spec`. */
  readonly path: Path
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly spec: PodSpec
  /** Init containers first, then containers, as every container check goes through them. */
  readonly containers: readonly LocatedContainer[]
}

export type LocatedContainer = {
  readonly container: Container
  readonly name: string
  /** From the root of the object. */
  readonly path: Path
  /** How messages name it: `Container web`, `Init container migrate`. */
  readonly title: string
}

export type PodBearer<Data = PodOwner> = KubernetesObject<Data> & { readonly pod: Pod }

/** Whether an object runs Pods, or is one. */
export const isPodBearer = (object: KubernetesObject): object is PodBearer => object.pod !== undefined

/** Whether an object is of a kind, which decides the type of its data. */
export const isOfKind = <Kind extends keyof ObjectOfKind>(
  object: KubernetesObject,
  kind: Kind,
): object is KubernetesObject<ObjectOfKind[Kind]> => object.kind === kind

/** How messages name an object: `Deployment web`. */
export const titleOf = ({ kind, name }: KubernetesObject): string =>
  name ? `${kind} ${name}` : `The unnamed ${kind}`

export type ObjectsOfDocument = {
  readonly objects: readonly KubernetesObject[]
  readonly problems: readonly Problem[]
}

/** The objects of one document, Lists unfolded, with what is wrong about them. Offsets and paths are the document's. */
export function readObjects(document: Document, text: string): ObjectsOfDocument {
  if (!document.root) return { objects: [], problems: [] }
  const reader = new ObjectReader(document.json, document.root, text)
  reader.read(document.root, [], undefined)
  return reader
}

class ObjectReader implements ObjectsOfDocument {
  readonly objects: KubernetesObject[] = []
  readonly problems: Problem[] = []

  constructor(
    private readonly json: boolean,
    private readonly root: Mapping,
    private readonly text: string,
  ) {}

  /** `list`: what a typed list says of items that do not name their own type. */
  read(value: Mapping, path: Path, list: { readonly apiVersion: string; readonly kind: string } | undefined) {
    const apiVersion = scalarText(value, ['apiVersion']) || (list?.apiVersion ?? '')
    const kind = scalarText(value, ['kind']) || (list?.kind ?? '')
    const items = valueAt(value, ['items'])
    if (kind.endsWith('List') && items?.type === 'sequence') {
      if (!apiVersion) this.unnamed(path, 'apiVersion')
      const itemKind = kind.slice(0, -'List'.length)
      for (const [index, item] of items.items.entries()) {
        this.item(item, [...path, 'items', index], itemKind ? { apiVersion, kind: itemKind } : undefined)
      }
      return
    }
    if (!apiVersion || !kind) this.unnamed(path, apiVersion ? 'kind' : 'apiVersion')
    if (kind !== 'List') this.object(value, path, apiVersion, kind)
    else if (!items) this.itemsElsewhere(value, path)
    else if (!(items.type === 'scalar' && items.data === null)) {
      this.problem('field-type', [...path, 'items'], 'items must be a list of objects.')
    }
  }

  private item(
    item: Value,
    path: Path,
    list: { readonly apiVersion: string; readonly kind: string } | undefined,
  ) {
    if (item.type === 'mapping') this.read(item, path, list)
    else if (item.type !== 'scalar' || item.data !== null) {
      this.problem('document-root', path, `Item ${path.at(-1)} of the list is not an object.`)
    }
  }

  /** A List without items is empty, unless they are there under another name. */
  private itemsElsewhere({ entries }: Mapping, path: Path) {
    const key = [...entries.keys()].find((name) => !/^(?:apiVersion|kind|metadata)$/.test(name))
    if (key === undefined) return
    const message = `A List has no field ${key}, so nothing in it is read.`
    this.problem('unknown-field', [...path, key], message, 'The objects of a List are in its field items.')
  }

  private unnamed(path: Path, key: string) {
    const message = `The object has no ${key}, so nothing can tell what it is.`
    this.problem('document-root', [...path, key], message, 'Every object names its apiVersion and kind.')
  }

  private object(value: Mapping, path: Path, apiVersion: string, kind: string) {
    const structure = structureOf(apiVersion, kind)
    const range = { from: value.from, to: value.to }
    if (!structure) {
      const [namespace, name] = [
        scalarText(value, ['metadata', 'namespace']),
        scalarText(value, ['metadata', 'name']),
      ]
      const identity = { apiVersion, kind, namespace, name, path, range }
      this.objects.push({ ...identity, labels: {}, annotations: {}, isSupportedKind: false, data: {} })
      return
    }
    const { data, mismatches } = decodeObject(value, structure, this.json)
    // The decoder has checked every field against the API's types, of which ObjectMeta and PodTemplate are a part.
    const { metadata = {} } = data as { metadata?: ObjectMeta }
    const { namespace = '', name = '', labels = {}, annotations = {} } = metadata
    const pod = podOf(kind, data)
    const identity = { apiVersion, kind, namespace, name, path, range }
    const object = { ...identity, labels, annotations, isSupportedKind: true, data, ...(pod && { pod }) }
    this.objects.push(object)
    for (const mismatch of mismatches) this.mismatch(path, mismatch)
    this.placeholders(object)
  }

  private mismatch(base: Path, { path, expected, value }: Mismatch) {
    const written = this.text.slice(value.from, value.to)
    if (value.type === 'scalar' && typeof value.data === 'string' && shellPlaceholder.test(value.data)) {
      this.unrendered([...base, ...path], written, 'refused')
      return
    }
    const { message, advice } = wrongType(path, expected, value, this.text)
    this.problem('field-type', [...base, ...path], message, advice)
  }

  /** Names and images that still hold a placeholder: valid text, but not what anyone means to apply. */
  private placeholders({ path, name, namespace, pod }: KubernetesObject) {
    const places: readonly (readonly [Path, string | undefined])[] = [
      [['metadata', 'name'], name],
      [['metadata', 'namespace'], namespace],
      ...(pod?.containers ?? []).map(
        (placed) => [[...placed.path, 'image'], placed.container.image] as const,
      ),
    ]
    for (const [at, written] of places) {
      if (written !== undefined && (shellPlaceholder.test(written) || /\{\{.*\}\}/.test(written))) {
        this.unrendered([...path, ...at], written, 'warning')
      }
    }
  }

  private unrendered(path: Path, written: string, severity: Problem['severity']) {
    const message = `${pathText(path)} still holds a placeholder: ${written.slice(0, 60)}.`
    this.problem('unrendered-template', path, message, renderAdvice, severity)
  }

  private problem(
    rule: Problem['rule'],
    path: Path,
    message: string,
    advice?: string,
    severity: Problem['severity'] = 'refused',
  ) {
    this.problems.push({
      rule,
      severity,
      path,
      message,
      ...(advice && { advice }),
      ...locate(this.root, path),
    })
  }
}

const scalarText = (value: Mapping, path: Path): string => {
  const found = valueAt(value, path)
  return found?.type === 'scalar' && found.data !== null ? String(found.data) : ''
}

/** What to say of a field whose value has the wrong type. `text`: that of the document; `whole`: the object's own name. */
export function wrongType(
  path: Path,
  expected: string,
  value: Value,
  text: string,
  whole = 'The object',
): { readonly message: string; readonly advice?: string } {
  const written = text.slice(value.from, value.to)
  const message = `${pathText(path) || whole} must be ${expected}, but ${described(value, written)}.`
  const quotable = expected === 'text' && value.type === 'scalar' && value.data !== null
  return { message, ...(quotable && { advice: `Put it in quotes: "${written}".` }) }
}

function described(value: Value, written: string): string {
  if (value.type !== 'scalar')
    return value.type === 'sequence' ? 'here stands a list' : 'here stands a mapping'
  if (value.data === null) return 'here stands nothing'
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written
  if (typeof value.data === 'string') return `${/^["']/.test(shown) ? shown : JSON.stringify(shown)} is text`
  return `${shown} is ${typeof value.data === 'boolean' ? 'a boolean' : 'a number'}`
}

function podOf(kind: string, data: unknown): Pod | undefined {
  const path = templatePaths[kind]
  if (!path) return undefined
  let template: unknown = data
  for (const step of path) template = (template as Record<string, unknown> | undefined)?.[step]
  const { metadata = {}, spec = {} } = (template ?? {}) as PodTemplate
  const placed = (field: 'initContainers' | 'containers', title: string) =>
    (spec[field] ?? []).map((container, index) => {
      const { name = '' } = container
      const named = name ? `${title} ${name}` : `${title} without a name (number ${index + 1})`
      return { container, name, path: [...path, 'spec', field, index], title: named }
    })
  return {
    path,
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
    spec,
    containers: [...placed('initContainers', 'Init container'), ...placed('containers', 'Container')],
  }
}
