import { nextLine } from '../model/lines'
import type { Range } from '../model/range'

const markAfterSeparator = /^(---(?:[ \t].*)?\r?\n)\uFEFF/gm

/**
 * The text with LF in place of every other line break of YAML (CR without LF, NEL, LS, PS); CRLF is not changed. A
 * byte-order mark directly below a `---` line, as in concatenated files, becomes a blank line. Offsets do not change.
 */
export function normalizeBreaks(text: string): string {
  const normal = text.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, '\n')
  return normal.includes('\uFEFF', 1) ? normal.replace(markAfterSeparator, '$1\n') : normal
}

/** To YAML, any other space than these is text, also one that looks blank. */
const visible = /[^ \t\r\n\u0085\u2028\u2029]/

const marker = /^\uFEFF?(---|\.\.\.)(?=[ \t\r\n]|$)/gm

/**
 * The ranges of the documents in a text. A line that starts with `---` or `...` in column 0 always separates documents,
 * even inside a block scalar, so scanning the lines is exact. A `---` line belongs to the document after it, a `...` line
 * to the one before it. Blank documents are left out, and so is a byte-order mark at the start.
 */
export function splitDocuments(text: string): readonly Range[] {
  const documents: Range[] = []
  const add = (from: number, to: number) => {
    const start = text.charCodeAt(from) === 0xfeff ? from + 1 : from
    if (visible.test(text.slice(start, to))) documents.push({ from: start, to })
  }
  let from = 0
  for (const match of text.matchAll(marker)) {
    const end = match[1] === '---' ? match.index : nextLine(text, match.index)
    if (end > from) add(from, end)
    from = end
  }
  if (from < text.length) add(from, text.length)
  return documents
}

/** The template that `helm template` names in the first line of a document: `# Source: web/templates/service.yaml`. */
export const chartSource = (document: string): string | undefined =>
  /^(?:---[ \t]*\r?\n)?# Source: ([^\r\n]+)/.exec(document)?.[1]

/** A document without its `---` line. `offset`: the length of that line. */
export const documentBody = (document: string): { readonly offset: number; readonly text: string } => {
  const offset = /^---[ \t]*(?:\r?\n|$)/.exec(document)?.[0].length ?? 0
  return { offset, text: document.slice(offset) }
}

/** Whether a document is a single JSON object. A cluster does not read such a document as YAML. */
export function isStrictJson(document: string): boolean {
  const { text } = documentBody(document)
  if (!/^\s*\{/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const forbidden =
  // oxlint-disable-next-line no-control-regex -- YAML allows these characters nowhere
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** The first control character or unpaired surrogate, which YAML does not allow. NEL counts as a line break. */
export function forbiddenCharacter(text: string): { readonly at: number; readonly code: number } | undefined {
  const match = forbidden.exec(text)
  return match ? { at: match.index, code: match[0].charCodeAt(0) } : undefined
}

/** The offsets of all characters that YAML does not allow. */
export const forbiddenOffsets = (text: string): readonly number[] =>
  Array.from(text.matchAll(new RegExp(forbidden, 'g')), ({ index }) => index)
