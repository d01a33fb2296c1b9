import { applyChange, isRefusal } from './applyChange'
import { normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { equalsValue } from './sourceData'
import { readDocument, type Document } from '../yaml/readDocument'
import { learnStyle, type SourceData } from './documentStyle'
import { nodeEdits } from './nodeEdits'
import { endsInBlockText, openBlockText } from './attachSource'
import { readSource } from './readSource'
import { applyEdits, normalizeEdits, withBreaksOf, type TextEdit } from '../model/textEdit'
import type { Style } from './printYaml'
import type { Change, EditRefusal } from '../model/change'

/** Edits of a text, and the text after them. */
export type Plan = { readonly edits: readonly TextEdit[]; readonly text: string }

/**
 * The smallest edits of one document's text (with its `---` line, if any) that make it say what changes, done one
 * after another, make of its data. They are proved: the text after them is read again, and says exactly that. Changes
 * that change nothing give no edits. Never throws for any text.
 */
export function planEdits(text: string, changes: readonly Change[]): Plan | EditRefusal {
  try {
    return planned(text, changes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { refused: `The document could not be edited: ${reason}.` }
  }
}

function planned(text: string, changes: readonly Change[]): Plan | EditRefusal {
  const skipped = text.startsWith('\uFEFF') ? 1 : 0
  const chunk = normalizeBreaks(text.slice(skipped))
  const reading = readSource(chunk)
  if (isRefusal(reading)) return reading
  const { document, data } = reading
  let wanted = data
  for (const change of changes) {
    const next = applyChange(wanted, change)
    if (isRefusal(next)) return next
    wanted = next
  }
  if (wanted === data) return { edits: [], text }
  if (wanted.type !== 'mapping' || wanted.entries.size === 0)
    return { refused: 'This would leave no object in the document.' }
  const style = learnStyle(chunk, data, isStrictJson(document))
  const isOpen = !chunk.endsWith('\n')
  const prove = (tried: Style): Plan | EditRefusal => {
    const written = nodeEdits(chunk, data, wanted, tried)
    const moved = written.map((edit) => ({ ...edit, from: edit.from + skipped, to: edit.to + skipped }))
    const edits = normalizeEdits(text, withBreaksOf(text, moved), endsInBlockText(wanted))
    if (!edits) return { refused: unsafe }
    if (isOpen && endsInBlockText(data) && edits.some(({ from }) => from === text.length))
      return { refused: openBlockText }
    const result = applyEdits(text, edits)
    const doubt = mismatch(normalizeBreaks(result.slice(skipped)), wanted, document)
    return doubt === undefined ? { edits, text: result } : { refused: doubt }
  }
  const plan = prove({ ...style, literal: !isOpen })
  // A literal block takes in the comments around it when they stand too far to the right.
  return isRefusal(plan) ? prove({ ...style, literal: false }) : plan
}

const unsafe = 'No small edit of this text is sure to change only what is meant.'

export const isStrictJson = ({ json, problems }: Document): boolean =>
  json && !problems.some(({ rule }) => rule === 'strict-json')

/** Why the text after the edits is not what was wanted; undefined when it is. */
function mismatch(chunk: string, wanted: SourceData, before: Document): string | undefined {
  const { root, problems } = readDocument(chunk)
  const known = before.problems.map(({ rule, message }) => `${rule}: ${message}`)
  const fresh = problems.find(({ rule, message }) => !known.includes(`${rule}: ${message}`))
  if (fresh) return `After this change the document could not be read as before. ${fresh.message}`
  return root && equalsValue(root, wanted) && splitDocuments(chunk).length === 1 ? undefined : unsafe
}
