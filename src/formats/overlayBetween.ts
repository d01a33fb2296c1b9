import { normalizeBreaks, splitDocuments } from '../engine/yaml/splitDocuments'
import { readDocument } from '../engine/yaml/readDocument'
import { toJson } from '../engine/yaml/toJson'
import { kustomizeOverlay, type Overlay } from './kustomize'
import type { Json } from '../engine/model/json'

/** More than a person could write; aliases can stand for far more than a text holds. */
const sizeLimit = 1_000_000

/** The overlay that makes of one text what another says. `name`: that of the file with the former. */
export function overlayBetween(before: string, after: string, name: string): Overlay {
  const [old, now] = [documentsIn(before), documentsIn(after)]
  if (!old || !now)
    return { files: [], left: ['The text cannot be read as plain data, so there is no overlay.'] }
  return kustomizeOverlay(old, now, name)
}

/** What the documents of a text say; undefined when one of them cannot be read to its end. */
function documentsIn(text: string): readonly Json[] | undefined {
  const whole = normalizeBreaks(text)
  const documents = splitDocuments(whole).map(({ from, to }) => readDocument(whole.slice(from, to)))
  const values = documents
    .filter(({ status }) => status !== 'empty')
    .map(({ root }) => root && toJson(root, { budget: { left: sizeLimit } }))
  return values.every((value) => value !== undefined) ? values : undefined
}
