import { columnOf } from '../model/lines'
import type { TextEdit } from '../model/textEdit'
import { blockEdits, replaceInBlock, type Parent } from './blockEdits'
import { diffMembers, type KeptMember } from './diffMembers'
import { localStyle } from './documentStyle'
import { flowEdits, replaceInFlow } from './flowEdits'
import { keyText, type Style } from './printYaml'
import type { SourceData } from './sourceData'
import type { Member } from './sourceNode'

/** The edits that turn the text of `old` into text with the data of `next`. Inserted line breaks are LF. */
export function nodeEdits(text: string, old: SourceData, next: SourceData, style: Style): TextEdit[] {
  return valueEdits(text, old, next, { style, inFlow: old.node?.style === 'flow' })
}

/** `member`: the member that the value belongs to; undefined for the root. `style`: the style next to the value. */
type Surroundings = { readonly member?: Member; readonly inFlow: boolean; readonly style: Style }

function valueEdits(text: string, old: SourceData, next: SourceData, around: Surroundings): TextEdit[] {
  const { node } = old
  if (old === next || !node) return []
  const diff = diffMembers(old, next)
  if (!diff) {
    // A value in flow style keeps it, unless it is `{}` or `[]`: block style has no other form for these.
    const keepsFlow = node.style === 'flow' && node.members.length > 0 && old.type === next.type
    return around.inFlow || keepsFlow
      ? [replaceInFlow(text, around.member, node, next, around.style)]
      : replaceInBlock(text, node, next, parentOf(text, around.member, node.from), around.style)
  }
  const style = localStyle(text, old, around.style)
  const inFlow = node.style === 'flow'
  const keys = diff.kept.flatMap((kept) => keyEdits(kept, style, inFlow ? 'flow' : 'block'))
  const values = diff.kept.flatMap((kept) =>
    valueEdits(text, kept.old, kept.next, { member: kept.member, inFlow, style }),
  )
  const members = inFlow ? flowEdits(text, diff, style) : blockEdits(text, diff, old.type, style)
  return [...keys, ...values, ...members]
}

/** A renamed key keeps its quotes. */
function keyEdits(
  { member: { key }, newKey }: KeptMember,
  style: Style,
  context: 'block' | 'flow',
): TextEdit[] {
  if (!key || newKey === undefined) return []
  const oldQuote = key.style === 'single' || key.style === 'double' ? key.style : undefined
  return [{ from: key.from, to: key.to, insert: keyText(newKey, style, context, oldQuote) }]
}

function parentOf(text: string, member: Member | undefined, from: number): Parent {
  if (!member) return { kind: 'root', column: columnOf(text, from) }
  const kind = !member.key ? 'item' : member.colonEnd === undefined ? 'key without colon' : 'key'
  return { kind, column: columnOf(text, member.from) }
}
