import type { JsonObject } from '../../../engine/model/json'
import { endless, product, sum } from '../../cel/sizes'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { has, numberAt, textAt } from '../../read'
import { forbidden } from '../../say'

/** What one rule may cost, and what all rules of a schema may cost together. */
const mostPerRule = 10_000_000
const mostPerSchema = 100_000_000

const advice =
  'Set maxItems, maxProperties and maxLength where lists, maps and texts are declared, or make the rule simpler.'

/** Adds up what the rules of a schema cost. Source: apiextensions/validation/cel_validation.go, `TotalCost`. */
export class RuleCosts {
  private total = 0
  private expensive: readonly { readonly place: Place; readonly cost: number }[] = []

  constructor(private readonly answer: Answer) {}

  /** `what`: the subject of the sentence: “The rule”. */
  add(what: string, place: Place, cost: number): void {
    if (cost > mostPerRule)
      this.refuse(place, `${what} may take ${timesToo(cost, mostPerRule)} long. ${advice}`)
    this.total = sum(this.total, cost)
    if (cost < mostPerSchema / 100) return
    const most = [...this.expensive, { place, cost }].toSorted((one, other) => other.cost - one.cost)
    this.expensive = most.slice(0, 4)
  }

  /** Refuses the schema if its rules cost too much together. */
  finish(schema: Place): void {
    if (this.total <= mostPerSchema) return
    for (const { place } of this.expensive)
      this.refuse(place, 'The rule takes a large part of the time that all rules of the schema may take.')
    const times = timesToo(this.total, mostPerSchema)
    this.refuse(schema, `The rules of the schema together may take ${times} long. ${advice}`)
  }

  private refuse(place: Place, message: string): void {
    forbidden(this.answer, place, message, 'invalid-expression')
  }
}

const timesToo = (cost: number, most: number): string =>
  cost > 100 * most ? 'more than 100 times too' : `${(cost / most).toFixed(1)} times too`

/** How often a value may occur: undefined where nothing limits it. */
export type Count = number | undefined

/**
 * How often the values within the values of a schema may occur, if those occur `count` times.
 * Source: `childContext`, `extractMaxElements`.
 */
export function countWithin(schema: JsonObject, count: Count): Count {
  const type = textAt(schema, 'type')
  const isMap = type === 'object' && has(schema, 'additionalProperties')
  if (count === undefined || (!isMap && type !== 'array')) return count
  const most = numberAt(schema, isMap ? 'maxProperties' : 'maxItems')
  return most === undefined ? undefined : product(count, Math.max(0, most))
}

/** What a rule costs that runs once for each of these values. Source: `getExpressionCost`. */
export const costForAll = (cost: number, count: number): number =>
  cost === 0 ? 0 : Math.min(endless, cost * count)
