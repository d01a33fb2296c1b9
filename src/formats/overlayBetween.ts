import type { Json } from '../engine/model/json'
import { readDocument } from '../engine/yaml/readDocument'
import { normalizeBreaks, splitDocuments } from '../engine/yaml/splitDocuments'
import { toJson } from '../engine/yaml/toJson'
import { kustomizeOverlay, type Overlay } from './kustomize'

/** The number of values in one document. YAML aliases can make it far larger than its text. */
const sizeLimit = 1_000_000

/** The kustomize overlay that turns one manifest into another. `name`: the file name of the first one. */
export function overlayBetween(before: string, after: string, name: string): Overlay {
  const [from, to] = [documentsIn(before), documentsIn(after)]
  if (!from || !to)
    return {
      files: [],
      left: ['There is no overlay, because the manifest has syntax errors or is too large.'],
    }
  return kustomizeOverlay(from, to, name)
}

/** The documents of a manifest as JSON; undefined when one has syntax errors, is too large, or is not valid as JSON. */
function documentsIn(text: string): readonly Json[] | undefined {
  const whole = normalizeBreaks(text)
  const documents = splitDocuments(whole).map(({ from, to }) => readDocument(whole.slice(from, to)))
  const values = documents
    .filter(({ status }) => status !== 'empty')
    .map(({ root }) => root && toJson(root, { budget: { left: sizeLimit } }))
  return values.every((value) => value !== undefined) ? values : undefined
}
