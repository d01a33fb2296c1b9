import { DocumentCache } from '../engine/objects/documentCache'
import type { Value } from '../engine/yaml/value'
import type { Difference } from './differences'
import type { ResourceRow } from './kubeconform'

/** A case in which we mean to answer otherwise than kubeconform does. */
type KubeconformDifference = Omit<Difference, 'kubeScore' | 'appliesTo'> & {
  readonly kubeconform: string
  readonly appliesTo: (text: string, rows: readonly ResourceRow[]) => boolean
}

const sees = (pattern: RegExp) => (text: string) => pattern.test(text)

const holdsNull = (value: Value | undefined): boolean => {
  if (value?.type === 'mapping') return [...value.entries.values()].some((entry) => holdsNull(entry.value))
  return value?.type === 'sequence' ? value.items.some(holdsNull) : value?.data === null
}

export const kubeconformDifferences: readonly KubeconformDifference[] = [
  {
    id: 'lost-document',
    when: 'Documents are cut by `...`, by a line that only starts with three dashes, or stand on the separator line.',
    kubeconform: 'Drops what follows, or cuts in the middle of a value, without a word.',
    ours: 'Reads every document; cuts only at lines that YAML takes for separators.',
    why: 'Nothing that was pasted may be lost in silence.',
    appliesTo: sees(/^\.\.\.|^---[^\s]|^--- +[^\s#]|\n---[^\n]+$|\uFEFF|\r(?!\n)/m),
  },
  {
    id: 'typed-list',
    when: 'Objects stand in a typed list such as a RoleList.',
    kubeconform: 'Validates the list as one resource.',
    ours: 'Unfolds it and validates each object.',
    why: 'People look for the object, not for its place in a list.',
    appliesTo: sees(/kind["']?:\s*["']?[A-Z][A-Za-z]+List\b/),
  },
  {
    id: 'list-shape',
    when: 'A List spells its kind or items in other letters, repeats them, holds Lists, or items that are no objects.',
    kubeconform:
      'Reads the letters in any case, keeps the last of repeated keys, does not unfold inner Lists.',
    ours: 'Reads Lists as strictly as any object, and Lists in Lists too.',
    why: 'A cluster reads them so.',
    appliesTo: sees(/kind["']?:\s*["']?list\b/i),
  },
  {
    id: 'merge-override',
    when: 'In strict mode a merged key is set again.',
    kubeconform: 'Takes it for a duplicate and gives up on the document.',
    ours: 'Lets it pass: that is what merges are for.',
    why: 'The API server never sees the merge.',
    appliesTo: sees(/^\s*<<\s*:/m),
  },
  {
    id: 'null-value',
    when: 'A quantity, an int-or-string, a field with an enum or an item is null.',
    kubeconform: 'Refuses it, by accident of how its schemas are made.',
    ours: 'Takes null for an absent field.',
    why: 'So does the API server.',
    appliesTo: (text) =>
      new DocumentCache().read(text).some(({ reading }) => holdsNull(reading.document.root)),
  },
  {
    id: 'enum',
    when: 'A field has a value that is none of those the API takes.',
    kubeconform: 'Knows few of these fields.',
    ours: 'Knows them all.',
    why: 'The API server refuses the value.',
    appliesTo: (_, rows) => rows.some(({ enumPaths = [] }) => enumPaths.length > 0),
  },
  {
    id: 'first-label',
    when: 'The group has the same first word as one of Kubernetes, or the version other letters or a third part.',
    kubeconform: 'Looks only at the first word, in any letters, and judges by the wrong schema.',
    ours: 'Looks at the whole apiVersion.',
    why: 'They are different APIs.',
    appliesTo: sees(
      /apiVersion["']?:\s*["']?(?:[^\s"']*\/[^\s"']*\/|[^\s"']*[A-Z]|[a-z]+\.example\.|meta\/)/,
    ),
  },
  {
    id: 'definition-as-kind',
    when: 'The kind names a part of an object, such as a PodSpec, or a kind that only the API server writes.',
    kubeconform: 'Validates against the part, and has no schema for the others.',
    ours: 'Knows kinds only, all of them.',
    why: 'A part cannot be applied.',
    appliesTo: sees(/kind["']?:\s*["']?(?:PodSpec|ObjectMeta|Status|DeleteOptions|APIGroup|WatchEvent)\b/),
  },
  {
    id: 'crd',
    when: 'The object is a CustomResourceDefinition.',
    kubeconform: 'Has no schema for it: the type contains itself.',
    ours: 'Validates it.',
    why: 'Nothing speaks against it.',
    appliesTo: sees(/kind["']?:\s*["']?CustomResourceDefinition\b/),
  },
  {
    id: 'identity-letters',
    when: 'kind, apiVersion, metadata or name are written in other letters.',
    kubeconform: 'Finds them in any letters, and then refuses them.',
    ours: 'Says that the object has no kind or apiVersion.',
    why: 'That is what a cluster sees.',
    appliesTo: sees(/^["']?(?:Kind|KIND|ApiVersion|apiversion|APIVERSION|METADATA|Metadata)["']?\s*:/m),
  },
  {
    id: 'json',
    when: 'The document is JSON, with an escaped slash, a pair of surrogates, a very long key, or another object behind it.',
    kubeconform: 'Reads it as YAML 1.1, which has none of these; reads only the first of several objects.',
    ours: 'Reads it as JSON; says so when there is more than one object.',
    why: 'It is JSON.',
    appliesTo: sees(/^\s*\{/),
  },
  {
    id: 'bytes',
    when: 'The file is not UTF-8.',
    kubeconform: 'Refuses the bytes.',
    ours: 'A browser has already turned them into text.',
    why: 'There are no bytes left to judge.',
    appliesTo: (text) => text.includes('\uFFFD'),
  },
  {
    id: 'large-number',
    when: 'A whole number is too large for a double, and a schema of its own names that very number.',
    kubeconform: 'Rounds the number of the text, not that of the schema, and refuses what is equal.',
    ours: 'Compares both in the same way.',
    why: 'They are equal.',
    appliesTo: sees(/:\s*-?\d{16,}\b/),
  },
  {
    id: 'infinite-key',
    when: 'A key is infinite or not a number.',
    kubeconform: 'Takes it for text.',
    ours: 'Tells that it is no key.',
    why: 'Nobody means it.',
    appliesTo: sees(/^\s*[-+]?\.(?:inf|nan)\s*:/im),
  },
]

/** The ids of the differences that play a part in a text. `rows`: our own answer to it. */
export const kubeconformDifferencesOf = (text: string, rows: readonly ResourceRow[]): readonly string[] =>
  kubeconformDifferences.filter(({ appliesTo }) => appliesTo(text, rows)).map(({ id }) => id)
