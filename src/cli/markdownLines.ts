import { paintedWidth } from '../formats/paint'
import type { TerminalLook } from '../formats/terminalPage'
import { parseInline, type Block, type Inline } from '../pages/markdown'
import { wrapWords } from '../pages/wrapWords'

/** `colours`: code is told by its colour, and needs no quotes. */
export type MarkdownLook = TerminalLook & { readonly colours: boolean }

/** The page of a rule as lines for a terminal: wrapped, with its code indented and the address of each link after its text. */
export const markdownLines = (blocks: readonly Block[], look: MarkdownLook): readonly string[] =>
  blocks.flatMap((block, index) => [...(index > 0 ? [''] : []), ...blockLines(block, look)])

function blockLines(block: Block, look: MarkdownLook): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [look.paint('bold', block.text)]
    case 'paragraph':
      return proseLines(block.text, look, '', '')
    case 'list':
      return block.items.flatMap((item) => proseLines(item, look, '- ', '  '))
    case 'code':
      return block.text.split('\n').map((line) => `    ${line}`.trimEnd())
  }
}

/** `first`, `next`: what the first line and the others begin with. */
function proseLines(text: string, look: MarkdownLook, first: string, next: string): readonly string[] {
  const shown = parseInline(text)
    .map((part) => inlineText(part, look))
    .join('')
  return wrapWords(shown, look.width - first.length, paintedWidth).map(
    (line, index) => `${index === 0 ? first : next}${line}`,
  )
}

function inlineText(part: Inline, { paint, colours }: MarkdownLook): string {
  // Each word is painted, because a line can end after it.
  const painted = (style: 'bold' | 'cyan' | 'underline', text: string): string =>
    text
      .split(' ')
      .map((word) => paint(style, word))
      .join(' ')
  switch (part.type) {
    case 'text':
      return part.text
    case 'code':
      return painted('cyan', colours ? part.text : `\`${part.text}\``)
    case 'strong':
      return painted('bold', part.text)
    case 'link':
      return `${part.text} (${painted('underline', part.href)})`
  }
}
