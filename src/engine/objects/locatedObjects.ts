import { groupBy } from '../model/groupBy'
import { valueAt, type Mapping } from '../yaml/value'
import { shorten } from '../model/shorten'
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
  const keyed = documents.flatMap((document, documentIndex) =>
    document.reading.objects.map((object) => {
      const { kind, apiVersion, namespace, name } = object
      const key = [kind, apiVersion, namespace, name].map((part) => shorten(part)).join('/')
      return { key, object, document, documentIndex }
    }),
  )
  const copies = groupBy(keyed, ({ key }) => key)
  const counts = new Map<string, number>()
  return keyed.map(({ key, object, document, documentIndex }) => {
    if (copies.get(key)?.length === 1) return { id: key, object, document, documentIndex, unit: key }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const { from, to } = object.range
    const unit = `${key}\n${document.text.slice(from, to).trimEnd()}`
    return { id: count === 1 ? key : `${key}~${count}`, object, document, documentIndex, unit }
  })
}

/** The content of an object with the range of every value in its document. */
export function valueOf({ object, document }: LocatedObject): Mapping | undefined {
  const value = valueAt(document.reading.document.root, object.path)
  return value?.type === 'mapping' ? value : undefined
}
