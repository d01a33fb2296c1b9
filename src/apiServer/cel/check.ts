import { assign, assignAll, mostGeneral, substitute, Substitutions } from './assignable'
import type { Checked } from './checked'
import type { Environment } from './environment'
import {
  qualifiedName,
  type Call,
  type Expression,
  type Fold,
  type ListItem,
  type Message,
} from './expression'
import { Failure } from './failure'
import { fresh, renamed, type Overload } from './functions'
import { iterated } from './iterated'
import { operators } from './operators'
import { noOverload, shown, standsWhere } from './overloadProblem'
import { isUnusable, Scopes } from './scopes'
import * as types from './types'
import { typeText, type CelType } from './types'

/** Checks the types of an expression. Throws a Failure when they do not fit. Source: cel-go/checker/checker.go. */
export function check(expression: Expression, environment: Environment): Checked {
  const checker = new Checker(environment)
  checker.check(expression)
  return checker.checked(expression)
}

class Checker {
  private readonly known = new Substitutions()
  private freshCount = 0
  private readonly scopes: Scopes
  private readonly found = new Map<Expression, CelType>()
  private readonly overloads = new Map<Expression, readonly string[]>()
  private readonly names = new Map<Expression, string>()
  private readonly globals = new Set<Expression>()
  private undefinedType: Failure | undefined

  constructor(private readonly environment: Environment) {
    this.scopes = new Scopes(environment)
  }

  checked(expression: Expression): Checked {
    return {
      expression,
      typeOf: (part) => substitute(this.known, this.typeOf(part), 'dyn'),
      overloadsOf: (call) => this.overloads.get(call) ?? [],
      nameOf: (part) => this.names.get(part),
      uses: (variable) => [...this.names.values()].includes(variable),
      isGlobal: (call) => this.globals.has(call),
      undefinedType: this.undefinedType,
    }
  }

  check(expression: Expression): void {
    this.found.set(expression, this.typeFor(expression))
  }

  private typeFor(expression: Expression): CelType {
    switch (expression.kind) {
      case 'literal':
        return types.typeFrom(expression.type)
      case 'name': {
        const type = this.scopes.lookUp(expression.name)
        if (!type) throw new Failure(`the name ${expression.name} is not known here`, expression.at)
        this.note(expression, expression.name)
        return type
      }
      case 'select':
        return this.selected(expression)
      case 'call':
        return this.called(expression)
      case 'list':
        return types.listOf(this.joined(expression.items))
      case 'map': {
        const keys = expression.entries.map(({ key }) => ({ value: key, isOptional: false }))
        return types.mapOf(this.joined(keys), this.joined(expression.entries))
      }
      case 'message':
        return this.message(expression)
      case 'fold':
        return this.folded(expression)
    }
  }

  private typeOf(expression: Expression): CelType {
    return this.found.get(expression) ?? types.error
  }

  private now(type: CelType): CelType {
    return substitute(this.known, type, 'kept')
  }

  private isAssignable(one: CelType, other: CelType): boolean {
    return this.known.attempt(() => assign(this.known, one, other))
  }

  /** Notes the variable that an expression stands for. The names of messages stand for no value. */
  private note(expression: Expression, name: string): void {
    const text = name.replace(/^\./, '')
    this.names.set(expression, text)
    if (!this.scopes.hasVariable(text))
      this.undefinedType ??= new Failure(`the type ${text} cannot be used as a value`, expression.at)
  }

  private selected(expression: Extract<Expression, { kind: 'select' }>): CelType {
    const { operand, field, at, isTest } = expression
    const qualified = qualifiedName(expression)
    const variable = qualified === undefined ? undefined : this.scopes.lookUp(qualified)
    if (qualified !== undefined && variable) {
      this.note(expression, qualified)
      return variable
    }
    const type = this.fieldOf(operand, field, at, false)
    return isTest ? types.bool : this.now(type)
  }

  /** The type of a field of an operand. Source: `checkSelectField`. */
  private fieldOf(operand: Expression, field: string, at: number, isOptional: boolean): CelType {
    this.check(operand)
    const whole = this.now(this.typeOf(operand))
    const inner = types.unwrapped(whole)
    const result = this.fieldIn(inner ?? whole, field, at)
    return inner || isOptional ? types.optionalOf(result) : result
  }

  private fieldIn(type: CelType, field: string, at: number): CelType {
    if (type.kind === 'map') return types.parameterOf(type, 1)
    if (type.kind === 'message') return this.messageField(type.name, field, at)
    if (type.kind === 'parameter') this.isAssignable(types.dyn, type)
    else if (!types.isDynOrError(type))
      throw new Failure(`a value of type ${typeText(type)} has no fields, so there is no ${field}`, at)
    return types.dyn
  }

  private messageField(message: string, field: string, at: number): CelType {
    const type = this.environment.messages.field(message, field)
    if (!type) throw new Failure(`there is no field ${field}`, at)
    return type
  }

  private called(call: Call): CelType {
    if (call.name === operators.optionalSelect) return this.selectedOptionally(call)
    for (const argument of call.args) this.check(argument)
    const { functions } = this.environment
    if (!call.target) return this.resolved(call, functions.get(call.name.replace(/^\./, '')), undefined)
    const prefix = qualifiedName(call.target)
    const spaced =
      prefix === undefined ? undefined : functions.get(`${prefix}.${call.name}`.replace(/^\./, ''))
    if (spaced) {
      this.globals.add(call)
      return this.resolved(call, spaced, undefined)
    }
    this.check(call.target)
    return this.resolved(call, functions.get(call.name), call.target)
  }

  private selectedOptionally(call: Call): CelType {
    const [operand, field] = call.args
    const name = field?.kind === 'literal' && typeof field.value === 'string' ? field.value : ''
    if (!operand) return types.error
    this.overloads.set(call, ['select_optional_field'])
    return this.now(this.fieldOf(operand, name, call.at, true))
  }

  /** Source: `resolveOverload`. */
  private resolved(
    call: Call,
    overloads: readonly Overload[] | undefined,
    target: Expression | undefined,
  ): CelType {
    if (!overloads) throw new Failure(`the function ${shown(call.name)} is not known here`, call.at)
    if (call.name === operators.and || call.name === operators.or) return this.logical(call)
    const args = [...(target ? [target] : []), ...call.args].map((argument) => this.typeOf(argument))
    const ids: string[] = []
    let result: CelType | undefined
    for (const overload of overloads) {
      if (overload.isMember !== (target !== undefined)) continue
      const type = this.resultOf(overload, args)
      if (!type) continue
      ids.push(overload.id)
      if (result && !types.isDyn(result) && !types.isSame(type, result)) result = types.dyn
      result ??= type
    }
    if (!result) {
      const found = args.map((type) => typeText(substitute(this.known, type, 'dyn'))).join(', ')
      throw new Failure(noOverload(call, found), call.at)
    }
    this.overloads.set(call, ids)
    return result
  }

  private resultOf(overload: Overload, args: readonly CelType[]): CelType | undefined {
    const names = fresh(overload.open, this.freshCount + 1)
    this.freshCount += names.size
    const wanted = overload.args.map((type) => renamed(type, names))
    if (!this.known.attempt(() => assignAll(this.known, args, wanted))) return undefined
    return this.now(renamed(overload.result, names))
  }

  private logical(call: Call): CelType {
    for (const argument of call.args)
      if (!this.isAssignable(this.typeOf(argument), types.bool))
        throw new Failure(standsWhere(this.known, 'bool', this.typeOf(argument)), argument.at)
    this.overloads.set(call, [call.name === operators.and ? 'logical_and' : 'logical_or'])
    return types.bool
  }

  /** The type of a value in a list, map or message, out of its optional. */
  private valueType({ value, isOptional }: ListItem): CelType {
    const type = this.typeOf(value)
    if (!isOptional) return type
    const inner = types.unwrapped(type)
    if (!inner && !types.isDyn(type))
      throw new Failure(standsWhere(this.known, 'an optional value', type), value.at)
    return inner ?? type
  }

  /** The common type of items. Source: `joinTypes`. */
  private joined(items: readonly ListItem[]): CelType {
    let joined: CelType | undefined
    for (const item of items) {
      this.check(item.value)
      const type = this.valueType(item)
      if (!joined) joined = type
      else if (this.isAssignable(joined, type)) joined = mostGeneral(joined, type)
      else joined = types.dyn
    }
    this.freshCount += 1
    return joined ?? types.parameter(`_var${this.freshCount}`)
  }

  private message({ name, at, fields }: Message): CelType {
    const text = name.replace(/^\./, '')
    for (const { value } of fields) this.check(value)
    // Messages of the libraries of protocol buffers are not known here.
    if (text.startsWith('google.') || isUnusable(text)) return types.dyn
    const type = this.scopes.lookUp(name)
    if (!type) throw new Failure(`the type ${text} is not known here`, at)
    const made = types.parameterOf(type, 0)
    if (type.kind !== 'type' || made.kind !== 'message')
      throw new Failure(`${text} is not a type that can be constructed with braces`, at)
    for (const field of fields) {
      const wanted = this.messageField(made.name, field.name, field.at)
      const found = this.valueType(field)
      if (!this.isAssignable(wanted, found))
        throw new Failure(
          `the field ${field.name} has type ${typeText(wanted)}, not ${typeText(this.now(found))}`,
          field.at,
        )
    }
    return made
  }

  private folded(fold: Fold): CelType {
    this.check(fold.range)
    this.check(fold.start)
    const range = this.now(this.typeOf(fold.range))
    const accumulated = this.typeOf(fold.start)
    const [first, second] = iterated(fold, range)
    if (range.kind !== 'list' && range.kind !== 'map') this.isAssignable(types.dyn, range)
    return this.scopes.within([[fold.accumulator, accumulated]], () => {
      const variables = [
        [fold.variable, first] as const,
        ...(fold.second === undefined ? [] : [[fold.second, second] as const]),
      ]
      this.scopes.within(variables, () => {
        this.check(fold.condition)
        this.need(fold.condition, types.bool)
        this.check(fold.step)
        this.need(fold.step, accumulated)
      })
      this.check(fold.result)
      return this.now(this.typeOf(fold.result))
    })
  }

  private need(expression: Expression, type: CelType): void {
    const found = this.typeOf(expression)
    if (!this.isAssignable(type, found))
      throw new Failure(
        standsWhere(this.known, typeText(substitute(this.known, type, 'dyn')), found),
        expression.at,
      )
  }
}
