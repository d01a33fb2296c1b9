import type { Call, Expression, FieldValue, Literal, MapEntry, ListItem } from './expression'
import { Failure } from './failure'
import { literalOf } from './literals'
import { expanded, type MacroSettings } from './macros'
import { binary, operators } from './operators'
import { TokenReader } from './tokenReader'
import { reserved, tokensOf, type Token } from './tokens'

/** How deep expressions may be nested, and how many code points they may have. Source: cel-go/parser, NewParser. */
const deepest = 250
const longest = 100_000

/** The expression of a text. Throws a Failure when the text is not valid. Source: cel-go/parser. */
export function parse(source: string, syntax: MacroSettings): Expression {
  if ([...source].length > longest)
    throw new Failure(`it has more than ${longest.toLocaleString('en')} characters`)
  return new Parser(tokensOf(source), syntax).whole()
}

class Parser extends TokenReader {
  private readonly depths = new Map<string, number>()
  /** How many operators and selections are nested in an expression. */
  private readonly heights = new WeakMap<Expression, number>()

  constructor(
    tokens: readonly Token[],
    private readonly syntax: MacroSettings,
  ) {
    super(tokens)
  }

  whole(): Expression {
    const expression = this.expression()
    if (this.next.kind !== 'end') this.unexpected()
    return expression
  }

  /** Counts how deep a rule of the grammar is nested. */
  private within<Result>(rule: string, read: () => Result): Result {
    const depth = (this.depths.get(rule) ?? 0) + 1
    if (depth > deepest) throw new Failure(`it is nested more than ${deepest} times`)
    this.depths.set(rule, depth)
    const result = read()
    this.depths.set(rule, depth - 1)
    return result
  }

  /** Counts how many operators are nested in one another, as in a long sum. */
  private stacked(expression: Expression, parts: readonly Expression[], counts = true): Expression {
    const height = Math.max(0, ...parts.map((part) => this.heights.get(part) ?? 0)) + (counts ? 1 : 0)
    if (height > deepest) throw new Failure(`more than ${deepest} operators are nested in one another`)
    this.heights.set(expression, height)
    return expression
  }

  private expression(): Expression {
    return this.within('expression', () => {
      const condition = this.either()
      const mark = this.takeIf('?')
      if (!mark) return condition
      const yes = this.either()
      this.expect(':')
      const no = this.expression()
      const args = [condition, yes, no]
      return this.stacked({ kind: 'call', at: mark.at, name: operators.conditional, args }, args)
    })
  }

  private either(): Expression {
    return this.within('either', () => this.chain('||', operators.or, () => this.both()))
  }

  private both(): Expression {
    return this.within('both', () => this.chain('&&', operators.and, () => this.relation(0)))
  }

  private chain(operator: string, name: string, read: () => Expression): Expression {
    const first = read()
    const links: { readonly mark: Token; readonly term: Expression }[] = []
    for (let mark = this.takeIf(operator); mark; mark = this.takeIf(operator))
      links.push({ mark, term: read() })
    // Balanced, so that long chains are not deep. Source: cel-go/parser, `balancedTree`.
    const balanced = (from: Expression, start: number, end: number): Expression => {
      const middle = (start + end) >> 1
      const link = links[middle]
      if (start >= end || !link) return from
      const args = [balanced(from, start, middle), balanced(link.term, middle + 1, end)]
      return this.stacked({ kind: 'call', at: link.mark.at, name, args }, args, false)
    }
    return balanced(first, 0, links.length)
  }

  private relation(level: number): Expression {
    return this.within('relation', () => {
      let left = this.sum(0)
      if (level > 0) return left
      while (this.isNext('==', '!=', '<', '<=', '>', '>=', 'in')) {
        const mark = this.take()
        left = this.binary(mark, left, this.relation(1))
      }
      return left
    })
  }

  private sum(level: number): Expression {
    return this.within('sum', () => {
      let left = this.unary()
      for (;;) {
        const isProduct = this.isNext('*', '/', '%')
        if (isProduct ? level > 2 : level > 1 || !this.isNext('+', '-')) return left
        const mark = this.take()
        left = this.binary(mark, left, this.sum(isProduct ? 3 : 2))
      }
    })
  }

  private binary(mark: Token, left: Expression, right: Expression): Expression {
    const args = [left, right]
    return this.stacked({ kind: 'call', at: mark.at, name: binary[mark.text] ?? '', args }, args)
  }

  private unary(): Expression {
    return this.within('unary', () => {
      const isSigned = this.isNext('-') && (this.ahead(1).kind === 'int' || this.ahead(1).kind === 'double')
      if (isSigned || !this.isNext('!', '-')) return this.member()
      const mark = this.take()
      let count = 1
      while (this.takeIf(mark.text)) count += 1
      const operand = this.member()
      if (count % 2 === 0) return operand
      const name = mark.text === '!' ? operators.not : operators.negate
      return this.stacked({ kind: 'call', at: mark.at, name, args: [operand] }, [operand], false)
    })
  }

  private member(): Expression {
    return this.within('member', () => {
      let operand = this.primary()
      for (;;) {
        if (this.isNext('.')) operand = this.selection(operand)
        else if (this.isNext('[')) operand = this.indexed(operand)
        else return operand
      }
    })
  }

  private selection(operand: Expression): Expression {
    const dot = this.take()
    const mark = this.takeIf('?')
    const token = this.next
    if (token.kind !== 'name' && token.kind !== 'escaped') this.unexpected('a name')
    this.take()
    if (token.kind === 'name' && !mark && this.isNext('(')) {
      const open = this.take()
      const args = this.argumentsUntil(')')
      const call: Call = { kind: 'call', at: open.at, name: token.text, target: operand, args }
      return this.stacked(expanded(call, this.syntax), [operand, ...args])
    }
    if (token.kind === 'escaped') throw new Failure('names in back quotes are not supported', token.at)
    if (!mark)
      return this.stacked({ kind: 'select', at: dot.at, operand, field: token.text, isTest: false }, [
        operand,
      ])
    this.needOptional(dot)
    const field: Literal = { kind: 'literal', at: token.at, type: 'string', value: token.text }
    const args = [operand, field]
    return this.stacked({ kind: 'call', at: dot.at, name: operators.optionalSelect, args }, [operand])
  }

  private indexed(operand: Expression): Expression {
    const open = this.take()
    const mark = this.takeIf('?')
    const args = [operand, this.expression()]
    this.expect(']')
    if (mark) this.needOptional(open)
    const name = mark ? operators.optionalIndex : operators.index
    return this.stacked({ kind: 'call', at: open.at, name, args }, args)
  }

  private needOptional({ at }: Token): void {
    if (this.syntax.version < 28) throw new Failure('optional syntax with “?” is not supported', at)
  }

  private argumentsUntil(close: string): readonly Expression[] {
    const args: Expression[] = []
    if (this.takeIf(close)) return args
    do args.push(this.expression())
    while (this.takeIf(','))
    this.expect(close)
    return args
  }

  /** The items of a list or map, after which a comma may stand. */
  private items<Item>(close: string, read: () => Item): readonly Item[] {
    const items: Item[] = []
    if (!this.isNext(close, ',')) items.push(read())
    while (this.takeIf(',')) {
      if (this.isNext(close)) break
      if (items.length === 0) this.unexpected(`“${close}”`)
      items.push(read())
    }
    this.expect(close)
    return items
  }

  private primary(): Expression {
    return this.within('primary', () => {
      const { kind, at } = this.next
      if (this.isNext('.') || kind === 'name') return this.named()
      if (this.takeIf('(')) {
        const inner = this.expression()
        this.expect(')')
        return inner
      }
      if (this.takeIf('[')) {
        const items = this.items(']', () => this.listItem())
        return this.stacked(
          { kind: 'list', at, items },
          items.map((item) => item.value),
          false,
        )
      }
      if (this.takeIf('{')) {
        const entries = this.items('}', () => this.mapEntry())
        const parts = entries.flatMap((entry) => [entry.key, entry.value])
        return this.stacked({ kind: 'map', at, entries }, parts, false)
      }
      return this.literal()
    })
  }

  private listItem(): ListItem {
    const mark = this.takeIf('?')
    if (mark) this.needOptional(mark)
    return { value: this.expression(), isOptional: mark !== undefined }
  }

  private mapEntry(): MapEntry {
    const { value: key, isOptional } = this.listItem()
    this.expect(':')
    return { key, value: this.expression(), isOptional }
  }

  private fieldValue(): FieldValue {
    const mark = this.takeIf('?')
    if (mark) this.needOptional(mark)
    const token = this.next
    if (token.kind !== 'name' && token.kind !== 'escaped') this.unexpected('the name of a field')
    this.take()
    if (token.kind === 'escaped') throw new Failure('names in back quotes are not supported', token.at)
    const colon = this.expect(':')
    return { at: colon.at, name: token.text, value: this.expression(), isOptional: mark !== undefined }
  }

  /** A variable, a call of a function, or a message such as `Object{…}`. */
  private named(): Expression {
    const dot = this.takeIf('.')?.text ?? ''
    const token = this.next
    if (token.kind !== 'name') this.unexpected('a name')
    if (this.isMessage()) return this.message(dot)
    this.take()
    if (reserved.has(token.text)) throw new Failure(`the name ${token.text} is reserved`, token.at)
    const name = `${dot}${token.text}`
    if (!this.isNext('(')) return { kind: 'name', at: token.at, name }
    const open = this.take()
    const args = this.argumentsUntil(')')
    return this.stacked(expanded({ kind: 'call', at: open.at, name, args }, this.syntax), args, false)
  }

  /** Whether names with dots between them and a brace come next. */
  private isMessage(): boolean {
    let count = 1
    while (this.ahead(count).text === '.' && this.ahead(count + 1).kind === 'name') count += 2
    const { kind, text } = this.ahead(count)
    return kind === 'operator' && text === '{'
  }

  private message(dot: string): Expression {
    let name = `${dot}${this.take().text}`
    while (this.takeIf('.')) name += `.${this.take().text}`
    const { at } = this.take()
    const fields = this.items('}', () => this.fieldValue())
    const parts = fields.map((field) => field.value)
    return this.stacked({ kind: 'message', at, name, fields }, parts, false)
  }

  private literal(): Literal {
    const minus = this.takeIf('-')
    const token = this.take()
    const literal = literalOf(token, minus)
    if (literal) return literal
    this.stepBack()
    return this.unexpected()
  }
}
