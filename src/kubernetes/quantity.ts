/** Powers of ten by suffix. */
const decimalExponents: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
}

/** Powers of two by suffix. */
const binaryExponents: Readonly<Record<string, bigint>> = {
  Ki: 10n,
  Mi: 20n,
  Gi: 30n,
  Ti: 40n,
  Pi: 50n,
  Ei: 60n,
}

const grammar = /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/

/** The smallest unit of a quantity is 10⁻⁹. */
const scale = 9

/** A quantity with a binary suffix is capped at the largest 64-bit integer. */
const binaryLimit = (2n ** 63n - 1n) * 10n ** 9n

/** Larger exponents are capped: they give zero, or a number above every limit. */
const exponentLimit = 1000

/**
 * The value of a resource quantity in units of 10⁻⁹: `250m` → 250000000n; undefined for invalid text. The digits may be
 * missing (`m` is 0). Fractions of 10⁻⁹ are rounded away from zero. Source: apimachinery `resource.ParseQuantity`.
 */
export function parseQuantity(text: string): bigint | undefined {
  if (known.has(text)) return known.get(text)
  const value = readQuantity(text)
  if (known.size >= knownLimit) known.clear()
  if (text.length < knownLength) known.set(text, value)
  return value
}

/** The same few quantities are asked for again and again. */
const known = new Map<string, bigint | undefined>()
const knownLimit = 500
const knownLength = 20

function readQuantity(text: string): bigint | undefined {
  const trimmed = text.trim()
  const match = grammar.exec(trimmed)
  if (!match || trimmed === '') return undefined
  const [, sign, whole = '', fraction = '', suffix = '', exponent] = match
  const digits = BigInt(`${whole}${fraction}` || '0')
  const binary = binaryExponents[suffix]
  const power = exponent === undefined ? (decimalExponents[suffix] ?? 0) : Number(exponent)
  const bounded = Math.max(-exponentLimit, Math.min(exponentLimit, power))
  const shifted = binary === undefined ? digits : digits << binary
  const value = scaled(shifted, scale + bounded - fraction.length)
  const capped = binary !== undefined && value > binaryLimit ? binaryLimit : value
  return sign === '-' ? -capped : capped
}

/** Powers of ten that quantities usually need, by exponent. */
const usualPowers: readonly bigint[] = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent))

/** `digits` × 10^`exponent`, rounded up. */
function scaled(digits: bigint, exponent: number): bigint {
  if (exponent >= 0) return digits * (usualPowers[exponent] ?? 10n ** BigInt(exponent))
  if (digits === 0n) return 0n
  const divisor = 10n ** BigInt(-exponent)
  return (digits + divisor - 1n) / divisor
}

/** Whether a quantity is absent or zero. An invalid one is not. */
export const isZero = (text: string | undefined): boolean => text === undefined || parseQuantity(text) === 0n

/** Whether two quantities are equal, such as `1` and `1000m`. An absent one counts as zero. */
export function sameQuantity(left: string | undefined, right: string | undefined): boolean {
  if (left === right) return true
  return (left === undefined ? 0n : parseQuantity(left)) === (right === undefined ? 0n : parseQuantity(right))
}
