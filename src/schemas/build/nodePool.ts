/** A node of a graph as JSON; references to other nodes are strings that `add` or `reserve` gave. */
type Node = Readonly<Record<string, unknown>>

/** Stands before the number of a node; a letter of no script, so it is in no text that is packed. */
const mark = '\uE000'
const reference = /^([^\uE000]*)\uE000(\d+)$/
const references = /\uE000(\d+)"/g

/**
 * Collects nodes and keeps equal ones once. In the end those in use at several places stand in a list and are
 * referred to by their place in it, all others stand where they are used.
 */
export class NodePool {
  readonly #numbers = new Map<string, number>()
  readonly #nodes: Node[] = []
  readonly #uses: number[] = []
  readonly #places = new Map<number, number>()
  readonly #placed: unknown[] = []
  readonly #done = new Map<string, string>()
  /** Names whose content is being asked for, with what refers to them from within. */
  readonly #open = new Map<string, string | undefined>()

  /** The reference to a node of this content. */
  add(node: Node): string {
    const text = JSON.stringify(node)
    const known = this.#numbers.get(text)
    if (known !== undefined) return mark + known
    const own = this.#reserve()
    this.#fill(own, node)
    this.#numbers.set(text, Number(own.slice(1)))
    return own
  }

  /** The reference to a node that may lead back to itself; its content is asked for once. */
  named(name: string, content: () => Node): string
  named(name: string, content: () => Node | undefined): string | undefined
  named(name: string, content: () => Node | undefined): string | undefined {
    const done = this.#done.get(name)
    if (done !== undefined) return done
    if (this.#open.has(name)) {
      const own = this.#open.get(name) ?? this.#reserve()
      this.#open.set(name, own)
      return own
    }
    this.#open.set(name, undefined)
    const node = content()
    const own = this.#open.get(name)
    this.#open.delete(name)
    if (own !== undefined) this.#fill(own, node ?? {})
    const place = own ?? (node && this.add(node))
    if (place !== undefined) this.#done.set(name, place)
    return place
  }

  #reserve(): string {
    this.#uses.push(0)
    return mark + (this.#nodes.push({}) - 1)
  }

  #fill(own: string, node: Node): void {
    this.#nodes[Number(own.slice(1))] = node
    this.#count(node)
  }

  /** What has been packed from here on, with the list that its references lead into. */
  packed<T>(roots: T): { readonly roots: T; readonly pool: readonly unknown[] } {
    this.#count(roots)
    return { roots: this.#placedIn(roots) as T, pool: this.#placed }
  }

  #count(value: unknown): void {
    for (const [, number] of JSON.stringify(value).matchAll(references))
      this.#uses[Number(number)] = (this.#uses[Number(number)] ?? 0) + 1
  }

  #placedIn(value: unknown): unknown {
    if (typeof value === 'string') return this.#referred(value)
    if (Array.isArray(value)) return value.map((item) => this.#placedIn(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#placedIn(item)]))
  }

  #referred(text: string): unknown {
    const [, before = '', number] = reference.exec(text) ?? []
    if (number === undefined) return text
    const node = this.#nodes[Number(number)]
    if (this.#uses[Number(number)] === 1)
      return [...before].reduceRight((inner, letter) => ({ [letter]: inner }), this.#placedIn(node))
    return before + this.#place(Number(number), node)
  }

  #place(number: number, node: unknown): number {
    const known = this.#places.get(number)
    if (known !== undefined) return known
    const place = this.#placed.push(undefined) - 1
    this.#places.set(number, place)
    this.#placed[place] = this.#placedIn(node)
    return place
  }
}
