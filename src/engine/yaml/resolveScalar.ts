import { decodeBase64 } from '../../kubernetes/base64'

/** The value of a scalar. Whole numbers that a double cannot represent exactly are bigint. */
export type ScalarData = null | boolean | number | bigint | string

const trueWords = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'])
const falseWords = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])
const nullWords = new Set(['', '~', 'null', 'Null', 'NULL'])
const special = /^(?:\.nan|\.NaN|\.NAN|[-+]?(?:\.inf|\.Inf|\.INF))$/
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const dottedFloat = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+)?$/
const integer = /^([-+]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)|0([0-7]+)|(0|[1-9]\d*))$/

const largestSigned = 2n ** 63n - 1n
const largestUnsigned = 2n ** 64n - 1n

/**
 * The value of a plain scalar (without quotes or tag) as the cluster's YAML reader sees it: with the booleans, octal
 * numbers and underscores of YAML 1.1, but with dates and base-60 numbers as text. Source: go-yaml v2 `resolve`.
 */
export function resolvePlain(text: string): ScalarData {
  if (nullWords.has(text)) return null
  if (trueWords.has(text)) return true
  if (falseWords.has(text)) return false
  if (!/^[-+.\d]/.test(text)) return text
  if (special.test(text)) return specialNumber(text)
  if (text.startsWith('.')) return dottedFloat.test(text) ? finite(text.replaceAll('_', ''), text) : text
  const digits = text.replaceAll('_', '')
  const whole = parseInteger(digits)
  if (whole !== undefined) return whole
  return float.test(digits) ? finite(digits, text) : text
}

const specialNumber = (text: string): number => {
  if (/nan/i.test(text)) return Number.NaN
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** A number that is too large for a double is text. */
const finite = (digits: string, text: string): number | string => {
  const value = Number(digits)
  return Number.isFinite(value) ? value : text
}

/** A whole number in any base: `0x1F`, `0b11`, `017`; undefined for other text and beyond 64 bits. */
function parseInteger(digits: string): number | bigint | undefined {
  const match = integer.exec(digits)
  if (!match) return undefined
  const [, sign = '', prefixed, octal, decimal] = match
  const magnitude = BigInt(prefixed?.toLowerCase() ?? (octal === undefined ? (decimal ?? '') : `0o${octal}`))
  const limit = sign === '' ? largestUnsigned : sign === '+' ? largestSigned : largestSigned + 1n
  if (magnitude > limit) return undefined
  const value = sign === '-' ? -magnitude : magnitude
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** The value of a scalar with an explicit tag. `error`: why the tag cannot be applied, in a sentence. */
export function resolveTagged(
  tag: string,
  text: string,
  quoted: boolean,
): { readonly data: ScalarData } | { readonly error: string } {
  const name = /^tag:yaml\.org,2002:(.+)$/.exec(tag)?.[1]
  const plain = resolvePlain(text)
  const check = (isValid: boolean, data: ScalarData) =>
    isValid ? { data } : { error: `${JSON.stringify(text)} is not a valid value for the tag !!${name}.` }
  switch (name) {
    case 'int':
      return check(typeof plain === 'number' ? Number.isInteger(plain) : typeof plain === 'bigint', plain)
    case 'float':
      return check(typeof plain === 'number' || typeof plain === 'bigint', plain)
    case 'bool':
      return check(typeof plain === 'boolean' && !quoted, plain)
    case 'null':
      return check(plain === null, null)
    case 'timestamp':
      return check(/^\d{4}-\d\d?-\d\d?(?:[Tt \t]|$)/.test(text), text)
    case 'binary': {
      const decoded = decodeBase64(text)
      return check(decoded !== undefined, decoded ?? text)
    }
    default:
      return { data: text }
  }
}

/** Whether the text of a number is a float, such as `1e3`, `2.0`, `08` or a whole number beyond 64 bits. */
export const isFloat = (text: string): boolean => parseInteger(text.replaceAll('_', '')) === undefined

/**
 * The text of a key; undefined for values that cannot be a key: null, and whole numbers beyond 63 bits. `asFloat`: the
 * number is a float in the text, so its key is its shortest 32-bit form: `1e6` → `1e+06`, `-0.0` → `-0`.
 * Source: sigs.k8s.io/yaml, `convertToJSONableObject`.
 */
export function keyText(data: ScalarData, asFloat = false): string | undefined {
  if (data === null || (typeof data === 'bigint' && data > largestSigned)) return undefined
  if (typeof data !== 'number') return String(data)
  return asFloat || !Number.isInteger(data) ? shortestFloat32(Math.fround(data)) : String(data)
}

function shortestFloat32(single: number): string {
  if (Number.isNaN(single)) return '.nan'
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf'
  if (single === 0) return Object.is(single, -0) ? '-0' : '0'
  for (let precision = 1; precision < 9; precision++) {
    const digits = single.toPrecision(precision)
    if (Math.fround(Number(digits)) === single) return goFloat(Number(digits))
  }
  return goFloat(Number(single.toPrecision(9)))
}

/** With an exponent of at least two digits from 1,000,000 up and below 0.0001: `1e+06`, `1e-05`. */
function goFloat(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  if (Number(exponent) >= -4 && Number(exponent) < 6) return String(value)
  return `${digits}e${exponent.replace(/^([+-])(\d)$/, '$10$2')}`
}
