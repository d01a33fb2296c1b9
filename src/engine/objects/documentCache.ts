import { documentBody, normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { readDocument, type Document } from '../yaml/readDocument'
import { readObjects, type KubernetesObject } from './readObjects'
import type { Range } from '../model/range'
import type { Problem } from '../model/problem'
import { invalidSelectors } from './labelSelectors'
import { locate } from '../yaml/value'

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
 * Keeps the entries of the texts that the last reading met. Two documents with the same text have an entry each, so
 * that an object stands for one place.
 */
export class DocumentCache {
  private kept = new Map<string, readonly ReadDocument[]>()

  /** Reads a whole text; only documents whose text was not there last time are parsed. Never throws. */
  read(text: string): readonly LocatedDocument[] {
    const next = new Map<string, ReadDocument[]>()
    const documents = documentRanges(text).map(({ range, text: chunk, rest }) => {
      const entries = next.get(chunk) ?? []
      next.set(chunk, entries)
      const reading =
        this.kept.get(chunk)?.[entries.length] ?? (rest ? notRead(chunk, rest) : readEntry(chunk))
      entries.push(reading)
      return { reading, range, text: chunk }
    })
    this.kept = next
    return documents.map((placed, index) => withSeparator(placed, documents[index + 1]))
  }
}

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

function readEntry(chunk: string): ReadDocument {
  try {
    const document = readDocument(chunk)
    const { objects, problems } = readObjects(document, chunk)
    const found = [...document.problems, ...problems, ...selectorProblems(document, objects)]
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

const selectorProblems = ({ root }: Document, objects: readonly KubernetesObject[]): readonly Problem[] =>
  objects.flatMap((object) =>
    invalidSelectors(object).flatMap(({ at, message, advice }) => {
      if (!root) return []
      const path = [...object.path, ...at]
      return [
        {
          rule: 'invalid-selector',
          severity: 'refused',
          path,
          message,
          advice,
          ...locate(root, path),
        } as const,
      ]
    }),
  )

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
