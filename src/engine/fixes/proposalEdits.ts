import { insertDocument } from '../edits/insertDocument'
import { planEdits } from '../edits/planEdits'
import type { Proposal } from '../findings/remedy'
import type { Change } from '../model/change'
import { addTo } from '../model/groupBy'
import { isObject, type JsonObject } from '../model/json'
import type { Range } from '../model/range'
import { applyEdits, type TextEdit } from '../model/textEdit'
import type { LocatedObject } from '../objects/locatedObjects'
import type { Evaluation } from '../report/evaluate'

/** Edits of the whole text, or why there are none, in a sentence. */
export type PlannedEdits = { readonly edits: readonly TextEdit[] } | { readonly refused: string }

/**
 * The edits that a proposal comes to: those of the text of `document`, the finding’s, or those of data in every document that it changes, and new documents after that of `owner`, the
 * object of the finding. Next to an object inside a List, new objects become items of the same List.
 */
export function proposalEdits(
  { text, documents, locatedOf }: Evaluation,
  { owner, document }: { readonly owner: LocatedObject | undefined; readonly document: number },
  { changes = [], adds = [], edits: textEdits }: Proposal,
): PlannedEdits {
  if (textEdits) {
    const { from = 0 } = documents[document]?.range ?? {}
    return { edits: textEdits.map((edit) => ({ ...edit, from: edit.from + from, to: edit.to + from })) }
  }
  const changed = new Map<number, Change[]>()
  for (const { object, ...change } of changes) {
    const target = object ? locatedOf.get(object) : owner
    if (!target) return { refused: 'The object to change is not in the text.' }
    addTo(changed, target.documentIndex, { ...change, path: [...target.object.path, ...change.path] })
  }
  const added = adds.filter(isObject)
  const isListed = owner !== undefined && owner.object.path.length > 0
  if (isListed)
    for (const value of added)
      addTo(changed, owner.documentIndex, { kind: 'append', path: owner.object.path.slice(0, -1), value })
  const edits: TextEdit[] = []
  for (const [index, planned] of changed) {
    const { from = 0, to = 0 } = documents[index]?.range ?? {}
    const plan = planEdits(text.slice(from, to), planned)
    if ('refused' in plan) return plan
    for (const edit of plan.edits) edits.push({ ...edit, from: edit.from + from, to: edit.to + from })
  }
  edits.sort((a, b) => a.from - b.from)
  if (added.length === 0 || isListed) return { edits }
  return owner
    ? withDocuments(text, edits, owner.document.range, added)
    : { refused: 'There is no object to add it after.' }
}

/** The same edits, and new documents after the one at `range`, each after the one before it. */
function withDocuments(
  text: string,
  edits: readonly TextEdit[],
  range: Range,
  added: readonly JsonObject[],
): PlannedEdits {
  const grown = (limit: number): number =>
    edits.reduce((sum, { from, to, insert }) => (to <= limit ? sum + insert.length - (to - from) : sum), 0)
  let now = applyEdits(text, edits)
  let after: Range = { from: range.from + grown(range.from - 1), to: range.to + grown(range.to) }
  let insert = ''
  for (const value of added) {
    const edit = insertDocument(now, after, value)
    if ('refused' in edit) return edit
    now = applyEdits(now, [edit])
    const start = edit.from + edit.insert.indexOf('---')
    after = { from: start, to: edit.from + edit.insert.length }
    insert += edit.insert
  }
  return { edits: [...edits, { from: range.to, to: range.to, insert }].sort((a, b) => a.from - b.from) }
}
