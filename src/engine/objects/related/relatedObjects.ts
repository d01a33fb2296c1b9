import type { Labels } from '../../../kubernetes/labelSelector'
import { addTo, groupBy } from '../../model/groupBy'
import { shift, type Range } from '../../model/range'
import { shorten } from '../../model/shorten'
import { locate } from '../../yaml/value'
import { valueOf, type LocatedObject } from '../locatedObjects'
import { labelsAt } from './fields'
import { kindKey, namespaceOf } from './kindKey'
import { podPathOf, referencesOf, type Reference } from './references'
import { inverses, relationWords, type Relation } from './relation'
import { selectionOf, type Selection } from './selections'

/** An object that another one is related to. */
export type RelatedObject = {
  readonly kind: string
  readonly name: string
  /** Empty when it is not written anywhere. */
  readonly namespace: string
  /** Its id in the report and its name in the text; absent when it is not in this text. */
  readonly found?: { readonly id: string; readonly range: Range }
  /** Whether the Pod starts without it, too. */
  readonly isOptional: boolean
}

/** All objects that an object is related to in the same way. */
export type Related = {
  /** Seen from the object: `selected by`. */
  readonly relation: string
  /** In the order of the text, then those that are not in it; at most 20. */
  readonly objects: readonly RelatedObject[]
  /** How many there are with those that are left out. */
  readonly count: number
}

/** Nobody reads more of them. */
const shownLimit = 20

/** The index of the objects of a text, kept as long as the text is the same. */
const indexes = new WeakMap<readonly LocatedObject[], RelationIndex>()

/**
 * The objects that an object is related to, in both directions. `objects`: all of the text. Namespaces are compared as the
 * checks compare them: an unset one is not `default`, unless a field has to name one, as in the subject of a RoleBinding.
 */
export function relatedObjects(
  located: LocatedObject,
  objects: readonly LocatedObject[],
): readonly Related[] {
  const index = indexes.get(objects) ?? new RelationIndex(objects)
  indexes.set(objects, index)
  const { found, missing } = index.relatedTo(located)
  return relationWords.flatMap((relation): readonly Related[] => {
    const present = [...(found.get(relation) ?? [])].toSorted((one, other) => one.rank - other.rank)
    const absent = missing.filter((reference) => reference.relation === relation)
    const count = present.length + absent.length
    if (count === 0) return []
    const shown = [
      ...present.slice(0, shownLimit).map(presentObject),
      ...absent.slice(0, shownLimit).map(absentObject),
    ]
    return [{ relation, objects: shown.slice(0, shownLimit), count }]
  })
}

const presentObject = ({ located }: Entry): RelatedObject => {
  const { id, object, document } = located
  const value = valueOf(located)
  const range = value ? locate(value, ['metadata', 'name']).range : object.range
  return {
    kind: shorten(object.kind),
    name: shorten(object.name),
    namespace: shorten(object.namespace),
    found: { id, range: shift(range, document.range.from) },
    isOptional: false,
  }
}

const absentObject = ({ kind, name, namespace, isOptional }: Reference): RelatedObject => ({
  kind: shorten(kind.slice(kind.indexOf('/') + 1)),
  name: shorten(name),
  namespace: shorten(namespace),
  isOptional,
})

/** An object with what it says about others. `rank`: its position in the text. */
type Entry = {
  readonly located: LocatedObject
  readonly rank: number
  readonly namespace: string
  /** Of the Pod that it is or creates. */
  readonly labels: Labels | undefined
  readonly references: readonly Reference[]
  readonly selection: Selection | undefined
}

type Found = {
  readonly found: ReadonlyMap<string, ReadonlySet<Entry>>
  /** What is named, but not in the text. */
  readonly missing: readonly Reference[]
}

const keyOf = (...parts: readonly string[]): string => parts.join('\0')

/** The objects of a text by name, by the labels of their Pods, and by what they name and select. */
class RelationIndex {
  private readonly entries: ReadonlyMap<string, Entry>
  private readonly byName: ReadonlyMap<string, readonly Entry[]>
  private readonly namedBy = new Map<string, { readonly entry: Entry; readonly relation: Relation }[]>()
  private readonly pods: ReadonlyMap<string, readonly Entry[]>
  private readonly podsByLabel = new Map<string, Entry[]>()
  /** Under the first label that the selector requires, or under the namespace alone. */
  private readonly selecting: ReadonlyMap<string, readonly Entry[]>

  constructor(objects: readonly LocatedObject[]) {
    const entries = objects.map(entryOf)
    this.entries = new Map(entries.map((entry) => [entry.located.id, entry]))
    this.byName = groupBy(entries, nameKey)
    for (const entry of entries)
      for (const reference of entry.references)
        addTo(this.namedBy, this.keyNamed(reference), { entry, relation: reference.relation })
    const bearers = entries.filter(({ labels }) => labels !== undefined)
    this.pods = groupBy(bearers, ({ namespace }) => namespace)
    for (const entry of bearers)
      for (const label of Object.entries(entry.labels ?? {}))
        addTo(this.podsByLabel, keyOf(entry.namespace, ...label), entry)
    this.selecting = groupBy(
      entries.filter(({ selection }) => selection !== undefined),
      ({ namespace, selection }) =>
        keyOf(namespace, ...(Object.entries(selection?.selector.matchLabels ?? {})[0] ?? [])),
    )
  }

  relatedTo({ id }: LocatedObject): Found {
    const entry = this.entries.get(id)
    const found = new Map<string, Set<Entry>>()
    const missing: Reference[] = []
    const add = (relation: string, other: Entry): void => {
      const entries = found.get(relation)
      if (entries) entries.add(other)
      else found.set(relation, new Set([other]))
    }
    if (!entry) return { found, missing }
    for (const reference of entry.references) {
      const named = this.byName.get(this.keyNamed(reference)) ?? []
      for (const other of named) add(reference.relation, other)
      if (named.length === 0 && !reference.isAlwaysThere) missing.push(reference)
    }
    for (const { entry: other, relation } of this.namedBy.get(nameKey(entry)) ?? [])
      add(inverses[relation], other)
    if (entry.selection)
      for (const other of this.selected(entry.namespace, entry.selection))
        add(entry.selection.relation, other)
    if (entry.labels)
      for (const { other, relation } of this.selectingPod(entry.namespace, entry.labels))
        add(inverses[relation], other)
    return { found, missing }
  }

  /** The key of the objects that a reference means. `default` means those without a namespace where there are no others. */
  private keyNamed({ kind, namespace, namesNamespace, name }: Reference): string {
    const key = keyOf(kind, namespace, name)
    return namesNamespace && namespace === 'default' && !this.byName.has(key) ? keyOf(kind, '', name) : key
  }

  private selected(namespace: string, { selector, isSelected }: Selection): readonly Entry[] {
    const lists = Object.entries(selector.matchLabels ?? {}).map(
      (label) => this.podsByLabel.get(keyOf(namespace, ...label)) ?? [],
    )
    const candidates = [...lists, this.pods.get(namespace) ?? []].reduce((shortest, list) =>
      list.length < shortest.length ? list : shortest,
    )
    return candidates.filter(({ labels }) => labels && isSelected(labels))
  }

  private selectingPod(namespace: string, labels: Labels) {
    const keys = [keyOf(namespace), ...Object.entries(labels).map((label) => keyOf(namespace, ...label))]
    return keys.flatMap((key) =>
      (this.selecting.get(key) ?? []).flatMap((other) =>
        other.selection?.isSelected(labels) ? [{ other, relation: other.selection.relation }] : [],
      ),
    )
  }
}

const nameKey = ({ located: { object }, namespace }: Entry): string =>
  keyOf(kindKey(object.apiVersion, object.kind), namespace, object.name)

function entryOf(located: LocatedObject, rank: number): Entry {
  const { object } = located
  const value = valueOf(located)
  const path = podPathOf(object)
  return {
    located,
    rank,
    namespace: namespaceOf(kindKey(object.apiVersion, object.kind), object.namespace),
    labels: object.pod?.labels ?? (path && value && labelsAt(value, [...path, 'metadata', 'labels'])),
    references: value ? referencesOf(object, value) : [],
    selection: selectionOf(object),
  }
}
