import type { KubernetesObject } from './readObjects'
import type { LocatedDocument } from './documentCache'
import { valueAt, type Value } from '../yaml/value'

/** An object in its place in the whole text, under the id it has in the report. */
export type LocatedObject = {
  readonly id: string
  readonly object: KubernetesObject
  readonly document: number
  readonly placed: LocatedDocument
  /** Equal for exact copies. */
  readonly unit: string
}

/** Objects get the id they have in the report, and a unit that only exact copies share. */
export function locateObjects(documents: readonly LocatedDocument[]): readonly LocatedObject[] {
  const counts = new Map<string, number>()
  const placed = documents.flatMap((document, index) =>
    document.reading.objects.map((object) => {
      const key = [object.kind, object.apiVersion, object.namespace, object.name].join('/')
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return { key, id: count === 1 ? key : `${key}~${count}`, object, document: index, placed: document }
    }),
  )
  return placed.map(({ key, ...rest }) => {
    const { from, to } = rest.object.range
    const copied = (counts.get(key) ?? 0) > 1
    return { ...rest, unit: copied ? `${key}\n${rest.placed.text.slice(from, to).trimEnd()}` : key }
  })
}

/** What an object says, with the place of every value in its document. */
export const valueOf = ({ object, placed }: LocatedObject): Value | undefined =>
  valueAt(placed.reading.document.root, object.path)
