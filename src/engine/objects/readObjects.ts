import type { ObjectOfKind, PodOwner } from '../../kubernetes/objects'
import type { Container, ObjectMeta, PodSpec, PodTemplate } from '../../kubernetes/pods'
import { templatePaths } from '../../kubernetes/objects'
import { decodeObject, structureOf, type Mismatch } from './decodeObject'
import type { Document } from '../yaml/readDocument'
import type { Thing } from '../model/finding'
import type { Range } from '../model/range'
import type { Problem } from '../model/problem'
import { hasShellPlaceholder, hasTemplate, renderAdvice } from '../yaml/templatePlaceholders'
import { isNull, locate, valueAt, type Mapping, type Value } from '../yaml/value'
import { type Path, pathText } from '../model/path'
import { shorten } from '../model/shorten'
import { chosenKey, missingTitle, titleWithField } from '../model/titles'
import { wrongType } from './wrongType'

/** One Kubernetes object of a document. `Data`: the type of its content, for kinds that the checks support. */
export type KubernetesObject<Data = unknown> = {
  readonly apiVersion: string
  readonly kind: string
  /** Empty when the text does not set it; it is not replaced by `default`. */
  readonly namespace: string
  readonly name: string
  /** From the root of the document: empty, or `['items', 3]` inside a List. */
  readonly path: Path
  readonly range: Range
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** Whether the checks support this kind. If not, `data` is empty, and the object is in no relation to others. */
  readonly isSupportedKind: boolean
  readonly data: Data
  readonly pod?: Pod
}

/** The Pod that an object is or creates. Its labels and annotations are those of the Pod template. */
export type Pod = {
  /** From the root of the object to the parent of the Pod's `metadata` and `spec`: `['spec', 'template']`. */
  readonly path: Path
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly spec: PodSpec
  /** Init containers first, then containers. */
  readonly containers: readonly LocatedContainer[]
}

export type LocatedContainer = {
  readonly container: Container
  readonly name: string
  /** From the root of the object. */
  readonly path: Path
  /** What to call it within a sentence: `container web`, `init container migrate`, `container 2 (unnamed)`. */
  readonly about: Thing
  /** The same at the beginning of a sentence: `Init container migrate`. */
  readonly title: string
}

export type PodBearer<Data = PodOwner> = KubernetesObject<Data> & { readonly pod: Pod }

/** Whether an object is a Pod or creates Pods. */
export const isPodBearer = (object: KubernetesObject): object is PodBearer => object.pod !== undefined

/** Whether an object has a kind, and with it the type of its data. */
export const isOfKind = <Kind extends keyof ObjectOfKind>(
  object: KubernetesObject,
  kind: Kind,
): object is KubernetesObject<ObjectOfKind[Kind]> => object.kind === kind

/** The name of an object in messages: `Deployment web`. */
export const titleOf = ({ kind, name }: KubernetesObject): string =>
  `${shorten(kind)} ${shorten(name) || '(unnamed)'}`

type ObjectsOfDocument = {
  readonly objects: readonly KubernetesObject[]
  readonly problems: readonly Problem[]
}

/**
 * The objects of one document and their problems. A List is replaced by its items. Ranges and paths are relative to the
 * document.
 */
export function readObjects(document: Document, text: string): ObjectsOfDocument {
  if (!document.root) return { objects: [], problems: [] }
  const reader = new ObjectReader(document, document.root, text)
  reader.read(document.root, [], undefined)
  return reader
}

/** So many values the objects of a document have at most when it has aliases, or one for each character of its text. */
const leastValues = 20_000

/** What the items of a typed list, such as a PodList, inherit when they have no apiVersion or kind of their own. */
type ItemType = { readonly apiVersion: string; readonly kind: string }

class ObjectReader implements ObjectsOfDocument {
  readonly objects: KubernetesObject[] = []
  readonly problems: Problem[] = []
  private readonly isJson: boolean
  /** How many values the objects can still have. */
  private valuesLeft: number

  constructor(
    { json, hasAliases }: Document,
    private readonly root: Mapping,
    private readonly text: string,
  ) {
    this.isJson = json
    this.valuesLeft = hasAliases ? Math.max(leastValues, text.length) : Infinity
  }

  read(value: Mapping, path: Path, inherited: ItemType | undefined) {
    const apiVersion = scalarText(value, ['apiVersion']) || (inherited?.apiVersion ?? '')
    const kind = scalarText(value, ['kind']) || (inherited?.kind ?? '')
    const items = valueAt(value, ['items'])
    if (kind.endsWith('List') && items?.type === 'sequence') {
      if (!apiVersion) this.missingIdentity(path, 'apiVersion')
      const itemKind = kind.slice(0, -'List'.length)
      for (const [index, item] of items.items.entries()) {
        this.item(item, [...path, 'items', index], itemKind ? { apiVersion, kind: itemKind } : undefined)
      }
      return
    }
    if (!apiVersion || !kind) this.missingIdentity(path, apiVersion ? 'kind' : 'apiVersion')
    if (kind !== 'List') this.object(value, path, apiVersion, kind)
    else if (!items) this.listWithoutItems(value, path)
    else if (!isNull(items)) {
      const at = [...path, 'items']
      const { message, title } = wrongType(at, 'a list of objects', items, this.text)
      this.problem('field-type', at, { message, title })
    }
  }

  private item(item: Value, path: Path, inherited: ItemType | undefined) {
    if (item.type === 'mapping') this.read(item, path, inherited)
    else if (!isNull(item))
      this.problem('document-root', path, {
        message: wrongType(path, 'an object', item, this.text).message,
        title: 'List item is not an object',
      })
  }

  /** A List without `items` is empty, unless the objects are in a field with another name. */
  private listWithoutItems({ entries }: Mapping, path: Path) {
    const key = [...entries.keys()].find((name) => !/^(?:apiVersion|kind|metadata)$/.test(name))
    if (key === undefined) return
    this.problem('unknown-field', [...path, key], {
      message: `List has an unknown field ${key} and no field items, so it contains no objects.`,
      title: 'List without items',
      advice: 'Put the objects of a List in the field items.',
    })
  }

  private missingIdentity(path: Path, key: string) {
    this.problem('document-root', [...path, key], {
      message: `The object has no ${key}, which is required.`,
      title: missingTitle([key]),
      advice: 'Every object must have an apiVersion and a kind.',
    })
  }

  private object(value: Mapping, path: Path, apiVersion: string, kind: string) {
    if (this.valuesLeft < Infinity) this.valuesLeft -= countValues(value, this.valuesLeft + 1)
    if (this.valuesLeft < 0) return this.repeated(path)
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
    const { data, mismatches } = decodeObject(value, structure, this.isJson)
    // The decoder returns only fields with the types of the API, so metadata is an ObjectMeta.
    const { metadata = {} } = data as { metadata?: ObjectMeta }
    const { namespace = '', name = '', labels = {}, annotations = {} } = metadata
    const pod = podOf(kind, data)
    const identity = { apiVersion, kind, namespace, name, path, range }
    const object = { ...identity, labels, annotations, isSupportedKind: true, data, ...(pod && { pod }) }
    this.objects.push(object)
    for (const mismatch of mismatches) this.mismatch(path, mismatch)
    this.placeholders(object)
  }

  /** Says once that objects are not checked, because aliases make too many of too little text. */
  private repeated(path: Path) {
    if (this.problems.some(({ rule }) => rule === 'too-large')) return
    const message =
      'The aliases of this document repeat so many values that this object and those after it are not checked.'
    this.problem('too-large', path, {
      ...{ message, title: 'Aliases repeat too many values' },
      ...{ advice: 'Write each object once, or without aliases.', severity: 'warning' },
    })
  }

  private mismatch(base: Path, { path, expected, value }: Mismatch) {
    if (value.type === 'scalar' && typeof value.data === 'string' && hasShellPlaceholder(value.data)) {
      this.unrendered([...base, ...path], this.text.slice(value.from, value.to), 'refused')
      return
    }
    this.problem('field-type', [...base, ...path], {
      ...wrongType(path, expected, value, this.text),
      ...aboutThing(chosenKey(path)),
    })
  }

  /** Placeholders in names and images: they are valid text, but nobody wants to apply them. */
  private placeholders({ path, name, namespace, pod }: KubernetesObject) {
    const values: readonly (readonly [Path, string | undefined])[] = [
      [['metadata', 'name'], name],
      [['metadata', 'namespace'], namespace],
      ...(pod?.containers ?? []).map(
        (located) => [[...located.path, 'image'], located.container.image] as const,
      ),
    ]
    for (const [at, value] of values) {
      if (value !== undefined && (hasShellPlaceholder(value) || hasTemplate(value))) {
        this.unrendered([...path, ...at], value, 'warning')
      }
    }
  }

  private unrendered(path: Path, source: string, severity: Problem['severity']) {
    const message = `${pathText(path)} contains an unrendered placeholder: ${source.slice(0, 60)}.`
    const title = titleWithField('Unrendered placeholder', path)
    this.problem('unrendered-template', path, {
      ...{ message, title, advice: renderAdvice, severity },
      ...aboutThing(chosenKey(path)),
    })
  }

  private problem(
    rule: Problem['rule'],
    path: Path,
    words: Pick<Problem, 'message' | 'title' | 'about' | 'advice'> & Partial<Pick<Problem, 'severity'>>,
  ) {
    this.problems.push({ rule, severity: 'refused', path, ...words, ...locate(this.root, path) })
  }
}

const aboutThing = (thing: Thing | undefined) => thing && { about: thing }

/** How many values there are in a value, itself included and every alias followed; `limit` when there are more. */
function countValues(root: Value, limit: number): number {
  const waiting = [root]
  let count = 0
  for (let value = waiting.pop(); value && count < limit; value = waiting.pop()) {
    count++
    if (value.type === 'sequence') for (const item of value.items) waiting.push(item)
    if (value.type === 'mapping') for (const entry of value.entries.values()) waiting.push(entry.value)
  }
  return count
}

/** The scalar at a path as text; empty for null and for anything else. */
const scalarText = (root: Mapping, path: Path): string => {
  const value = valueAt(root, path)
  return value?.type === 'scalar' && value.data !== null ? String(value.data) : ''
}

function podOf(kind: string, data: unknown): Pod | undefined {
  const path = templatePaths[kind]
  if (!path) return undefined
  let template: unknown = data
  for (const step of path) template = (template as Record<string, unknown> | undefined)?.[step]
  const { metadata = {}, spec = {} } = (template ?? {}) as PodTemplate
  const located = (field: 'initContainers' | 'containers', noun: string, capitalized: string) =>
    (spec[field] ?? []).map((container, index) => {
      const { name = '' } = container
      const about = { noun, name: shorten(name) || `${index + 1} (unnamed)` }
      const title = `${capitalized} ${about.name}`
      return { container, name, path: [...path, 'spec', field, index], about, title }
    })
  return {
    path,
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
    spec,
    containers: [
      ...located('initContainers', 'init container', 'Init container'),
      ...located('containers', 'container', 'Container'),
    ],
  }
}
