import { isText, type Json } from '../engine/model/json'
import { parseQuantity } from '../kubernetes/quantity'
import type { Answer } from './answer'
import type { Place } from './place'
import { invalid, quoted } from './say'

const nano = 1_000_000n

/** The text of a quantity, which may be written as a number. Null is nothing, which is 0. */
export const quantityText = (value: Json | undefined): string =>
  isText(value) || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '0'

/** Whether the server can read a value as a quantity. */
export const isQuantity = (value: Json | undefined): boolean =>
  parseQuantity(quantityText(value)) !== undefined

/** A quantity in units of 10⁻⁹. Nothing, and what the server cannot read, is 0. */
export const exactAmount = (value: Json | undefined): bigint => parseQuantity(quantityText(value)) ?? 0n

/**
 * A quantity in thousandths, rounded away from zero as the server’s defaults do. Texts that are no quantities count as 0.
 * Source: `SetDefaults_ResourceList`.
 */
export function milli(value: Json | undefined): bigint {
  const exact = exactAmount(value)
  const cut = exact / nano
  if (exact % nano === 0n) return cut
  return exact > 0n ? cut + 1n : cut - 1n
}

/** The most digits of a decimal quantity that the server keeps as a number of 64 bits. */
const fewDigits = 18

/**
 * A number of a quantity as the server counts it, with 64 bits. What does not fit is 0 when the quantity is short and
 * decimal, such as `100E`, and loses its upper bits otherwise, such as `1Ei` in thousandths. Source: `Quantity.ScaledValue`.
 */
function counted(exact: bigint, value: Json | undefined): bigint {
  const short = BigInt.asIntN(64, exact)
  if (short === exact) return exact
  const text = quantityText(value).trim()
  const isShort = !text.endsWith('i') && text.replace(/[eE][+-]?\d+$|\D/g, '').length <= fewDigits
  return isShort ? 0n : short
}

/** Whether a quantity is no integer, as the server counts it. Source: `Quantity.MilliValue`. */
export const hasFraction = (value: Json | undefined): boolean => counted(milli(value), value) % 1000n !== 0n

/** The whole number of a quantity, rounded up. Source: `Quantity.Value`. */
export const whole = (value: Json | undefined): bigint => {
  const exact = milli(value)
  return counted(exact % 1000n > 0n ? exact / 1000n + 1n : exact / 1000n, value)
}

/** Refuses what the server cannot read, and what is not above zero. Source: `ValidatePositiveQuantityValue`. */
export const positive = (answer: Answer, place: Place, what: string, value: Json | undefined): void =>
  checked(answer, place, what, value, 1n, 'more than 0')

/** Refuses what the server cannot read, and what is below zero. Source: `ValidateNonnegativeQuantity`. */
export const notNegative = (answer: Answer, place: Place, what: string, value: Json | undefined): void =>
  checked(answer, place, what, value, 0n, '0 or more')

const suffixes = ['k', 'M', 'G', 'T', 'P', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi']

/** What a quantity in another spelling means: `512mb` is 512M, `1,5gib` is 1.5Gi. Undefined for other texts. */
function usualQuantity(text: string): string | undefined {
  const [, digits = '', unit = ''] = /^(\d+(?:[.,]\d+)?) ?([kmgtp]?i?)b?$/i.exec(text.trim()) ?? []
  const suffix = suffixes.find((one) => one.toLowerCase() === unit.toLowerCase()) ?? ''
  const usual = `${digits.replace(',', '.')}${suffix}`
  return suffix.length === unit.length && parseQuantity(usual) !== undefined ? usual : undefined
}

function checked(
  answer: Answer,
  place: Place,
  what: string,
  value: Json | undefined,
  least: bigint,
  bounds: string,
): void {
  const text = quantityText(value)
  const exact = parseQuantity(text)
  if (exact === undefined) {
    const message = `${what} is ${quoted(text)}. It must be a quantity, such as 500m, 2 or 1Gi.`
    const usual = usualQuantity(text)
    invalid(
      answer,
      place,
      message,
      'invalid-quantity',
      usual === undefined ? undefined : { kind: 'set', value: usual },
    )
  } else if (exact < least)
    invalid(answer, place, `${what} is ${text}. It must be ${bounds}.`, 'invalid-quantity')
}

/** Warns of an amount of bytes that is no whole number. “M” is meant where the text ends in “m”. */
export function warnOfFraction(answer: Answer, place: Place, what: string, value: Json | undefined): void {
  if (!hasFraction(value)) return
  const text = quantityText(value)
  const hint = /^\d+m$/.test(text) ? ({ kind: 'set', value: `${text.slice(0, -1)}M` } as const) : undefined
  const message = `${what} is ${text}, which is a fraction of a byte. “m” means thousandths.`
  answer.warn('fractional-bytes', place, message, hint)
}
