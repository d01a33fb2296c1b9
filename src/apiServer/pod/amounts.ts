import { type JsonObject, field } from '../../engine/model/json'
import { exactAmount } from '../quantities'

/** Amounts of resources in units of 10⁻⁹. */
export type Amounts = ReadonlyMap<string, bigint>

/** The amounts of a map such as `limits`. */
export const amountsOf = (map: JsonObject): Amounts =>
  new Map(Object.keys(map).map((name) => [name, exactAmount(field(map, name))]))

/** All amounts together. */
export const sum = (all: readonly Amounts[]): Amounts => {
  const together = new Map<string, bigint>()
  for (const amounts of all)
    for (const [name, amount] of amounts) together.set(name, (together.get(name) ?? 0n) + amount)
  return together
}

/** The larger of each. */
export const largest = (one: Amounts, other: Amounts): Amounts => {
  const names = new Set([...one.keys(), ...other.keys()])
  return new Map(
    [...names].map((name) => {
      const [left, right] = [one.get(name) ?? 0n, other.get(name) ?? 0n]
      return [name, left > right ? left : right]
    }),
  )
}
