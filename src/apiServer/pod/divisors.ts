import type { Json } from '../../engine/model/json'
import { exactAmount, quantityText } from '../quantities'

const one = 1_000_000_000n
const steps = [0n, 1n, 2n, 3n, 4n, 5n, 6n]

/** The server looks at the shortest text with the same kind of suffix, which an exponent never is. */
const hasExponent = (value: Json | undefined): boolean => /[eE][+-]?\d+$/.test(quantityText(value).trim())

/** What amounts of memory and storage can be divided by. */
export const units: readonly string[] = [
  ...['1', '1k', '1M', '1G', '1T', '1P', '1E'],
  ...['1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'],
]

/** Whether a quantity is one of the {@link units}. Its suffix decides which of both kinds it can be. */
export function isUnit(value: Json | undefined): boolean {
  const exact = exactAmount(value)
  if (hasExponent(value)) return false
  const base = quantityText(value).trim().endsWith('i') ? 1024n : 1000n
  return steps.some((step) => exact === one * base ** step)
}

/** What amounts of CPU can be divided by. */
export const cpuUnits: readonly string[] = ['1', '1m']

/** Whether a quantity is one of the {@link cpuUnits}. */
export const isCpuUnit = (value: Json | undefined): boolean =>
  !hasExponent(value) && [one, one / 1000n].includes(exactAmount(value))
