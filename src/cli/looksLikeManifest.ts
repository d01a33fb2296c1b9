import { DocumentCache } from '../engine/objects/documentCache'

/** A key that every object has, at the start of a line. */
const atStart = /^(?:apiVersion|kind|"apiVersion"|"kind"|'apiVersion'|'kind')[ \t]*:/m

/** Such a key anywhere: then it takes reading to know what it belongs to. */
const anywhere = /\b(?:apiVersion|kind)["']?[ \t]*:/

/**
 * Whether a document of a file says `apiVersion` or `kind` at its top. Values of Helm, configurations of pipelines and the
 * like do not; what a chart says about itself does, and is no object all the same.
 */
export function looksLikeManifest(name: string, text: string): boolean {
  if (/(?:^|\/)Chart\.yaml$/.test(name)) return false
  if (atStart.test(text)) return true
  if (!anywhere.test(text)) return false
  // A document that cannot be read may be one that somebody wants to know about.
  return new DocumentCache().read(text).some(({ reading: { document } }) => {
    if (document.status === 'broken') return document.problems.some(({ rule }) => rule !== 'document-root')
    const entries = document.root?.entries
    return entries !== undefined && (entries.has('apiVersion') || entries.has('kind'))
  })
}
