import { Failure } from './failure'
import type { Token } from './tokens'

/** Goes through tokens one by one. */
export class TokenReader {
  private index = 0

  constructor(private readonly tokens: readonly Token[]) {}

  protected get next(): Token {
    return this.ahead(0)
  }

  protected ahead(count: number): Token {
    return (
      this.tokens[Math.min(this.index + count, this.tokens.length - 1)] ?? { kind: 'end', text: '', at: 0 }
    )
  }

  protected take(): Token {
    const token = this.next
    this.index += 1
    return token
  }

  protected isNext(...texts: readonly string[]): boolean {
    const { kind, text } = this.next
    return (kind === 'operator' || kind === 'word') && texts.includes(text)
  }

  protected takeIf(text: string): Token | undefined {
    return this.isNext(text) ? this.take() : undefined
  }

  protected expect(text: string): Token {
    return this.takeIf(text) ?? this.unexpected(`“${text}”`)
  }

  protected unexpected(wanted?: string): never {
    const { kind, text, at } = this.next
    const found = kind === 'end' ? 'it ends too early' : `“${text}” is not expected here`
    throw new Failure(wanted === undefined ? found : `${found}: ${wanted} is missing`, at)
  }

  /** Makes the token that was taken last the next one again. */
  protected stepBack(): void {
    this.index -= 1
  }
}
