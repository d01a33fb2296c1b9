import { valueAt, type Mapping } from '../yaml/value'
import type { LocatedDocument } from './documentCache'
import type { KubernetesObject } from './readObjects'

/** An object of a text with its id in the report. */
export type LocatedObject = {
  /** `Kind/apiVersion/namespace/name`, with `~2`, `~3`, … for repeated ones. */
  readonly id: string
  readonly object: KubernetesObject
  readonly document: LocatedDocument
  /** Index of the document in the text. */
  readonly documentIndex: number
  /** Equal for exact copies. */
  readonly unit: string
}

/** The objects of all documents in text order. Exact copies of an object have the same `unit`, but different ids. */
export function locateObjects(documents: readonly LocatedDocument[]): readonly LocatedObject[] {
  const counts = new Map<string, number>()
  const located = documents.flatMap((document, documentIndex) =>
    document.reading.objects.map((object) => {
      const key = [object.kind, object.apiVersion, object.namespace, object.name].join('/')
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return { key, id: count === 1 ? key : `${key}~${count}`, object, document, documentIndex }
    }),
  )
  return located.map(({ key, ...rest }) => {
    const { from, to } = rest.object.range
    const isCopied = (counts.get(key) ?? 0) > 1
    return { ...rest, unit: isCopied ? `${key}\n${rest.document.text.slice(from, to).trimEnd()}` : key }
  })
}

/** The content of an object with the range of every value in its document. */
export function valueOf({ object, document }: LocatedObject): Mapping | undefined {
  const value = valueAt(document.reading.document.root, object.path)
  return value?.type === 'mapping' ? value : undefined
}
