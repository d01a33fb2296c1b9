import type { Change, EditRefusal } from '../model/change'
import { applyEdits, normalizeEdits, withBreaksOf, type TextEdit } from '../model/textEdit'
import { readDocument, type Document } from '../yaml/readDocument'
import { normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { applyChange, isRefusal } from './applyChange'
import { endsInBlockScalar, unterminatedBlockScalar } from './blockScalarEnd'
import { detectStyle } from './documentStyle'
import { nodeEdits } from './nodeEdits'
import type { Style } from './printYaml'
import { readSource } from './readSource'
import { equalsData, equalsValue, type SourceData } from './sourceData'

/** Edits of a text, and the text after them. */
export type Plan = { readonly edits: readonly TextEdit[]; readonly text: string }

/**
 * The smallest edits of one document's text that apply all changes to its data, one after another. `text` includes the
 * `---` line, if there is one. The edits are verified: the edited text is parsed again and must contain exactly the
 * changed data. Changes that make no difference need no edits. Never throws for any text.
 */
export function planEdits(text: string, changes: readonly Change[]): Plan | EditRefusal {
  try {
    return plan(text, changes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { refused: `The document could not be edited: ${reason}.` }
  }
}

function plan(text: string, changes: readonly Change[]): Plan | EditRefusal {
  const bomLength = text.startsWith('\uFEFF') ? 1 : 0
  const normalized = normalizeBreaks(text.slice(bomLength))
  const source = readSource(normalized)
  if (isRefusal(source)) return source
  const { document, data } = source
  let wanted = data
  for (const change of changes) {
    const next = applyChange(wanted, change)
    if (isRefusal(next)) return next
    wanted = next
  }
  if (equalsData(wanted, data)) return { edits: [], text }
  if (wanted.type !== 'mapping' || wanted.entries.size === 0)
    return { refused: 'This would leave no object in the document.' }
  const style = detectStyle(normalized, data)
  const hasFinalBreak = normalized.endsWith('\n')
  const tryStyle = (tried: Style): Plan | EditRefusal => {
    const shifted = nodeEdits(normalized, data, wanted, tried).map((edit) => ({
      ...edit,
      from: edit.from + bomLength,
      to: edit.to + bomLength,
    }))
    const edits = normalizeEdits(text, withBreaksOf(text, shifted), endsInBlockScalar(wanted))
    if (!edits) return { refused: noVerifiedEdit }
    if (!hasFinalBreak && endsInBlockScalar(data) && edits.some(({ from }) => from === text.length))
      return { refused: unterminatedBlockScalar }
    const result = applyEdits(text, edits)
    const refused = mismatch(normalizeBreaks(result.slice(bomLength)), wanted, document)
    return refused === undefined ? { edits, text: result } : { refused }
  }
  const first = tryStyle({ ...style, literal: hasFinalBreak })
  // A comment after a literal block scalar becomes part of its text when it is indented too far.
  return isRefusal(first) ? tryStyle({ ...style, literal: false }) : first
}

const noVerifiedEdit = 'No edit was found that makes only the intended change.'

/** Why an edited text is not the wanted document; undefined when it is. `before`: the document before the edits. */
function mismatch(text: string, wanted: SourceData, before: Document): string | undefined {
  const { root, problems } = readDocument(text)
  const oldProblems = new Set(before.problems.map(({ rule, message }) => `${rule}: ${message}`))
  const added = problems.find(({ rule, message }) => !oldProblems.has(`${rule}: ${message}`))
  if (added) return `This change would cause a new problem: ${added.message}`
  return root && equalsValue(root, wanted) && splitDocuments(text).length === 1 ? undefined : noVerifiedEdit
}
