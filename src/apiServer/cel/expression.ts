/** The value of a literal. bigint for both int and uint. */
export type Value = boolean | bigint | number | string | Uint8Array | null

/** The types that literals have. */
type LiteralType = 'bool' | 'bytes' | 'double' | 'int' | 'null_type' | 'string' | 'uint'

/** `at`: where the expression is in the text, in UTF-16 units. */
type At = { readonly at: number }

export type Literal = At & { readonly kind: 'literal'; readonly type: LiteralType; readonly value: Value }
export type Name = At & { readonly kind: 'name'; readonly name: string }

/** `a.b`, or `has(a.b)`. */
type Select = At & {
  readonly kind: 'select'
  readonly operand: Expression
  readonly field: string
  readonly isTest: boolean
}

/** Operators are calls of functions called `_+_` and the like. `target`: `a` in `a.f()`. */
export type Call = At & {
  readonly kind: 'call'
  readonly name: string
  readonly target?: Expression
  readonly args: readonly Expression[]
}

export type ListItem = { readonly value: Expression; readonly isOptional: boolean }
type ListLiteral = At & { readonly kind: 'list'; readonly items: readonly ListItem[] }
export type MapEntry = ListItem & { readonly key: Expression }
type MapLiteral = At & { readonly kind: 'map'; readonly entries: readonly MapEntry[] }

/** `at`: where the colon is. */
export type FieldValue = At & ListItem & { readonly name: string }
export type Message = At & {
  readonly kind: 'message'
  readonly name: string
  readonly fields: readonly FieldValue[]
}

/** What macros such as `all` stand for: a fold over a list or a map. `second`: of macros with two variables. */
export type Fold = At & {
  readonly kind: 'fold'
  readonly range: Expression
  readonly variable: string
  readonly second?: string
  readonly accumulator: string
  readonly start: Expression
  readonly condition: Expression
  readonly step: Expression
  readonly result: Expression
}

/** A parsed expression, with its macros replaced by what they stand for. */
export type Expression = Literal | Name | Select | Call | ListLiteral | MapLiteral | Message | Fold

/** The expressions directly in an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return []
    case 'select':
      return [expression.operand]
    case 'call':
      return expression.target ? [expression.target, ...expression.args] : expression.args
    case 'list':
      return expression.items.map((item) => item.value)
    case 'map':
      return expression.entries.flatMap((entry) => [entry.key, entry.value])
    case 'message':
      return expression.fields.map((field) => field.value)
    case 'fold': {
      const { range, start, condition, step, result } = expression
      return [range, start, condition, step, result]
    }
  }
}

/** `a.b.c` for a chain of names; undefined for other expressions. Source: containers.ToQualifiedName. */
export function qualifiedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name
  if (expression.kind !== 'select' || expression.isTest) return undefined
  const before = qualifiedName(expression.operand)
  return before === undefined ? undefined : `${before}.${expression.field}`
}
