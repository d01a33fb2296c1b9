import { blockEdits, replacedInBlock, type Holder } from './blockEdits'
import { flowEdits, replacedInFlow } from './flowEdits'
import { styleAmong, type SourceData } from './documentStyle'
import { diffMembers, type Kept } from './diffMembers'
import type { TextEdit } from '../model/textEdit'
import { columnOf } from '../model/lines'
import type { Member } from './sourceNode'
import { keyText, type Style } from './printYaml'

/** The edits that make the text of one part's old data say its new data. Line breaks are written as LF. */
export function nodeEdits(text: string, old: SourceData, next: SourceData, style: Style): TextEdit[] {
  return rewritten(text, old, next, { style, inFlow: old.node?.style === 'flow' })
}

/** Where a value stands: what it is a member of, with the style of its neighbours. */
type Surroundings = { readonly member?: Member; readonly inFlow: boolean; readonly style: Style }

function rewritten(text: string, old: SourceData, next: SourceData, around: Surroundings): TextEdit[] {
  const place = old.node
  if (old === next || !place) return []
  const regrouping = diffMembers(old, next)
  const style = styleAmong(text, old, around.style)
  if (!regrouping) {
    // What is in brackets stays in brackets, but for empty ones, which are all that a block can be when it is empty.
    const staysInFlow = place.style === 'flow' && place.members.length > 0 && old.type === next.type
    return around.inFlow || staysInFlow
      ? [replacedInFlow(text, around.member, place, next, around.style)]
      : replacedInBlock(text, place, next, holderOf(text, around.member, place.from), around.style)
  }
  const inFlow = place.style === 'flow'
  const inner = regrouping.kept.flatMap((kept) =>
    rewritten(text, kept.old, kept.next, { member: kept.member, inFlow, style }),
  )
  const renamed = regrouping.kept.flatMap((kept) => renaming(kept, style, inFlow ? 'flow' : 'block'))
  const outer = inFlow ? flowEdits(text, regrouping, style) : blockEdits(text, regrouping, old.type, style)
  return [...renamed, ...inner, ...outer]
}

/** A key keeps its quotes. */
function renaming({ member: { key }, name }: Kept, style: Style, place: 'block' | 'flow'): TextEdit[] {
  if (!key || name === undefined) return []
  const quote = key.style === 'single' || key.style === 'double' ? key.style : undefined
  return [{ from: key.from, to: key.to, insert: keyText(name, style, place, quote) }]
}

function holderOf(text: string, member: Member | undefined, from: number): Holder {
  if (!member) return { kind: 'root', column: columnOf(text, from) }
  const kind = !member.key ? 'item' : member.colon === undefined ? 'bare key' : 'key'
  return { kind, column: columnOf(text, member.from) }
}
