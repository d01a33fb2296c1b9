/** Documents nested deeper than this are not read: the parser works by recursion. Real manifests stay below 40. */
export const nestingLimit = 128

/**
 * Whether a document's text may nest deeper than `nestingLimit`: an upper bound by three cheap scans, so that only
 * suspicious texts pay for an exact count. Counts brackets without regard to quotes and comments.
 */
export function mayNestTooDeep(chunk: string): boolean {
  let open = 0
  for (const match of chunk.matchAll(/[[{\]}]/g)) {
    open = match[0] === '[' || match[0] === '{' ? open + 1 : Math.max(0, open - 1)
    if (open > nestingLimit) return true
  }
  return /^ {128,}\S/m.test(chunk) || /^[ \t]*(?:[-?:][ \t]+){32,}/m.test(chunk)
}

/**
 * Where a document first nests deeper than `nestingLimit`, undefined when it does not. `tokens` are the lexemes of the
 * `yaml` lexer in order; control lexemes (document marks, scalar mode) have one character below U+0020.
 */
export function nestingFault(tokens: Iterable<string>): number | undefined {
  const columns: number[] = []
  let flow = 0
  let offset = 0
  let column = 0
  let lineStart = true
  for (const token of tokens) {
    const mark = token.charCodeAt(0)
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') continue
    if (token === '\n' || token === '\r\n') {
      column = 0
      lineStart = true
    } else {
      const blank = /^[ \t]+$/.test(token)
      const indicator = token === '-' || token === '?' || token === ':'
      if (!blank && flow === 0 && (lineStart || indicator)) {
        while ((columns.at(-1) ?? -1) > column) columns.pop()
        if (columns.at(-1) !== column) columns.push(column)
        lineStart = indicator
      }
      if (mark === 0x5b || mark === 0x7b) flow++
      if ((mark === 0x5d || mark === 0x7d) && flow > 0) flow--
      if (columns.length + flow > nestingLimit) return offset
      const lastBreak = token.lastIndexOf('\n')
      column = lastBreak < 0 ? column + token.length : token.length - lastBreak - 1
    }
    offset += token.length
  }
  return undefined
}
