import type { SourceData } from './sourceData'

/** YAML readers disagree on whether such a block scalar ends with a line break, and text after it would add one. */
export const unterminatedBlockScalar =
  'The document ends with a block scalar that has no final line break, so adding text after it would change its value.'

/** Whether the last value of a document is a block scalar that includes its last line break: `|` or `>`, but not `|-`. */
export function endsInBlockScalar(data: SourceData): boolean {
  const { style, stripped } = data.node ?? {}
  if (data.type === 'scalar') return (style === 'literal' || style === 'folded') && !stripped
  const last = data.type === 'sequence' ? data.items.at(-1) : [...data.entries.values()].at(-1)
  return last !== undefined && style !== 'flow' && endsInBlockScalar(last)
}
