import { dataOf, unwritable } from '../engine/edits/sourceData'
import { entryLines, itemLines, type Style } from '../engine/edits/printYaml'
import { mergeShape } from '../kubernetes/mergeKeys'
import { jsonPatch, type Operation } from './jsonPatch'
import { fitsMerge, mergePatch } from './strategicMerge'
import { type Json, type JsonObject, isList, isObject } from '../engine/model/json'

/** One file of an overlay. */
export type OverlayFile = { readonly name: string; readonly text: string }

/** The files, none when there is nothing to patch or add, and a sentence about each change that they do not make. */
export type Overlay = { readonly files: readonly OverlayFile[]; readonly left: readonly string[] }

/**
 * A kustomize overlay that turns the objects of one manifest into those of another: `kustomization.yaml`, to be put
 * beside the manifest, with a patch for each object that changes or goes, and `added.yaml` for objects that are new.
 * Lists of objects (`kind: List`) are taken apart, as kustomize does it.
 *
 * A change is a strategic merge patch wherever one leads to it and a JSON Patch where none does: for another apiVersion
 * or namespace of the same object, and for what `fitsMerge` refuses. The order of a list's items is kept where it means
 * something. A field that is null counts as absent, as the API has it.
 *
 * `before`, `after`: all objects of the two texts. `resource`: the name of the file with the first of them, any but that
 * of the kustomization. When kustomize would not load it (an object without a name, or one that is there twice), there
 * are no files and `left` says why.
 *
 * Source of the rules: what kustomize 5.0 to 5.8 (kubectl 1.27 to 1.33) does when it is run. 5.0 gets two things wrong
 * that no patch can mend: it takes the quotes off a new key that looks like a number, and changes all places that share
 * a YAML anchor.
 */
export function kustomizeOverlay(before: readonly Json[], after: readonly Json[], resource: string): Overlay {
  const old = read(before)
  const now = read(after)
  const refused = [...old.faults, ...[...repeated(old.objects).values()].map(isTwice)]
  if (refused.length > 0)
    return { files: [], left: refused.map((fault) => `kustomize does not take this manifest: ${fault}`) }

  const twice = repeated(now.objects)
  const { pairs, removed, added } = paired(
    old.objects.filter(({ id }) => !twice.has(id)),
    now.objects.filter(({ id }) => !twice.has(id)),
  )
  const changes = [
    ...removed.map(removalOf),
    ...pairs.map(([from, to]) => changeOf(from, to, [...old.objects, ...added])),
    ...added.map(additionOf),
  ]
  const left = [...now.faults, ...[...twice.values()].map(isTwice)].map(
    (fault) => `kustomize does not take the changed manifest: ${fault}`,
  )
  return { files: filesOf(changes, resource), left: [...left, ...changes.flatMap((made) => made.left ?? [])] }
}

/** An object with what kustomize knows it by. */
type Named = {
  readonly apiVersion: string
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string | undefined
  /** The same for objects that kustomize takes for the same one. */
  readonly id: string
  /** For people. */
  readonly title: string
  readonly data: JsonObject
}

/** What is done about one object. */
type Change = {
  readonly patches?: readonly JsonObject[]
  readonly added?: JsonObject
  readonly left?: string
}

/** The objects of a text, those in lists included, and what is wrong with the others. */
function read(values: readonly Json[]): {
  readonly objects: readonly Named[]
  readonly faults: readonly string[]
} {
  const all = values.flatMap(itemsIn).map(named)
  return {
    objects: all.filter((item) => typeof item !== 'string'),
    faults: all.filter((item) => typeof item === 'string'),
  }
}

function itemsIn(value: Json): readonly Json[] {
  if (value === null) return []
  const items = isObject(value) && String(value['kind']).endsWith('List') ? value['items'] : undefined
  return items !== undefined && isList(items) ? items.flatMap(itemsIn) : [value]
}

function named(value: Json): Named | string {
  if (!isObject(value)) return 'one of its documents is not an object.'
  const { apiVersion, kind, metadata = null } = value
  if (typeof apiVersion !== 'string' || typeof kind !== 'string')
    return 'an object has no apiVersion or no kind.'
  const { name, namespace } = isObject(metadata) ? metadata : {}
  if (typeof name !== 'string' || name === '') return `${kind} without a name.`
  const space = typeof namespace === 'string' && namespace !== '' ? namespace : undefined
  return {
    apiVersion,
    group: apiVersion.includes('/') ? apiVersion.replace(/\/.*/, '') : '',
    kind,
    name,
    namespace: space,
    id: [apiVersion, kind, space ?? 'default', name].join(' '),
    title: `${kind} ${space === undefined ? '' : `${space}/`}${name}`,
    data: withoutNulls(value),
  }
}

/** Data without the fields that are null. */
const withoutNulls = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== null)
      .map(([key, child]) => [key, withoutNullFields(child)]),
  )

const withoutNullFields = (value: Json): Json =>
  isList(value) ? value.map(withoutNullFields) : isObject(value) ? withoutNulls(value) : value

const isTwice = (title: string): string => `${title} is in it more than once.`

/** The objects that are there more than once: their titles by what kustomize knows them by. */
function repeated(objects: readonly Named[]): ReadonlyMap<string, string> {
  const seen = new Set<string>()
  const twice = new Map<string, string>()
  for (const { id, title } of objects) {
    if (seen.has(id)) twice.set(id, title)
    seen.add(id)
  }
  return twice
}

type Pairs = {
  readonly pairs: readonly (readonly [from: Named, to: Named])[]
  readonly removed: readonly Named[]
  readonly added: readonly Named[]
}

/** By what an object is found again: first by all, then in another version, then in another namespace. */
const identities: readonly ((object: Named) => string)[] = [
  ({ id }) => id,
  ({ group, kind, namespace = 'default', name }) => [group, kind, namespace, name].join(' '),
  ({ group, kind, name }) => [group, kind, name].join(' '),
]

/** Which object became which: pairs in the order of the old ones. */
function paired(old: readonly Named[], now: readonly Named[]): Pairs {
  const found = new Map<Named, Named>()
  const taken = new Set<Named>()
  for (const identity of identities) {
    const open = new Map(now.filter((one) => !taken.has(one)).map((one) => [identity(one), one]))
    for (const one of old) {
      const other = found.has(one) ? undefined : open.get(identity(one))
      if (!other || taken.has(other)) continue
      found.set(one, other)
      taken.add(other)
    }
  }
  return {
    pairs: old.flatMap((one) => {
      const other = found.get(one)
      return other ? [[one, other] as const] : []
    }),
    removed: old.filter((one) => !found.has(one)),
    added: now.filter((one) => !taken.has(one)),
  }
}

const removalOf = (object: Named): Change => ({
  patches: [{ patch: mappingText({ $patch: 'delete', ...head(object) }) }],
})

function additionOf({ data, title }: Named): Change {
  const fault = unwritable(data)
  return fault === undefined ? { added: data } : { left: `${title} is not added: ${fault}` }
}

function changeOf(from: Named, to: Named, all: readonly Named[]): Change {
  const fault = unwritable(to.data)
  if (fault !== undefined) return { left: `${from.title} stays as it is: ${fault}` }
  // What is left when apiVersion and namespace stay: kustomize finds the object of a merge patch by them.
  const same = withIdentity(to.data, from)
  const shape = mergeShape(from.apiVersion, from.kind)
  const isMerge = fitsMerge(from.data, same, shape)
  const merge = isMerge ? mergePatch(from.data, same, shape) : undefined
  const operations = jsonPatch(isMerge ? same : from.data, to.data, '')
  const merging = merge ? [{ patch: mappingText(mergeOf(from, merge)) }] : []
  if (operations.length === 0) return { patches: merging }
  const target = targetOf(from, all)
  return target
    ? { patches: [...merging, { target, patch: operationsText(operations) }] }
    : { patches: merging, left: `${from.title} does not change in all it should: ${notAlone}` }
}

const notAlone =
  'it takes a JSON Patch, and kustomize cannot tell it from the object of the same kind and name in another group.'

/** An object under the apiVersion and namespace of another one. */
function withIdentity(data: JsonObject, { apiVersion, namespace }: Named): JsonObject {
  const { namespace: _, ...metadata } = metadataOf(data)
  return {
    ...data,
    apiVersion,
    metadata: namespace === undefined ? metadata : { ...metadata, namespace },
  }
}

const metadataOf = ({ metadata }: JsonObject): JsonObject =>
  metadata !== undefined && isObject(metadata) ? metadata : {}

/** What a patch begins with: by it, kustomize finds the object. */
const head = ({ apiVersion, kind, name, namespace }: Named) => ({
  apiVersion,
  kind,
  metadata: namespace === undefined ? { name } : { name, namespace },
})

function mergeOf(object: Named, { metadata: own = {}, ...merge }: JsonObject): JsonObject {
  const { apiVersion, kind, metadata } = head(object)
  return { apiVersion, kind, metadata: { ...metadata, ...(isObject(own) ? own : {}) }, ...merge }
}

/**
 * How a JSON Patch finds its object, by patterns that fit this one only. Nothing says "of no group", so there is none
 * for an object of the core group beside its double in another one. The namespace is named where it tells objects
 * apart: for kinds that have none, kustomize does not go by the one that is written.
 */
function targetOf(object: Named, all: readonly Named[]): JsonObject | undefined {
  const { apiVersion, group, kind, name, namespace } = object
  const version = apiVersion.replace(/.*\//, '')
  const others = all.filter((other) => other !== object && other.kind === kind && other.name === name)
  const isAlone = others.every(
    (other) =>
      (group !== '' && other.group !== group) || (other.namespace ?? 'default') !== (namespace ?? 'default'),
  )
  if (!isAlone) return undefined
  return {
    ...(group === '' ? {} : { group }),
    version,
    kind,
    name: name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    ...(others.length > 0 ? { namespace: namespace ?? 'default' } : {}),
  }
}

function filesOf(changes: readonly Change[], resource: string): readonly OverlayFile[] {
  const patches = changes.flatMap((made) => made.patches ?? [])
  const added = changes.flatMap((made) => (made.added ? [made.added] : []))
  if (patches.length + added.length === 0) return []
  const name = resource === 'added.yaml' ? 'new.yaml' : 'added.yaml'
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: added.length > 0 ? [resource, name] : [resource],
    ...(patches.length > 0 ? { patches } : {}),
  }
  const files = [{ name: 'kustomization.yaml', text: `${blockText(kustomization)}\n` }]
  return added.length > 0 ? [...files, { name, text: `${added.map(blockText).join('\n---\n')}\n` }] : files
}

const style: Style = {
  step: 2,
  indentless: true,
  gap: 1,
  literal: true,
  quote: 'double',
  flow: { json: false, colon: ': ', comma: ', ', pad: '' },
}

function blockText(value: JsonObject): string {
  const data = dataOf(value)
  return data.type === 'mapping' ? entryLines(data.entries, 0, style).join('\n') : ''
}

/** kustomize cuts the blanks and line breaks off the end of a patch, so text of several lines never stands there. */
const mappingText = (patch: JsonObject): string =>
  blockText(endsInLines(patch) ? movedToEnd(patch, 'kind') : patch)

const operationsText = (operations: readonly Operation[]): string =>
  operations
    .map((operation) => dataOf(endsInLines(operation) ? movedToEnd(operation, 'path') : operation))
    .flatMap((data) => itemLines(data, 0, style))
    .join('\n')

const movedToEnd = (value: JsonObject, key: string): JsonObject => {
  const { [key]: moved = null, ...others } = value
  return { ...others, [key]: moved }
}

function endsInLines(value: Json | undefined): boolean {
  if (value === undefined) return false
  if (isObject(value)) return endsInLines(Object.values(value).at(-1))
  return isList(value) ? endsInLines(value.at(-1)) : typeof value === 'string' && value.includes('\n')
}
