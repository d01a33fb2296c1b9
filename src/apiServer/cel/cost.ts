import { costOfCall, type Node } from './callCost'
import type { Checked } from './checked'
import type { Way } from './declared'
import { qualifiedName, type Call, type Expression, type Fold } from './expression'
import { accumulator } from './macros'
import { eitherOf, endless, exactly, product, sum, type Size, type SizeAt } from './sizes'
import type { CelType } from './types'

/** The sizes of the keys and values of a list or map. */
type Entries = { readonly kind: 'list' | 'map'; readonly key: Size; readonly value: Size }

type Local = { readonly way: Way; readonly size?: Size | undefined; readonly entries?: Entries | undefined }

/**
 * What an expression costs at most when it is evaluated, by the way the server counts.
 * Source: cel-go/checker/cost.go, k8s.io/apiserver/pkg/cel/library/cost.go.
 */
export const costOf = (checked: Checked, sizeAt: SizeAt): number =>
  new Coster(checked, sizeAt).cost(checked.expression)

const scalars: ReadonlySet<string> = new Set(['bool', 'double', 'duration', 'int', 'timestamp', 'uint'])

const isScalar = (type: CelType): boolean =>
  scalars.has(type.kind) ||
  (type.name === 'optional_type' && type.parameters[0] !== undefined && isScalar(type.parameters[0]))

const nothingYet: Size = { min: endless, max: 0 }

class Coster {
  private readonly ways = new Map<Expression, Way>()
  private readonly sizes = new Map<Expression, Size>()
  private readonly entries = new Map<Expression, Entries>()
  private readonly locals = new Map<string, readonly Local[]>()

  constructor(
    private readonly checked: Checked,
    private readonly sizeAt: SizeAt,
  ) {}

  cost(expression: Expression): number {
    const name = this.checked.nameOf(expression)
    if (name !== undefined) {
      this.ways.set(expression, this.local(name)?.way ?? [name])
      return 1
    }
    switch (expression.kind) {
      case 'literal':
      case 'name':
        return 0
      case 'select': {
        const { operand, field, isTest } = expression
        const before = this.cost(operand)
        if (isTest) return before
        this.ways.set(expression, [...this.wayOf(operand), field])
        return sum(before, ['map', 'message'].includes(this.checked.typeOf(operand).kind) ? 1 : 0)
      }
      case 'call':
        return this.call(expression)
      case 'list': {
        const values = expression.items.map((item) => item.value)
        const costs = this.sumOfCosts(values)
        this.entries.set(expression, { kind: 'list', key: exactly(1), value: this.anyOf(values) })
        return sum(costs, 10)
      }
      case 'map': {
        const keys = expression.entries.map((entry) => entry.key)
        const values = expression.entries.map((entry) => entry.value)
        const costs = sum(this.sumOfCosts(keys), this.sumOfCosts(values))
        this.entries.set(expression, { kind: 'map', key: this.anyOf(keys), value: this.anyOf(values) })
        return sum(costs, 30)
      }
      case 'message':
        return sum(this.sumOfCosts(expression.fields.map((field) => field.value)), 40)
      case 'fold':
        return this.isBinding(expression) ? this.binding(expression) : this.fold(expression)
    }
  }

  private sumOfCosts(expressions: readonly Expression[]): number {
    return expressions.reduce((before, expression) => sum(before, this.cost(expression)), 0)
  }

  private anyOf(expressions: readonly Expression[]): Size {
    if (expressions.length === 0) return exactly(0)
    return expressions.map((one) => this.sizeOrUnknown(one)).reduce(eitherOf, nothingYet)
  }

  private local(name: string): Local | undefined {
    return this.locals.get(name)?.at(-1)
  }

  private within<Result>(name: string, local: Local, read: () => Result): Result {
    const before = this.locals.get(name) ?? []
    this.locals.set(name, [...before, local])
    const result = read()
    this.locals.set(name, before)
    return result
  }

  private wayOf(expression: Expression): Way {
    const name = expression.kind === 'name' ? this.checked.nameOf(expression) : undefined
    return (name === undefined ? undefined : this.local(name)?.way) ?? this.ways.get(expression) ?? []
  }

  private sizeOrUnknown(expression: Expression): Size {
    return this.sizeOf(expression) ?? { min: 0, max: endless }
  }

  /** Source: `computeSize`. */
  private sizeOf(expression: Expression): Size | undefined {
    const known = this.sizes.get(expression) ?? writtenSize(expression)
    if (known) return known
    const way = this.wayOf(expression)
    const declared = way.length === 0 ? undefined : this.sizeAt(way)
    if (declared) {
      this.sizes.set(expression, declared)
      return declared
    }
    if (isScalar(this.checked.typeOf(expression))) return exactly(1)
    const name = expression.kind === 'name' ? this.checked.nameOf(expression) : undefined
    return name === undefined ? undefined : this.local(name)?.size
  }

  private entriesOf(expression: Expression): Entries | undefined {
    const name = expression.kind === 'name' ? this.checked.nameOf(expression) : undefined
    return this.entries.get(expression) ?? (name === undefined ? undefined : this.local(name)?.entries)
  }

  private setEntries(expression: Expression, entries: Entries | undefined): void {
    if (entries) this.entries.set(expression, entries)
  }

  /** What is known of either of two lists or maps, if it is known of both. */
  private eitherEntries(one: Expression, other: Expression): Entries | undefined {
    const [some, others] = [this.entriesOf(one), this.entriesOf(other)]
    if (!some || !others) return undefined
    return {
      kind: some.kind,
      key: eitherOf(some.key, others.key),
      value: eitherOf(some.value, others.value),
    }
  }

  private node(expression: Expression): Node {
    const way = this.wayOf(expression)
    return {
      expression,
      way: way[0] === accumulator || way[0] === '__result__' ? [] : way,
      type: this.checked.typeOf(expression),
      size: this.sizeOf(expression),
    }
  }

  private call(call: Call): number {
    const { name, args } = call
    const isGlobal = this.checked.isGlobal(call)
    const target = isGlobal ? undefined : call.target
    const [first, second, third] = args
    if (name === 'dyn' && !target && first) {
      const cost = this.cost(first)
      const size = this.sizeOf(first)
      if (size) this.sizes.set(call, size)
      this.setEntries(call, this.entriesOf(first))
      return sum(1, cost)
    }
    const costs: number[] = []
    const nodes: Node[] = []
    for (const argument of args) {
      costs.push(this.cost(argument))
      nodes.push(this.node(argument))
    }
    const before = target ? this.cost(target) : 0
    const prefix = isGlobal && call.target ? `${qualifiedName(call.target) ?? ''}.` : ''
    const input = {
      name: `${prefix}${name}`.replace(/^\./, ''),
      target: target && this.node(target),
      args: nodes,
      costs,
      sizeAt: this.sizeAt,
    }
    let most = 0
    let size: Size | undefined
    for (const overload of this.checked.overloadsOf(call)) {
      const estimate = costOfCall({ ...input, overload })
      most = Math.max(most, estimate.cost)
      if (overload === 'conditional' && second && third)
        this.setEntries(call, this.eitherEntries(second, third))
      if (/^add_(string|bytes|list)$/.test(overload) && first && second)
        this.setEntries(call, this.eitherEntries(first, second))
      if (estimate.size) size = size ? eitherOf(size, estimate.size) : estimate.size
      if ((overload === 'index_list' || overload === 'index_map') && first) {
        size = this.entriesOf(first)?.value
        const part = overload === 'index_list' ? '@items' : '@values'
        this.ways.set(call, [...this.wayOf(first), part])
      }
      size ??= this.sizeOf(call)
    }
    if (size) this.sizes.set(call, size)
    return sum(before, most)
  }

  /** Whether a fold only gives a name to a value. */
  private isBinding({ range, condition, accumulator: name }: Fold): boolean {
    return (
      range.kind === 'list' &&
      range.items.length === 0 &&
      condition.kind === 'literal' &&
      condition.value === false &&
      name !== '__result__'
    )
  }

  private started({ start }: Fold): Local {
    return { way: this.wayOf(start), size: this.sizeOf(start), entries: this.entriesOf(start) }
  }

  private binding(fold: Fold): number {
    const before = sum(this.cost(fold.range), this.cost(fold.start))
    const after = this.within(fold.accumulator, this.started(fold), () => this.cost(fold.result))
    const size = this.sizeOf(fold.result)
    if (size) this.sizes.set(fold, size)
    this.setEntries(fold, this.entriesOf(fold.result))
    return sum(before, after)
  }

  /** A variable of a fold: the keys of its range, or the values. */
  private iterated(range: Expression, what: 'keys' | 'values' | 'single'): Local {
    const entries = this.entriesOf(range)
    const isList = (entries?.kind ?? this.checked.typeOf(range).kind) === 'list'
    const isKey = what === 'keys' || (what === 'single' && !isList)
    const part = isKey ? (isList ? '@indices' : '@keys') : isList ? '@items' : '@values'
    return { way: [...this.wayOf(range), part], size: isKey ? entries?.key : entries?.value }
  }

  private fold(fold: Fold): number {
    const { range, second } = fold
    const before = sum(this.cost(range), this.cost(fold.start))
    const [loop, result] = this.within(fold.accumulator, this.started(fold), () => {
      const first = this.iterated(range, second === undefined ? 'single' : 'keys')
      const once = this.within(fold.variable, first, () => {
        const read = (): number => sum(this.cost(fold.condition), this.cost(fold.step))
        return second === undefined ? read() : this.within(second, this.iterated(range, 'values'), read)
      })
      return [once, this.cost(fold.result)]
    })
    const count = this.sizeOrUnknown(range)
    const { kind } = fold.start
    const size = kind === 'literal' ? this.sizeOf(fold.start) : count
    if ((kind === 'literal' || kind === 'list' || kind === 'map') && size) this.sizes.set(fold, size)
    if (kind === 'list' || kind === 'map') this.setEntries(fold, this.entriesOf(fold.step))
    return sum(sum(before, result), product(count.max, loop))
  }
}

/** The size of a value that is written in the expression. Source: `computeExprSize`. */
function writtenSize(expression: Expression): Size | undefined {
  if (expression.kind === 'list') return exactly(expression.items.length)
  if (expression.kind === 'map') return exactly(expression.entries.length)
  if (expression.kind !== 'literal') return undefined
  const { value } = expression
  if (typeof value === 'string') return exactly([...value].length)
  return exactly(value instanceof Uint8Array ? value.length : 1)
}
