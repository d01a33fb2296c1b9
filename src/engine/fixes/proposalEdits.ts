import { addTo } from '../model/groupBy'
import { planEdits } from '../edits/planEdits'
import { insertDocument } from '../edits/insertDocument'
import type { Range } from '../model/range'
import type { ObjectReport, Report } from '../model/report'
import { applyEdits, type TextEdit } from '../model/textEdit'
import { type JsonObject, isObject } from '../model/json'
import type { Change } from '../model/change'
import type { Proposal } from '../model/finding'

export type Edited = { readonly edits: readonly TextEdit[] } | { readonly refused: string }

/**
 * The edits of a proposal: in each document that it changes, and behind the document of `owner` what it adds. An object
 * that stands in a List gets its company in the same List. Offsets are those of the whole text.
 */
export function proposalEdits(text: string, report: Report, owner: string, proposal: Proposal): Edited {
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  const home = objects.get(owner)
  const listed = home !== undefined && home.path.length > 0
  const changes: (readonly [object: ObjectReport | undefined, change: Change])[] = proposal.changes.map(
    ({ object, ...change }) => [objects.get(object), change],
  )
  const added = proposal.adds.filter(isObject)
  const edits: TextEdit[] = []
  const documents = new Map<number, Change[]>()
  for (const [object, change] of changes) {
    if (!object) return { refused: 'The object to change is not in the text.' }
    addTo(documents, object.document, { ...change, path: [...object.path, ...change.path] })
  }
  if (listed)
    for (const value of added)
      addTo(documents, home.document, { kind: 'append', path: home.path.slice(0, -1), value })
  for (const [document, planned] of documents) {
    const { from = 0, to = 0 } = report.documents[document]?.range ?? {}
    const plan = planEdits(text.slice(from, to), planned)
    if ('refused' in plan) return plan
    for (const edit of plan.edits) edits.push({ ...edit, from: edit.from + from, to: edit.to + from })
  }
  edits.sort((a, b) => a.from - b.from)
  const range = report.documents[home?.document ?? -1]?.range
  if (added.length === 0 || listed) return { edits }
  return range ? withDocuments(text, edits, range, added) : { refused: 'There is nothing to put it behind.' }
}

/** The same edits, with new documents behind the one at `range`, each behind the one before it. */
function withDocuments(
  text: string,
  edits: readonly TextEdit[],
  range: Range,
  added: readonly JsonObject[],
): Edited {
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
