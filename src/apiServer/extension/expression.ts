import { compile, describe, type Compiled } from '../cel/compile'
import type { Environment } from '../cel/environment'
import { typeText } from '../cel/types'
import type { Answer, Reason } from '../answer'
import type { Place } from '../place'
import { invalid } from '../say'

const rule = 'invalid-expression'

/** An expression in an object. `what`: the subject of the sentence: “The expression of the variable a”. */
export type Written = { readonly what: string; readonly source: string; readonly place: Place }

/** The reason that the server gives for what it finds late. */
type Late = Extract<Reason, 'FieldValueInvalid' | 'InternalError'>

/** Whether a text has line breaks. */
export const hasLines = (text: string): boolean => /[\n\r]/.test(text)

/**
 * Compiles an expression and says what is wrong with it. `wanted`: the types that its value may have; any when there are
 * none. Undefined when the expression is refused.
 */
export function checkExpression(
  { what, source, place }: Written,
  environment: Environment,
  wanted: readonly string[],
  answer: Answer,
  late: Late = 'InternalError',
): Compiled | undefined {
  const compiled = compile(source, environment)
  if ('failure' in compiled) {
    invalid(answer, place, `${what} ${describe(source, compiled.failure)}.`, rule)
    return undefined
  }
  const type = typeText(compiled.type)
  if (wanted.length > 0 && !wanted.includes(type)) {
    invalid(answer, place, `${what} has type ${type}. It must have type ${wanted.join(' or ')}.`, rule)
    return undefined
  }
  if (!compiled.late) return compiled
  answer.refuse(rule, late, place, `${what} ${describe(source, compiled.late)}.`)
  return undefined
}
