import { DocumentCache } from '../engine/objects/documentCache'
import type { Value } from '../engine/yaml/value'
import type { Difference } from './differences'
import type { ResourceRow } from './kubeconform'

/** A case in which our answer differs from kubeconform's on purpose. Any other difference is a bug of ours. */
type KubeconformDifference = Omit<Difference, 'kubeScore' | 'appliesTo'> & {
  readonly kubeconform: string
  /** For other referees: whether it may apply to a text. Our own tests compare with recorded answers instead. */
  readonly appliesTo?: (text: string, rows: readonly ResourceRow[]) => boolean
}

const sees = (pattern: RegExp) => (text: string) => pattern.test(text)

const holdsNull = (value: Value | undefined): boolean => {
  if (value?.type === 'mapping') return [...value.entries.values()].some((entry) => holdsNull(entry.value))
  return value?.type === 'sequence' ? value.items.some(holdsNull) : value?.data === null
}

export const kubeconformDifferences: readonly KubeconformDifference[] = [
  {
    id: 'lost-document',
    when: 'Documents are separated by `...` or a lone CR, follow on the line of the dashes, or contain a line that starts with three dashes and is not a separator.',
    kubeconform: 'Silently drops the rest, or splits in the middle of a value.',
    ours: 'Reads every document, and splits only at the separators of YAML.',
    why: 'No part of the text may be lost silently.',
    appliesTo: sees(/^\.\.\.|^---[^\s]|^--- +[^\s#]|\n---[^\n]+$|\uFEFF|\r(?!\n)/m),
  },
  {
    id: 'typed-list',
    when: 'Objects are in a typed list such as a RoleList.',
    kubeconform: 'Validates the list as one resource.',
    ours: 'Validates each object in it.',
    why: 'The cluster creates the objects, and people look for them by name.',
    appliesTo: sees(/kind["']?:\s*["']?[A-Z][A-Za-z]+List\b/),
  },
  {
    id: 'list-shape',
    when: 'The kind or the items of a List are written in other letters, its metadata is no mapping, or it contains Lists.',
    kubeconform:
      'Reads the names in any letters, gives up on the metadata, and has no schema for a List in a List.',
    ours: 'Reads exact names only, leaves out the metadata, and reads Lists in Lists.',
    why: 'So does kubectl.',
    appliesTo: sees(/kind["']?:\s*["']?list\b/i),
  },
  {
    id: 'list-duplicate-key',
    when: 'In strict mode, a key is set twice in a List.',
    kubeconform: 'Keeps the last value: it decodes Lists leniently.',
    ours: 'Refuses the document, as it does outside of Lists.',
    why: 'Strict mode promises to find duplicate keys.',
  },
  {
    id: 'merge-override',
    when: 'In strict mode, a merged key is set again.',
    kubeconform: 'Takes it for a duplicate key and gives up.',
    ours: 'Accepts it.',
    why: 'Overriding is what merges are for, and the API server never sees the merge.',
    appliesTo: sees(/^\s*<<\s*:/m),
  },
  {
    id: 'null-value',
    when: 'A quantity, an int-or-string, a field with an enum or an item is null.',
    kubeconform: 'Refuses it, as a side effect of how its schemas are generated.',
    ours: 'Treats null as an absent field.',
    why: 'So does the API server.',
    appliesTo: (text) =>
      new DocumentCache().read(text).some(({ reading }) => holdsNull(reading.document.root)),
  },
  {
    id: 'enum',
    when: 'A value has the right type, but the API refuses it: another word than those of an enum, a number that is too large, a bad quantity or time.',
    kubeconform: 'Accepts it: its schemas have few of these rules.',
    ours: 'Refuses it.',
    why: 'So does the API server.',
    appliesTo: (_, rows) => rows.some(({ enumPaths = [] }) => enumPaths.length > 0),
  },
  {
    id: 'first-label',
    when: 'The group starts with the same label as a group of Kubernetes, or the apiVersion has other letters or a third part.',
    kubeconform: 'Looks only at the first label, in any letters, and uses the schema of Kubernetes.',
    ours: 'Looks at the whole apiVersion.',
    why: 'They are different APIs.',
    appliesTo: sees(
      /apiVersion["']?:\s*["']?(?:[^\s"']*\/[^\s"']*\/|[^\s"']*[A-Z]|[a-z]+\.example\.|meta\/)/,
    ),
  },
  {
    id: 'definition-as-kind',
    when: 'The kind is a part of an object, such as PodSpec.',
    kubeconform: 'Validates against the schema of the part.',
    ours: 'Knows no such kind.',
    why: 'A part cannot be created.',
    appliesTo: sees(/kind["']?:\s*["']?(?:PodSpec|ObjectMeta|Status|DeleteOptions|APIGroup|WatchEvent)\b/),
  },
  {
    id: 'crd',
    when: 'The object is a CustomResourceDefinition.',
    kubeconform: 'Has no schema for it, because the type contains itself.',
    ours: 'Validates it.',
    why: 'The API server validates it too.',
    appliesTo: sees(/kind["']?:\s*["']?CustomResourceDefinition\b/),
  },
  {
    id: 'identity-letters',
    when: 'kind, apiVersion, metadata or name are written in other letters.',
    kubeconform: 'Finds them in any letters, and in strict mode refuses them as unknown fields.',
    ours: 'Says that the object has no kind or apiVersion.',
    why: 'So does a cluster.',
    appliesTo: sees(/^["']?(?:Kind|KIND|ApiVersion|apiversion|APIVERSION|METADATA|Metadata)["']?\s*:/m),
  },
  {
    id: 'json',
    when: 'The document is JSON with an escaped slash, a surrogate pair, a very long key, a line break before a colon, or a second object.',
    kubeconform:
      'Reads it as YAML 1.1, which has none of these, and reads only the first of several objects.',
    ours: 'Reads it as JSON, and reports the second object.',
    why: 'It is JSON, and a cluster reads it as JSON.',
    appliesTo: sees(/^\s*\{/),
  },
  {
    id: 'bytes',
    when: 'The file is not UTF-8.',
    kubeconform: 'Refuses bytes that are not UTF-8, and reads UTF-16.',
    ours: 'Reads the text that the browser made of the bytes.',
    why: 'The page gets text, not bytes.',
    appliesTo: (text) => text.includes('\uFFFD'),
  },
  {
    id: 'large-number',
    when: 'A whole number is too large for a double, and a schema from a file names that number.',
    kubeconform: 'Rounds the number of the manifest, but not that of the schema, and refuses equal numbers.',
    ours: 'Rounds both.',
    why: 'They are equal.',
    appliesTo: sees(/:\s*-?\d{16,}\b/),
  },
  {
    id: 'crash',
    when: 'A schema from a file has the format `duration` for a value that is not text.',
    kubeconform: 'Crashes.',
    ours: 'Accepts the value.',
    why: 'In JSON Schema, a format says nothing about values of other types.',
  },
]

/** The ids of the differences that may apply to a text. `rows`: our own answer to it. */
export const kubeconformDifferencesOf = (text: string, rows: readonly ResourceRow[]): readonly string[] =>
  kubeconformDifferences.filter(({ appliesTo }) => appliesTo?.(text, rows)).map(({ id }) => id)
