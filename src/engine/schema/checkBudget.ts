import type { Value } from '../yaml/value'
import type { ScalarTest, Schema } from './schema'

/** For every object, and more for each character of it. Only schemas with nested alternatives come close. */
const checks = { base: 50_000, perCharacter: 3 }

/** Characters of a text times instructions of a pattern that count as one check. */
const stepsPerCheck = 500

/** Instructions of a pattern whose compilation counts as one check. */
const instructionsPerCheck = 4

/** Thrown when an object took more checks than its size allows. */
export class LimitReached extends Error {}

/**
 * Bounds the work of validation by the size of the object: a schema of a text can apply any number of alternatives and
 * patterns to every value.
 */
export class CheckBudget {
  private left: number
  private readonly compiled = new Set<ScalarTest>()

  constructor({ from, to }: Value) {
    this.left = checks.base + checks.perCharacter * (to - from)
  }

  /** Throws when there have been too many checks. */
  spend(count: number): void {
    this.left -= count
    if (this.left < 0) throw new LimitReached()
  }

  /** Spends what the limits of a value cost beyond one check: a long pattern, or items that are compared. */
  spendOn(value: Value, { pattern, uniqueItems }: Schema): void {
    if (value.type === 'sequence' && uniqueItems) this.spend(value.items.length)
    if (!pattern || value.type !== 'scalar' || typeof value.data !== 'string') return
    const { size = 1 } = pattern
    this.spend(Math.floor((size * value.data.length) / stepsPerCheck))
    if (this.compiled.has(pattern)) return
    this.compiled.add(pattern)
    this.spend(Math.floor(size / instructionsPerCheck))
  }
}
