export type Inline =
  | { readonly type: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'code'; readonly text: string }

/**
 * The part of Markdown that the pages of rules use: headings, paragraphs, `-` lists and fenced code. Everything else is a
 * paragraph. The result is data, never HTML.
 */
export const parseMarkdown = (source: string): readonly Block[] => {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  let index = 0
  const takeWhile = (isWanted: (line: string) => boolean): readonly string[] => {
    const from = index
    while (index < lines.length && isWanted(lines[index] ?? '')) index += 1
    return lines.slice(from, index)
  }
  while (index < lines.length) {
    const line = lines[index] ?? ''
    const heading = /^(#{1,4}) +(.+)$/.exec(line)
    if (line.trim() === '') index += 1
    else if (heading) {
      blocks.push({ type: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' })
      index += 1
    } else if (line.startsWith('```')) {
      index += 1
      blocks.push({ type: 'code', text: unindented(takeWhile((one) => !one.startsWith('```'))) })
      index += 1
    } else if (line.startsWith('- ')) {
      const own = takeWhile((one) => /^(?:- | +\S)/.test(one))
      blocks.push({ type: 'list', items: itemsOf(own) })
    } else {
      const own = takeWhile((one) => one.trim() !== '' && !/^(?:#{1,4} |```|- )/.test(one))
      blocks.push({ type: 'paragraph', text: own.map((one) => one.trim()).join(' ') })
      // A line like `#####` begins no block: it is skipped, or the loop would never end.
      if (own.length === 0) index += 1
    }
  }
  return blocks
}

/** Without the indentation that all lines share. */
const unindented = (lines: readonly string[]): string => {
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(Number.isFinite(margin) ? margin : 0)).join('\n')
}

const itemsOf = (lines: readonly string[]): readonly string[] => {
  const items: string[] = []
  for (const line of lines) {
    if (line.startsWith('- ')) items.push(line.slice(2).trim())
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim())
  }
  return items
}

const inline = /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g

/** Links other than `https:` stay text. */
export const parseInline = (text: string): readonly Inline[] => {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(inline)) {
    const [whole, code, strong, label, href] = match
    if (match.index > from) parts.push({ type: 'text', text: text.slice(from, match.index) })
    if (code !== undefined) parts.push({ type: 'code', text: code })
    else if (strong !== undefined) parts.push({ type: 'strong', text: strong })
    else if (label !== undefined && href !== undefined) parts.push({ type: 'link', text: label, href })
    from = match.index + whole.length
  }
  if (from < text.length) parts.push({ type: 'text', text: text.slice(from) })
  return parts
}
