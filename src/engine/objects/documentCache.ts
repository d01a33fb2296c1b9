import { documentBody, normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { documentLimit, readDocument, type Document } from '../yaml/readDocument'
import { readObjects, type KubernetesObject } from './readObjects'
import type { Range } from '../model/range'
import type { Problem } from '../model/problem'

/** Everything that depends on the text of one document alone. It is kept as long as that text stays the same. */
export type ReadDocument = {
  readonly document: Document
  readonly objects: readonly KubernetesObject[]
  /** Those of the document and of its objects; ranges are relative to the document. */
  readonly problems: readonly Problem[]
}

/** `range`: of the document in the whole text. `text`: that of the document. */
export type LocatedDocument = { readonly reading: ReadDocument; readonly range: Range; readonly text: string }

/** Longer texts are not read beyond this. In UTF-16 units; 10 MB of ASCII, about 450,000 lines. */
export const textLimit = 10_500_000

/**
 * Keeps the documents of the last two texts, so that two versions of a text can alternate, as when fixes are previewed.
 * Two documents with the same text are read separately, so that every object belongs to one document.
 */
export class DocumentCache {
  private last: Readings = new Map()
  private beforeLast: Readings = new Map()

  /** Reads a whole text. Only documents that are in neither of the last two texts are parsed. Never throws. */
  read(text: string): readonly LocatedDocument[] {
    const next = new Map<string, ReadDocument[]>()
    const documents = splitUpToLimit(text).map(({ range, text: document, unread }) => {
      const equal = next.get(document) ?? []
      next.set(document, equal)
      const cached = this.last.get(document)?.[equal.length] ?? this.beforeLast.get(document)?.[equal.length]
      const reading = cached ?? (unread ? notRead(document, unread) : readWithObjects(document))
      equal.push(reading)
      return { reading, range, text: document }
    })
    this.beforeLast = this.last
    this.last = next
    return documents.map((document, index) => withSeparatorProblem(document, documents[index + 1]))
  }
}

/** By the text of the document. */
type Readings = ReadonlyMap<string, readonly ReadDocument[]>

/** `unread`: how many documents beyond the limit this range covers; absent for a document that is read. */
type DocumentText = { readonly range: Range; readonly text: string; readonly unread?: number }

/**
 * The documents of a text. All documents beyond `textLimit` are covered by the last range. A document that is too large to
 * be read itself costs nothing, so it hides no other.
 */
function splitUpToLimit(text: string): readonly DocumentText[] {
  const normalized = normalizeBreaks(text)
  const ranges = splitDocuments(normalized)
  let length = 0
  const beyond = ranges.findIndex(({ from, to }) => {
    if (to - from <= documentLimit) length += to - from
    return length > textLimit
  })
  const within = beyond < 0 ? ranges : ranges.slice(0, beyond)
  const documents: DocumentText[] = within.map((range) => ({
    range,
    text: normalized.slice(range.from, range.to),
  }))
  const first = ranges[beyond]
  if (first) {
    const range = { from: first.from, to: normalized.length }
    const unread = ranges.length - beyond
    documents.push({ range, text: normalized.slice(range.from, range.to), unread })
  }
  return documents
}

function readWithObjects(text: string): ReadDocument {
  try {
    const document = readDocument(text)
    const { objects, problems } = readObjects(document, text)
    const all = [...document.problems, ...problems]
    return { document, objects, problems: all.map((problem) => insideText(problem, text.length)) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return broken({
      rule: 'yaml-syntax',
      severity: 'refused',
      range: { from: 0, to: firstLine(text) },
      message: `The document could not be read: ${reason}.`,
    })
  }
}

/** The problem with a range that contains at least one character: at the end of the text, the last one. */
function insideText(problem: Problem, length: number): Problem {
  const from = Math.min(problem.range.from, length - 1)
  return { ...problem, range: { from, to: Math.min(Math.max(problem.range.to, from + 1), length) } }
}

const broken = (problem: Problem): ReadDocument => ({
  document: { status: 'broken', problems: [problem], json: false },
  objects: [],
  problems: [problem],
})

const firstLine = (text: string): number => Math.max(1, /^.*/.exec(text)?.[0].length ?? 1)

function notRead(text: string, count: number): ReadDocument {
  const which = count === 1 ? 'the last document is' : `the last ${count.toLocaleString('en')} documents are`
  return broken({
    rule: 'too-large',
    severity: 'refused',
    range: { from: 0, to: firstLine(text) },
    message: `The text has more than ${textLimit.toLocaleString('en')} characters, so ${which} not read.`,
    advice: 'Paste the rest separately.',
  })
}

/**
 * Strict readers split a text only at lines that are exactly `---`. They read any other separator after a JSON document
 * as part of it, which makes it invalid.
 */
function withSeparatorProblem(located: LocatedDocument, next: LocatedDocument | undefined): LocatedDocument {
  const { reading, text } = located
  if (!reading.document.json || !next || /^---\r?\n/.test(next.text)) return located
  if (reading.problems.some(({ rule }) => rule === 'strict-json')) return located
  const body = documentBody(text)
  const from = body.offset + body.text.search(/\S/)
  const problem: Problem = {
    rule: 'strict-json',
    severity: 'warning',
    range: { from, to: from + 1 },
    message:
      'The line after this JSON document is not exactly ---, so some tools read it as part of the JSON.',
    advice: 'Separate the documents with a line of exactly three dashes.',
  }
  return { ...located, reading: { ...reading, problems: [...reading.problems, problem] } }
}
