import { nextLine } from '../model/lines'
import type { Range } from '../model/range'

const markAfterSeparator = /^(---(?:[ \t][^\n]*)?\r?\n)\uFEFF/gm

/**
 * The text with every line break the YAML reader knows (lone CR, NEL, LS, PS) as LF, and CRLF left alone. A byte-order
 * mark right below a `---` line, as files put together have it, counts as a blank line. Every character keeps its offset.
 */
export function normalizeBreaks(text: string): string {
  const normal = text.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, '\n')
  return normal.includes('\uFEFF', 1) ? normal.replace(markAfterSeparator, '$1\n') : normal
}

const marker = /^\uFEFF?(---|\.\.\.)(?=[ \t\r\n]|$)/gm

/**
 * Splits a stream into its documents' texts. A line that starts with `---` or `...` at column 0 is always a boundary,
 * even inside a block scalar, so a scan of lines is exact. `---` begins its chunk, `...` ends one; blank chunks and a
 * byte-order mark in front are left out.
 */
export function splitDocuments(text: string): readonly Range[] {
  const chunks: Range[] = []
  const add = (from: number, to: number) => {
    const start = text.charCodeAt(from) === 0xfeff ? from + 1 : from
    if (/\S/.test(text.slice(start, to))) chunks.push({ from: start, to })
  }
  let from = 0
  for (const match of text.matchAll(marker)) {
    const end = match[1] === '---' ? match.index : nextLine(text, match.index)
    if (end > from) add(from, end)
    from = end
  }
  if (from < text.length) add(from, text.length)
  return chunks
}

/** The template a rendered chart names in the first line of a document's text. */
export const chartSource = (chunk: string): string | undefined =>
  /^(?:---[ \t]*\r?\n)?# Source: ([^\r\n]+)/.exec(chunk)?.[1]

/** The chunk without its own `---` line. */
export const documentBody = (chunk: string): { readonly offset: number; readonly text: string } => {
  const offset = /^---[ \t]*(?:\r?\n|$)/.exec(chunk)?.[0].length ?? 0
  return { offset, text: chunk.slice(offset) }
}

/** Whether the text of a document is one JSON object. Such a document is not read as YAML by a cluster. */
export function isStrictJson(chunk: string): boolean {
  const { text } = documentBody(chunk)
  if (!/^\s*\{/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const forbidden =
  // oxlint-disable-next-line no-control-regex -- the characters that YAML does not allow anywhere
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** The first character that YAML forbids: control characters, lone surrogates. (NEL counts as a line break.) */
export function forbiddenCharacter(
  chunk: string,
): { readonly at: number; readonly code: number } | undefined {
  const match = forbidden.exec(chunk)
  return match ? { at: match.index, code: match[0].charCodeAt(0) } : undefined
}
