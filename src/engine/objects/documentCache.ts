import { documentBody, normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { readDocument, type Document } from '../yaml/readDocument'
import { readObjects, type KubernetesObject } from './readObjects'
import type { Range } from '../model/range'
import type { Problem } from '../model/problem'

/** Everything that depends on the text of one document alone, and is kept as long as that text stays. */
export type ReadDocument = {
  readonly document: Document
  readonly objects: readonly KubernetesObject[]
  /** Of the reading and of the objects, relative to the document. */
  readonly problems: readonly Problem[]
}

/** One document in its place in the whole text. */
export type LocatedDocument = { readonly reading: ReadDocument; readonly range: Range; readonly text: string }

/** Longer texts are read up to here, and the rest is named as not read. In UTF-16 units, about 170,000 lines. */
const textLimit = 4_000_000

/**
 * Keeps what was read from the documents of the last two texts, so that two versions of a text can take turns, as when
 * fixes are tried. Documents with the same text have a reading each, so that an object belongs to one place.
 */
export class DocumentCache {
  private last: Readings = new Map()
  private beforeLast: Readings = new Map()

  /** Reads a whole text; only documents that neither of the last two texts had are parsed. Never throws. */
  read(text: string): readonly LocatedDocument[] {
    const next = new Map<string, ReadDocument[]>()
    const documents = documentRanges(text).map(({ range, text: chunk, rest }) => {
      const same = next.get(chunk) ?? []
      next.set(chunk, same)
      const cached = this.last.get(chunk)?.[same.length] ?? this.beforeLast.get(chunk)?.[same.length]
      const reading = cached ?? (rest ? notRead(chunk, rest) : readChunk(chunk))
      same.push(reading)
      return { reading, range, text: chunk }
    })
    this.beforeLast = this.last
    this.last = next
    return documents.map((document, index) => withSeparator(document, documents[index + 1]))
  }
}

type Readings = ReadonlyMap<string, readonly ReadDocument[]>

/** A document's range in the whole text. `rest`: how many documents it stands for without being read. */
type Chunk = { readonly range: Range; readonly text: string; readonly rest?: number }

/** The documents' ranges; `rest` counts the documents that the last range stands for without being read. */
function documentRanges(text: string): readonly Chunk[] {
  const normalized = normalizeBreaks(text)
  const ranges = splitDocuments(normalized)
  const beyond = ranges.findIndex(({ to }, index) => index > 0 && to > textLimit)
  const read = beyond < 0 ? ranges : ranges.slice(0, beyond)
  const chunks: Chunk[] = read.map((range) => ({ range, text: normalized.slice(range.from, range.to) }))
  const rest = ranges[beyond]
  if (rest) {
    const range = { from: rest.from, to: normalized.length }
    chunks.push({ range, text: normalized.slice(range.from, range.to), rest: ranges.length - beyond })
  }
  return chunks
}

function readChunk(chunk: string): ReadDocument {
  try {
    const document = readDocument(chunk)
    const { objects, problems } = readObjects(document, chunk)
    const found = [...document.problems, ...problems]
    return { document, objects, problems: found.map((problem) => within(problem, chunk.length)) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return broken({
      rule: 'yaml-syntax',
      severity: 'refused',
      range: { from: 0, to: firstLine(chunk) },
      message: `The document could not be read: ${reason}.`,
    })
  }
}

/** A place at the very end of a text is moved onto its last character. */
function within(problem: Problem, length: number): Problem {
  const from = Math.min(problem.range.from, length - 1)
  return { ...problem, range: { from, to: Math.min(Math.max(problem.range.to, from + 1), length) } }
}

const broken = (problem: Problem): ReadDocument => ({
  document: { status: 'broken', problems: [problem], json: false },
  objects: [],
  problems: [problem],
})

const firstLine = (chunk: string): number => Math.max(1, /^.*/.exec(chunk)?.[0].length ?? 1)

const notRead = (chunk: string, rest: number): ReadDocument =>
  broken({
    rule: 'too-large',
    severity: 'refused',
    range: { from: 0, to: firstLine(chunk) },
    message: `The text is longer than ${textLimit.toLocaleString('en')} characters; ${rest === 1 ? 'the document' : `${rest.toLocaleString('en')} documents`} from here on ${rest === 1 ? 'is' : 'are'} not read.`,
    advice: 'Paste the rest on its own.',
  })

/**
 * Strict readers cut a stream only at lines that are exactly `---`. Behind a JSON document any other separator is taken
 * as a part of it, and makes it invalid.
 */
function withSeparator(placed: LocatedDocument, next: LocatedDocument | undefined): LocatedDocument {
  const { reading, text } = placed
  if (!reading.document.json || !next || /^---\r?\n/.test(next.text)) return placed
  if (reading.problems.some(({ rule }) => rule === 'strict-json')) return placed
  const from = documentBody(text).offset + documentBody(text).text.search(/\S/)
  const problem: Problem = {
    rule: 'strict-json',
    severity: 'warning',
    range: { from, to: from + 1 },
    message: 'The JSON document is followed by a separator that strict readers take for a part of it.',
    advice: 'Write the separator as a line of exactly three dashes.',
  }
  return { ...placed, reading: { ...reading, problems: [...reading.problems, problem] } }
}
