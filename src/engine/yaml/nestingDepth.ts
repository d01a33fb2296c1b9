/** Documents with more levels are not parsed, because the parser is recursive. Real manifests have fewer than 40. */
export const nestingLimit = 128

/**
 * Whether a document may have more than `nestingLimit` levels. Three cheap scans give an upper bound, so that only
 * suspicious texts need an exact count. Brackets in quotes and comments are counted as well.
 */
export function mayNestTooDeep(text: string): boolean {
  let open = 0
  for (const match of text.matchAll(/[[{\]}]/g)) {
    open = match[0] === '[' || match[0] === '{' ? open + 1 : Math.max(0, open - 1)
    if (open > nestingLimit) return true
  }
  return text.includes(deepIndent) || hasManyIndicators(text)
}

const deepIndent = ' '.repeat(nestingLimit)

/** So many dashes, question marks and colons can start a line, each opening one level. */
const indicatorLimit = 32

function hasManyIndicators(text: string): boolean {
  for (const [start] of text.matchAll(/^[ \t]*(?:[-?:][ \t]+)+/gm))
    if (start.length >= 2 * indicatorLimit && start.replace(/[ \t]/g, '').length >= indicatorLimit)
      return true
  return false
}

/**
 * The offset at which a document first exceeds `nestingLimit`; undefined when it does not. `tokens`: all tokens of the
 * `yaml` lexer. Its control tokens (document start, scalar, error) are single characters below U+0020.
 */
export function tooDeepOffset(tokens: Iterable<string>): number | undefined {
  const columns: number[] = []
  let openBrackets = 0
  let offset = 0
  let column = 0
  let isLineStart = true
  for (const token of tokens) {
    const first = token.charCodeAt(0)
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') continue
    if (token === '\n' || token === '\r\n') {
      column = 0
      isLineStart = true
    } else {
      // The mark at the start of a document opens no level.
      const isBlank = token === '---' || /^[ \t]+$/.test(token)
      const isIndicator = token === '-' || token === '?' || token === ':'
      if (!isBlank && openBrackets === 0 && (isLineStart || isIndicator)) {
        while ((columns.at(-1) ?? -1) > column) columns.pop()
        if (columns.at(-1) !== column) columns.push(column)
        isLineStart = isIndicator
      }
      if (first === 0x5b || first === 0x7b) openBrackets++
      if ((first === 0x5d || first === 0x7d) && openBrackets > 0) openBrackets--
      if (columns.length + openBrackets > nestingLimit) return offset
      const lastBreak = token.lastIndexOf('\n')
      column = lastBreak < 0 ? column + token.length : token.length - lastBreak - 1
    }
    offset += token.length
  }
  return undefined
}
