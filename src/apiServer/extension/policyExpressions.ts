import type { Environment } from '../cel/environment'
import { dyn, type CelType } from '../cel/types'
import { requestEnvironment, variableType, withMutations } from '../cel/variables'
import type { Answer } from '../answer'
import { checkExpression, type Written } from './expression'

/** What an expression is for. Messages cannot ask the authorizer. Mutations can create objects. */
type Use = 'condition' | 'message' | 'mutation'

/** The expressions of one policy. Each may use the variables before it. */
export class PolicyExpressions {
  private readonly variables = new Map<string, CelType>()

  /** `hasVariables`: whether there is anything called `variables`. */
  constructor(
    private readonly answer: Answer,
    private readonly hasParams: boolean,
    private readonly hasVariables: boolean,
  ) {}

  private environment(use: Use): Environment {
    const environment = requestEnvironment(this.answer.minor, {
      hasParams: this.hasParams,
      hasAuthorizer: use !== 'message',
      ...(this.hasVariables ? { variables: this.variables } : {}),
    })
    return use === 'mutation' ? withMutations(environment) : environment
  }

  /** `wanted`: the types that the value may have. */
  check(written: Written, use: Use, wanted: readonly string[]): void {
    checkExpression(written, this.environment(use), wanted, this.answer)
  }

  /** Later expressions may use the variable even if it is refused. */
  addVariable(name: string, written: Written): void {
    const compiled = checkExpression(written, this.environment('condition'), [], this.answer)
    this.variables.set(name, compiled ? variableType(compiled.type) : dyn)
  }
}
