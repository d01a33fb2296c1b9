import { decodeBase64 } from '../../kubernetes/base64'

/** What a scalar means once it is read. Whole numbers too large for a double stay exact as bigint. */
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
 * The meaning of a plain (unquoted, untagged) scalar, as the cluster's YAML reader takes it: YAML 1.1 booleans, octals
 * and underscores in numbers, but dates and base-60 numbers as text. Source: go-yaml v2 `resolve`.
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

/** A number too large for a double stays text. */
const finite = (digits: string, text: string): number | string => {
  const value = Number(digits)
  return Number.isFinite(value) ? value : text
}

/** A whole number with its base's prefix; undefined when it is none or leaves 64 bits. */
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

/** The meaning of a scalar under an explicit tag; `fault` says why the tag does not fit. */
export function resolveTagged(
  tag: string,
  text: string,
  quoted: boolean,
): { readonly data: ScalarData } | { readonly fault: string } {
  const name = /^tag:yaml\.org,2002:(.+)$/.exec(tag)?.[1]
  const plain = resolvePlain(text)
  const fits = (accepted: boolean, data: ScalarData) =>
    accepted ? { data } : { fault: `${JSON.stringify(text)} does not fit the tag !!${name}` }
  switch (name) {
    case 'int':
      return fits(typeof plain === 'number' ? Number.isInteger(plain) : typeof plain === 'bigint', plain)
    case 'float':
      return fits(typeof plain === 'number' || typeof plain === 'bigint', plain)
    case 'bool':
      return fits(typeof plain === 'boolean' && !quoted, plain)
    case 'null':
      return fits(plain === null, null)
    case 'timestamp':
      return fits(/^\d{4}-\d\d?-\d\d?(?:[Tt \t]|$)/.test(text), text)
    case 'binary': {
      const decoded = decodeBase64(text)
      return fits(decoded !== undefined, decoded ?? text)
    }
    default:
      return { data: text }
  }
}

/** Whether the text of a number is read as a float: `1e3`, `2.0`, `08`, and whole numbers beyond 64 bits are. */
export const isFloat = (text: string): boolean => parseInteger(text.replaceAll('_', '')) === undefined

/**
 * A mapping's key as text; undefined for what cannot be a key (null, more than 63 bits). `asFloat`: the number was
 * written as a float: it takes its shortest 32-bit form, `1e6` → `1e+06`, `-0.0` → `-0`.
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

/** From a million on, and below a ten-thousandth, with an exponent of at least two digits. */
function goFloat(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  if (Number(exponent) >= -4 && Number(exponent) < 6) return String(value)
  return `${digits}e${exponent.replace(/^([+-])(\d)$/, '$10$2')}`
}
