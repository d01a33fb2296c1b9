import { DocumentCache } from '../engine/objects/documentCache'
import type { Value } from '../engine/yaml/value'
import type { Difference } from './differences'
import type { ResourceRow } from './kubeconform'

/** A case in which our answer differs from kubeconform's on purpose. Any other difference is a bug in the playground. */
type KubeconformDifference = Omit<Difference, 'kubeScore' | 'appliesTo'> & {
  readonly kubeconform: string
  /** Whether it can apply to a text, for comparisons without recorded answers. `rows`: our own answer. */
  readonly appliesTo?: (text: string, rows: readonly ResourceRow[]) => boolean
}

const contains = (pattern: RegExp) => (text: string) => pattern.test(text)

const containsNull = (value: Value | undefined): boolean => {
  if (value?.type === 'mapping') return [...value.entries.values()].some((entry) => containsNull(entry.value))
  return value?.type === 'sequence' ? value.items.some(containsNull) : value?.data === null
}

export const kubeconformDifferences: readonly KubeconformDifference[] = [
  {
    id: 'lost-document',
    when: 'Documents are separated by `...` or a lone CR, start on the line of the dashes, or contain a line that starts with three dashes and is not a separator.',
    kubeconform: 'Silently drops the rest, or splits in the middle of a value.',
    ours: 'Reads every document, and splits only at the separators of YAML.',
    why: 'No part of a text should be dropped silently.',
    appliesTo: contains(/^\.\.\.|^---[^\s]|^--- +[^\s#]|\n---[^\n]+$|\uFEFF|\r(?!\n)/m),
  },
  {
    id: 'typed-list',
    when: 'Objects are in a typed list such as a RoleList.',
    kubeconform: 'Validates the list as one resource.',
    ours: 'Validates each object in it.',
    why: 'The cluster creates the objects, and people search for them by name.',
    appliesTo: contains(/kind["']?:\s*["']?[A-Z][A-Za-z]+List\b/),
  },
  {
    id: 'list-shape',
    when: 'The kind List or its field items has other capital letters, its metadata is not a mapping, or it contains Lists.',
    kubeconform: 'Ignores the case of names, fails on the metadata, and has no schema for a List in a List.',
    ours: 'Reads only exact names, ignores the metadata, and reads Lists in Lists.',
    why: 'kubectl does the same.',
    appliesTo: contains(/kind["']?:\s*["']?list\b/i),
  },
  {
    id: 'list-duplicate-key',
    when: 'In strict mode, a List has a duplicate key.',
    kubeconform: 'Uses the last value: it does not decode Lists strictly.',
    ours: 'Refuses the document, as outside of Lists.',
    why: 'Strict mode is expected to find duplicate keys.',
  },
  {
    id: 'merge-override',
    when: 'In strict mode, a key from a merge is set again.',
    kubeconform: 'Reports a duplicate key and stops.',
    ours: 'Accepts it.',
    why: 'Merges are meant to be overridden, and the API server never sees them.',
    appliesTo: contains(/^\s*<<\s*:/m),
  },
  {
    id: 'null-value',
    when: 'A quantity, an int-or-string, a field with an enum or an item is null.',
    kubeconform: 'Refuses it, as a side effect of how its schemas are generated.',
    ours: 'Treats null as an absent field.',
    why: 'The API server does the same.',
    appliesTo: (text) =>
      new DocumentCache().read(text).some(({ reading }) => containsNull(reading.document.root)),
  },
  {
    id: 'enum',
    when: 'A value has the right type, but the API refuses it: an unsupported value of an enum, a number that is too large, an invalid quantity or time.',
    kubeconform: 'Accepts it: its schemas have few of these rules.',
    ours: 'Refuses it.',
    why: 'The API server does the same.',
    appliesTo: (_, rows) => rows.some(({ enumPaths = [] }) => enumPaths.length > 0),
  },
  {
    id: 'first-label',
    when: 'The first label of the group is that of a Kubernetes group, or the apiVersion has capital letters or a third part.',
    kubeconform: 'Compares only the first label, ignores its case, and uses the schema of Kubernetes.',
    ours: 'Compares the whole apiVersion.',
    why: 'They are different APIs.',
    appliesTo: contains(
      /apiVersion["']?:\s*["']?(?:[^\s"']*\/[^\s"']*\/|[^\s"']*[A-Z]|[a-z]+\.example\.|meta\/)/,
    ),
  },
  {
    id: 'definition-as-kind',
    when: 'The kind is a part of an object, such as PodSpec.',
    kubeconform: 'Validates against the schema of the part.',
    ours: 'Has no such kind.',
    why: 'Such a part cannot be created.',
    appliesTo: contains(
      /kind["']?:\s*["']?(?:PodSpec|ObjectMeta|Status|DeleteOptions|APIGroup|WatchEvent)\b/,
    ),
  },
  {
    id: 'crd',
    when: 'The object is a CustomResourceDefinition.',
    kubeconform: 'Has no schema for it, because the type contains itself.',
    ours: 'Validates it.',
    why: 'The API server validates it too.',
    appliesTo: contains(/kind["']?:\s*["']?CustomResourceDefinition\b/),
  },
  {
    id: 'identity-letters',
    when: 'The field kind, apiVersion, metadata or name has other capital letters.',
    kubeconform: 'Ignores their case, and in strict mode refuses them as unknown fields.',
    ours: 'Reports that the object has no kind or apiVersion.',
    why: 'A cluster does the same.',
    appliesTo: contains(/^["']?(?:Kind|KIND|ApiVersion|apiversion|APIVERSION|METADATA|Metadata)["']?\s*:/m),
  },
  {
    id: 'json',
    when: 'The document is JSON with an escaped slash, a surrogate pair, a very long key, a line break before a colon, or a second object.',
    kubeconform:
      'Reads it as YAML 1.1, which has none of these, and reads only the first of several objects.',
    ours: 'Reads it as JSON, and reports the second object.',
    why: 'It is JSON, and a cluster reads it as JSON.',
    appliesTo: contains(/^\s*\{/),
  },
  {
    id: 'bytes',
    when: 'The file is not UTF-8.',
    kubeconform: 'Refuses bytes that are not UTF-8, and reads UTF-16.',
    ours: 'Reads the text that the browser decoded.',
    why: 'The page never sees the bytes.',
    appliesTo: (text) => text.includes('\uFFFD'),
  },
  {
    id: 'large-number',
    when: 'A whole number is too large for a double, and a schema from a file contains the same number.',
    kubeconform:
      'Rounds the number in the manifest but not the one in the schema, and refuses it as different.',
    ours: 'Rounds both.',
    why: 'The numbers are equal.',
    appliesTo: contains(/:\s*-?\d{16,}\b/),
  },
  {
    id: 'crash',
    when: 'A schema from a file has the format `duration` for a value that is not text.',
    kubeconform: 'Crashes.',
    ours: 'Accepts the value.',
    why: 'In JSON Schema, a format does not apply to values of other types.',
  },
]

/** The ids of the differences that can apply to a text. `rows`: our own answer. */
export const kubeconformDifferencesOf = (text: string, rows: readonly ResourceRow[]): readonly string[] =>
  kubeconformDifferences.filter(({ appliesTo }) => appliesTo?.(text, rows)).map(({ id }) => id)
