const whiteSpace = /[ \t\n\r]*/y
const numberOrLiteral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma'

/**
 * The offset of the first syntax error in a JSON text; the length of a text that ends too early or has no error. Needed
 * because browsers do not report it in the same way.
 */
export function jsonErrorOffset(text: string): number {
  const closing: string[] = []
  let expected: Expected = 'value'
  let offset = skip(whiteSpace, text, 0)
  while (offset < text.length) {
    const char = text[offset] ?? ''
    let next = offset + 1
    if (expected === 'colon') {
      if (char !== ':') return offset
      expected = 'value'
    } else if (char === closing.at(-1) && expected !== 'value' && expected !== 'key') {
      closing.pop()
      expected = 'comma'
    } else if (expected === 'comma') {
      if (char !== ',' || closing.length === 0) return offset
      expected = closing.at(-1) === '}' ? 'key' : 'value'
    } else if (expected === 'key' || expected === 'first key') {
      next = stringEnd(text, offset)
      expected = 'colon'
    } else if (char === '{' || char === '[') {
      closing.push(char === '{' ? '}' : ']')
      expected = char === '{' ? 'first key' : 'first value'
    } else {
      next = char === '"' ? stringEnd(text, offset) : skip(numberOrLiteral, text, offset)
      expected = 'comma'
    }
    if (next <= offset) return offset
    offset = skip(whiteSpace, text, next)
  }
  return offset
}

/** The end of what a sticky expression matches at an offset; the offset itself when it does not match. */
function skip(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from
  return expression.test(text) ? expression.lastIndex : from
}

/** The offset after the closing quote of a string; `from` when there is no valid string. */
function stringEnd(text: string, from: number): number {
  if (text[from] !== '"') return from
  for (let offset = from + 1; offset < text.length; offset++) {
    const char = text[offset] ?? ''
    if (char === '"') return offset + 1
    if (char < ' ') return from
    if (char !== '\\') continue
    const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y
    const end = skip(escape, text, offset + 1)
    if (end === offset + 1) return from
    offset = end - 1
  }
  return from
}
