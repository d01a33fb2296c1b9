import { isSecretName, isSecretValue } from './secretNames'
import { redacted, secretAt, type Secret } from './secret'

/** A name, and what may stand between it and its value: `"password": "`, `PASSWORD=`, `--password `. */
const names = /[A-Za-z][\w.-]*/g
const separator = /\\?["']?[ \t]{0,8}[:=][ \t]{0,8}/y
const quoted = /(\\?["'])((?:(?!\1)[^\r\n]){0,1000})\1/y
const plain = /[^\s"'\\,;&<>(){}[\]|]{1,1000}/y

/** The name and the value of a variable: on two lines of YAML, and in JSON, whose quotes may be escaped. */
const variables = [
  /\bname:[ \t]{1,8}["']?(?<name>[\w.-]{1,100})["']?[ \t]{0,8}\r?\n[ \t]{0,99}value:[ \t]{1,8}["']?(?<value>[^\s"'#&*!|>][^\s"']{0,999})["']?[ \t]{0,8}(?=\r?\n|$)/dg,
  /"name\\?"\s{0,9}:\s{0,9}\\?"(?<name>[\w.-]{1,100})\\?"\s{0,9},\s{0,9}\\?"value\\?"\s{0,9}:\s{0,9}\\?"(?<value>[^"\\\r\n]{1,1000})\\?"/dg,
]

const longestName = 100

/**
 * Secrets that the name before them gives away, found line by line: in files inside ConfigMaps, in arguments, in JSON, and
 * in texts that are no valid YAML.
 */
export function* findNamedValues(text: string): Generator<Secret> {
  for (const { 0: all, index } of text.matchAll(names)) {
    const name = all.slice(-longestName)
    if (!isSecretName(name) || isHash(text, index)) continue
    const value = valueAfter(text, index + all.length)
    if (value && isSecretValue(name, value.text))
      yield secretAt(
        value.from,
        value.from + value.text.length,
        `value of ${name}`,
        blankOf(value.text, value.isQuoted),
      )
  }
  for (const variable of variables) yield* findVariables(text, variable)
}

function* findVariables(text: string, variable: RegExp): Generator<Secret> {
  for (const { groups: { name = '', value = '' } = {}, indices } of text.matchAll(variable)) {
    const [from, to] = indices?.groups?.['value'] ?? [0, 0]
    if (from < to && isSecretValue(name, value))
      yield secretAt(from, to, `value of ${name}`, blankOf(value, /["']/.test(text.charAt(from - 1))))
  }
}

/** The annotation `checksum/secret` and its like. */
const isHash = (text: string, at: number): boolean =>
  /(?:checksum|hash|sha256|digest|version)[/._-]$/i.test(text.slice(Math.max(0, at - 20), at))

type Found = { readonly text: string; readonly from: number; readonly isQuoted: boolean }

function valueAfter(text: string, end: number): Found | undefined {
  const from = end + (matchAt(separator, text, end)?.[0].length ?? 0)
  if (from === end) return undefined
  const inQuotes = matchAt(quoted, text, from)
  if (inQuotes) {
    const [, quote = '', value = ''] = inQuotes
    return { text: value, from: from + quote.length, isQuoted: true }
  }
  const value = matchAt(plain, text, from)?.[0]
  // Anchors, aliases, tags and blocks are no values.
  return value === undefined || /^[&*!|>#]/.test(value) ? undefined : { text: value, from, isQuoted: false }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** A number stays one. */
export const blankOf = (value: string, isQuoted: boolean): string =>
  !isQuoted && /^\d+$/.test(value) ? '0' : redacted
