import { review, safe, type Proposal } from '../../engine/findings/remedy'
import type { Finding } from '../../engine/model/finding'
import { isFirstOnLine, lineEnd, lineStart, nextLine } from '../../engine/model/lines'
import type { TextEdit } from '../../engine/model/textEdit'
import { canonicalValue } from '../../engine/schema/jsonEquality'
import { readDocument } from '../../engine/yaml/readDocument'
import { forbiddenOffsets } from '../../engine/yaml/splitDocuments'

/** Removes the directives of a document that consists of nothing else. */
export function removeDirectives(text: string): readonly Proposal[] {
  const edits = [...text.matchAll(/^%.*(?:\r?\n|$)/gm)].map(({ index, 0: line }) =>
    removal(index, line.length),
  )
  const isVersion = edits.every(({ from }) => text.startsWith('%YAML', from))
  const assessment = isVersion
    ? safe('It only names a version of YAML. Manifests are read the same without it.')
    : review('A tag that the directive defines is lost. Check that no value uses it.')
  return edits.length === 0 ? [] : [{ title: 'Remove the directive', ...assessment, edits }]
}

/** Removes every character that YAML does not allow. */
export function removeForbidden(text: string): readonly Proposal[] {
  const edits = forbiddenOffsets(text).map((at) => removal(at, 1))
  const what = edits.length === 1 ? 'the character' : `the ${edits.length.toLocaleString('en')} characters`
  const note =
    'Such a character can stand for another one that was lost in a wrong encoding. Check the places where it was.'
  return edits.length === 0 ? [] : [{ title: `Remove ${what}`, ...review(note), edits }]
}

/** Removes a key that is there a second time with the same value. Takes time like the second one. */
export function removeDuplicate(finding: Finding, text: string): readonly Proposal[] {
  const [first] = finding.related
  const two = entryAt(text, finding.range.from, text.length)
  const one = first && two && entryAt(text, first.range.from, 2 * two.length + shortEntry)
  const data = two && dataOf(two)
  if (!two || one === undefined || data === undefined || dataOf(one) !== data) return []
  if (/(?:^|\s)#/.test(two)) return []
  const key = text.slice(finding.range.from, finding.range.to)
  // Then rather the --- line between two objects is missing.
  if (key === 'apiVersion' || key === 'kind') return []
  const note =
    'Both have the same value, so nothing is lost. Check that the second one is not meant to be another field.'
  const edits = [removal(lineStart(text, finding.range.from), two.length)]
  return [{ title: `Remove the second ${key}`, ...review(note), edits }]
}

/** Two texts of the same value can differ by so many characters, whatever their length. */
const shortEntry = 1_000

const removal = (from: number, length: number): TextEdit => ({ from, to: from + length, insert: '' })

/** The data of a text as JSON; undefined when it has a problem apart from duplicate keys. */
function dataOf(text: string): string | undefined {
  const { root, problems } = readDocument(text)
  return root && problems.every(({ rule }) => rule === 'duplicate-key') ? canonicalValue(root) : undefined
}

/**
 * The lines of a block mapping’s entry whose key is at an offset; undefined when it does not start its line, or has more
 * characters than the limit.
 */
function entryAt(text: string, offset: number, limit: number): string | undefined {
  if (!isFirstOnLine(text, offset)) return undefined
  const start = lineStart(text, offset)
  const column = offset - start
  let end = nextLine(text, offset)
  for (let line = end; line < text.length; line = nextLine(text, line)) {
    if (line - start > limit) return undefined
    const content = text.slice(line, lineEnd(text, line))
    // Blank lines and comments say nothing about what they are in.
    if (/^\s*(?:#|$)/.test(content)) continue
    if (!isInside(content, column)) break
    end = nextLine(text, line)
  }
  return text.slice(start, end)
}

/** Whether a line is part of the value of a key in a column. */
function isInside(line: string, column: number): boolean {
  const indent = line.search(/\S/)
  return indent > column || (indent === column && line.startsWith('- ', indent))
}
