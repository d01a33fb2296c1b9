import type { Call, Expression } from './expression'
import type { Failure } from './failure'
import type { CelType } from './types'

/** What is known of an expression that fits its environment. */
export type Checked = {
  readonly expression: Expression
  readonly typeOf: (expression: Expression) => CelType
  /** The names of the functions that a call may mean, by their ids. */
  readonly overloadsOf: (call: Expression) => readonly string[]
  /** The variable that a chain of names stands for, such as `authorizer.requestResource`. */
  readonly nameOf: (expression: Expression) => string | undefined
  /** Whether a variable is used anywhere. */
  readonly uses: (variable: string) => boolean
  /** Whether a call such as `sets.contains(a, b)` has no target but a longer name. */
  readonly isGlobal: (call: Call) => boolean
  /** The first name of a type that cannot be had as a value; undefined when there is none. */
  readonly undefinedType: Failure | undefined
}
