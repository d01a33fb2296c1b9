import { groupBy } from '../engine/model/groupBy'
import { lowerBound, once } from '../engine/model/lookup'
import type { Range } from '../engine/model/range'
import { applyEdits, type TextEdit } from '../engine/model/textEdit'
import { lineStarts, positionAt, type LineStarts, type Position } from './lines'

/** A file that was read together with others. `range`: of its text in the whole text. */
export type SourceFile = { readonly name: string; readonly text: string; readonly range: Range }

/** The name of what is read from standard input. */
export const stdinName = '<stdin>'

/** Files that are read as one set: the objects of all of them are related to one another. `text`: of all of them. */
export type SourceSet = { readonly text: string; readonly files: readonly SourceFile[] }

/** A range as a person or a program looks for it. `range`: in the text of the file. */
export type Place = {
  readonly file: SourceFile
  readonly range: Range
  readonly start: Position
  readonly end: Position
}

/**
 * Joins files into one text, so that each document stays what it is in its file: files are separated by a `---` line, unless
 * the next one begins with one. The text of a file is not changed.
 */
export function joinSources(files: readonly { readonly name: string; readonly text: string }[]): SourceSet {
  const parts: string[] = []
  let length = 0
  const add = (part: string): void => {
    parts.push(part)
    length += part.length
  }
  const placed = files.map(({ name, text }): SourceFile => {
    if (length > 0) add(separatorBetween(parts, text))
    const from = length
    add(text)
    return { name, text, range: { from, to: length } }
  })
  return { text: parts.join(''), files: placed }
}

/** `before`: the texts before, at least one of them not empty. */
function separatorBetween(before: readonly string[], text: string): string {
  const last = before.findLast((part) => part !== '') ?? ''
  const end = ['\n', '\r'].includes(last.at(-1) ?? '') ? '' : breakOf(last)
  if (/^\uFEFF?---(?=[ \t\r\n]|$)/.test(text)) return end
  // A directive is one only where the document before it has ended.
  const isDirective = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*%/.test(text)
  return `${end}${isDirective ? '...' : '---'}${breakOf(text)}`
}

/** How the lines of a text end: what is written beside it looks like it. */
const breakOf = (text: string): string => (text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n')

/** Where the lines of a file start. */
export const lineStartsOf: (file: SourceFile) => LineStarts = once(({ text }) => lineStarts(text))

/** Finds the places of ranges of the whole text. What is between two files belongs to the one before, at its end. */
export function locator({ files }: SourceSet): (range: Range) => Place {
  const find = fileFinder(files)
  return (range) => {
    const file = find(range)
    const own = lineStartsOf(file)
    const within = (offset: number): number =>
      Math.min(Math.max(offset - file.range.from, 0), file.text.length)
    const inFile = { from: within(range.from), to: within(range.to) }
    return { file, range: inFile, start: positionAt(own, inFile.from), end: positionAt(own, inFile.to) }
  }
}

/** The file of a range: the one that contains its end, because the `---` line before a document may stand between two files. */
function fileFinder(files: readonly SourceFile[]): (range: Range) => SourceFile {
  const nameless: SourceFile = { name: '', text: '', range: { from: 0, to: 0 } }
  const find = indexFinder(files)
  return (range) => files[find(range)] ?? nameless
}

function indexFinder(files: readonly SourceFile[]): (range: Range) => number {
  const starts = files.map(({ range }) => range.from)
  return ({ from, to }) => Math.max(0, lowerBound(starts, Math.max(from, to - 1) + 1) - 1)
}

/** Edits of the whole text as edits of each file, by file, in the order of the files. Files without edits are left out. */
export function editsByFile(
  set: SourceSet,
  edits: readonly TextEdit[],
): readonly (readonly [SourceFile, readonly TextEdit[]])[] {
  return [...ownEdits(set, edits)].map(([file, own]) => [
    file,
    own.map((edit) => editInFile(edit, file, set.text)),
  ])
}

/** The edits of each file as edits of the whole text, in the order of the files. */
function ownEdits(set: SourceSet, edits: readonly TextEdit[]) {
  const find = indexFinder(set.files)
  const byFile = groupBy(edits, (edit) => fileOfEdit(set, find(edit), edit))
  return new Map(
    set.files.flatMap((file) => {
      const own = byFile.get(file)
      return own ? [[file, own] as const] : []
    }),
  )
}

/**
 * The file that an edit changes. What is inserted where a file begins continues the one before, unless a `---` line between
 * them has ended that.
 */
function fileOfEdit({ text, files }: SourceSet, at: number, { from, to }: TextEdit): SourceFile | undefined {
  const file = files[at]
  if (from !== to || from !== file?.range.from) return file
  const before = files.slice(0, at).findLast((other) => other.text !== '')
  const isEnded = before && /---\r?\n$/.test(text.slice(before.range.to, from))
  return isEnded ? file : (before ?? file)
}

function editInFile({ from, to, insert }: TextEdit, { text, range }: SourceFile, whole: string): TextEdit {
  const within = (offset: number): number => Math.min(Math.max(offset - range.from, 0), text.length)
  if (from < to || from < range.to) return { from: within(from), to: within(to), insert }
  // The line break that the file does not have at its end.
  const missing = /^(?:\r\n?|\n)/.exec(whole.slice(range.to, from))?.[0] ?? ''
  return { from: text.length, to: text.length, insert: missing + insert.replace(separatorAtEnd, '$1') }
}

/** What separates a new document from the next file. */
const separatorAtEnd = /([\r\n])(?:---|\.\.\.)(?:\r\n?|\n)$/

/** The set after edits of the whole text: each file with its new text, at its new place. */
export function editedSources(set: SourceSet, edits: readonly TextEdit[]): SourceSet {
  const own = ownEdits(set, edits)
  let moved = 0
  const files = set.files.map((file): SourceFile => {
    const wholeEdits = own.get(file) ?? []
    const text = applyEdits(
      file.text,
      wholeEdits.map((edit) => editInFile(edit, file, set.text)),
    )
    const from = file.range.from + moved
    moved += wholeEdits.reduce((sum, edit) => sum + edit.insert.length - (edit.to - edit.from), 0)
    return { name: file.name, text, range: { from, to: from + text.length } }
  })
  return { text: applyEdits(set.text, edits), files }
}
