import type { Environment } from './environment'
import { messageType, typeFrom, typeOf, type CelType } from './types'

/** Types that have a name, but none that stands for a value. */
export const isUnusable = (name: string): boolean => name === 'duration' || name === 'timestamp'

/** The names that can be used in a part of an expression: those of its environment and of the macros around it. */
export class Scopes {
  private scopes: readonly ReadonlyMap<string, CelType>[]

  constructor(private readonly environment: Environment) {
    this.scopes = [environment.variables]
  }

  /** The type of what a name stands for: a variable, or a type. */
  lookUp(name: string): CelType | undefined {
    const text = name.replace(/^\./, '')
    const declared = this.scopes.findLast((scope) => scope.has(text))?.get(text)
    if (declared) return declared
    if (isUnusable(text)) return typeOf(typeFrom(text))
    return this.environment.messages.has(text) ? typeOf(messageType(text)) : undefined
  }

  hasVariable(name: string): boolean {
    return this.scopes.some((scope) => scope.has(name))
  }

  /** Reads something with more variables. */
  within<Result>(variables: readonly (readonly [string, CelType])[], read: () => Result): Result {
    const before = this.scopes
    this.scopes = [...before, new Map(variables)]
    const result = read()
    this.scopes = before
    return result
  }
}
