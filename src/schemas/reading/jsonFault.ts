/** White space, a number, a word, or a single sign; text in quotes is measured apart. */
const space = /[ \t\n\r]*/y
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y

type Awaited = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma'

/** Where a text stops being JSON, as an offset: engines do not agree on telling it. The end when all of it is read. */
export function jsonFaultAt(text: string): number {
  const ends: string[] = []
  let awaited: Awaited = 'value'
  let at = skip(space, text, 0)
  while (at < text.length) {
    const sign = text[at] ?? ''
    let next = at + 1
    if (awaited === 'colon') {
      if (sign !== ':') return at
      awaited = 'value'
    } else if (sign === ends.at(-1) && awaited !== 'value' && awaited !== 'key') {
      ends.pop()
      awaited = 'comma'
    } else if (awaited === 'comma') {
      if (sign !== ',' || ends.length === 0) return at
      awaited = ends.at(-1) === '}' ? 'key' : 'value'
    } else if (awaited === 'key' || awaited === 'first key') {
      next = textEnd(text, at)
      awaited = 'colon'
    } else if (sign === '{' || sign === '[') {
      ends.push(sign === '{' ? '}' : ']')
      awaited = sign === '{' ? 'first key' : 'first value'
    } else {
      next = sign === '"' ? textEnd(text, at) : skip(plain, text, at)
      awaited = 'comma'
    }
    if (next <= at) return at
    at = skip(space, text, next)
  }
  return at
}

function skip(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from
  return expression.test(text) ? expression.lastIndex : from
}

/** Behind the closing quote; `from` when there is no text in quotes that JSON would take. */
function textEnd(text: string, from: number): number {
  if (text[from] !== '"') return from
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '"') return at + 1
    if (sign < ' ') return from
    if (sign !== '\\') continue
    const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y
    const end = skip(escape, text, at + 1)
    if (end === at + 1) return from
    at = end - 1
  }
  return from
}
