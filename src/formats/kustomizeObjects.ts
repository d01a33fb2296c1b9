import { isList, isObject, type Json, type JsonObject } from '../engine/model/json'
import { groupOf } from '../kubernetes/apiVersion'

/** An object with the parts by which kustomize identifies it. */
export type KustomizeObject = {
  readonly apiVersion: string
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string | undefined
  /** Equal for objects that kustomize treats as the same. */
  readonly id: string
  /** `Deployment shop/web`, for messages. */
  readonly title: string
  /** The object without fields that are null, as the API treats them. */
  readonly data: JsonObject
}

type ReadObjects = {
  /** Those that appear once. */
  readonly objects: readonly KustomizeObject[]
  /** The ids of those that appear more than once. */
  readonly duplicates: ReadonlySet<string>
  /** What kustomize cannot load, each as the end of a sentence: `ConfigMap shop/a appears more than once.` */
  readonly errors: readonly string[]
}

/** The objects in the documents of a manifest. Lists (`kind: List`) are expanded, as kustomize does it. */
export function readObjects(documents: readonly Json[]): ReadObjects {
  const all = documents.flatMap(expandList).map(readObject)
  const objects = all.filter((object) => typeof object !== 'string')
  const titles = duplicateTitles(objects)
  return {
    objects: objects.filter(({ id }) => !titles.has(id)),
    duplicates: new Set(titles.keys()),
    errors: [
      ...all.filter((object) => typeof object === 'string'),
      ...[...titles.values()].map((title) => `${title} appears more than once.`),
    ],
  }
}

function expandList(document: Json): readonly Json[] {
  if (document === null) return []
  const items =
    isObject(document) && String(document['kind']).endsWith('List') ? document['items'] : undefined
  return items !== undefined && isList(items) ? items.flatMap(expandList) : [document]
}

/** An object, or why kustomize cannot load it. */
function readObject(value: Json): KustomizeObject | string {
  if (!isObject(value)) return 'a document is not an object.'
  const { apiVersion, kind, metadata = null } = value
  if (typeof apiVersion !== 'string' || typeof kind !== 'string')
    return 'an object has no apiVersion or no kind.'
  const { name, namespace: written } = isObject(metadata) ? metadata : {}
  if (typeof name !== 'string' || name === '') return `an object of kind ${kind} has no metadata.name.`
  const namespace = typeof written === 'string' && written !== '' ? written : undefined
  return {
    apiVersion,
    group: groupOf(apiVersion),
    kind,
    name,
    namespace,
    id: [apiVersion, kind, namespace ?? 'default', name].join(' '),
    title: `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
    data: withoutNullFields(value),
  }
}

const withoutNullFields = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== null)
      .map(([key, child]) => [key, withoutNulls(child)]),
  )

const withoutNulls = (value: Json): Json =>
  isList(value) ? value.map(withoutNulls) : isObject(value) ? withoutNullFields(value) : value

/** The titles of objects that appear more than once, by id. */
function duplicateTitles(objects: readonly KustomizeObject[]): ReadonlyMap<string, string> {
  const seen = new Set<string>()
  const duplicates = new Map<string, string>()
  for (const { id, title } of objects) {
    if (seen.has(id)) duplicates.set(id, title)
    seen.add(id)
  }
  return duplicates
}

type PairedObjects = {
  /** In the order of the objects before. */
  readonly pairs: readonly (readonly [before: KustomizeObject, after: KustomizeObject])[]
  readonly removed: readonly KustomizeObject[]
  readonly added: readonly KustomizeObject[]
}

/** Ways to identify an object, strictest first: exactly, in any version of its group, in any namespace. */
const identities: readonly ((object: KustomizeObject) => string)[] = [
  ({ id }) => id,
  ({ group, kind, namespace = 'default', name }) => [group, kind, namespace, name].join(' '),
  ({ group, kind, name }) => [group, kind, name].join(' '),
]

/** Pairs each object before a change with the same object after it. */
export function pairObjects(
  before: readonly KustomizeObject[],
  after: readonly KustomizeObject[],
): PairedObjects {
  const found = new Map<KustomizeObject, KustomizeObject>()
  const paired = new Set<KustomizeObject>()
  for (const identity of identities) {
    const candidates = new Map(
      after.filter((object) => !paired.has(object)).map((object) => [identity(object), object]),
    )
    for (const object of before) {
      const other = found.has(object) ? undefined : candidates.get(identity(object))
      if (!other || paired.has(other)) continue
      found.set(object, other)
      paired.add(other)
    }
  }
  return {
    pairs: before.flatMap((object) => {
      const other = found.get(object)
      return other ? [[object, other] as const] : []
    }),
    removed: before.filter((object) => !found.has(object)),
    added: after.filter((object) => !paired.has(object)),
  }
}
