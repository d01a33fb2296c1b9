/** A node of a graph as JSON. References to other nodes are strings that `add` or `named` returned. */
type Node = Readonly<Record<string, unknown>>

/** Marks a reference: a private-use character, which no packed text contains, and the number of the node. */
const mark = '\uE000'
const reference = /^([^\uE000]*)\uE000(\d+)$/
const references = /\uE000(\d+)"/g

/**
 * Collects nodes and keeps equal ones once. When packed, a node that is used once is written where it is used. A node
 * that is used more often goes into a list, and its uses become its index in that list.
 */
export class NodePool {
  readonly #numbers = new Map<string, number>()
  readonly #nodes: Node[] = []
  readonly #uses: number[] = []
  readonly #indexes = new Map<number, number>()
  readonly #pooled: unknown[] = []
  readonly #named = new Map<string, string>()
  /** Names whose content is being built, with the reference to it once something in the content refers to it. */
  readonly #inProgress = new Map<string, string | undefined>()

  /** The reference to a node with this content. */
  add(node: Node): string {
    const text = JSON.stringify(node)
    const number = this.#numbers.get(text)
    if (number !== undefined) return mark + number
    const added = this.#reserve()
    this.#fill(added, node)
    this.#numbers.set(text, Number(added.slice(1)))
    return added
  }

  /** The reference to a node that may refer to itself. `content` is called once for each name. */
  named(name: string, content: () => Node): string
  named(name: string, content: () => Node | undefined): string | undefined
  named(name: string, content: () => Node | undefined): string | undefined {
    const done = this.#named.get(name)
    if (done !== undefined) return done
    if (this.#inProgress.has(name)) {
      const reserved = this.#inProgress.get(name) ?? this.#reserve()
      this.#inProgress.set(name, reserved)
      return reserved
    }
    this.#inProgress.set(name, undefined)
    const node = content()
    const reserved = this.#inProgress.get(name)
    this.#inProgress.delete(name)
    if (reserved !== undefined) this.#fill(reserved, node ?? {})
    const added = reserved ?? (node && this.add(node))
    if (added !== undefined) this.#named.set(name, added)
    return added
  }

  #reserve(): string {
    this.#uses.push(0)
    return mark + (this.#nodes.push({}) - 1)
  }

  #fill(added: string, node: Node): void {
    this.#nodes[Number(added.slice(1))] = node
    this.#count(node)
  }

  /** The roots with their references replaced, and the list of the nodes that are used more than once. */
  packed<T>(roots: T): { readonly roots: T; readonly pool: readonly unknown[] } {
    this.#count(roots)
    // Replacing references keeps the type: a reference may become a node wherever a string is allowed.
    return { roots: this.#replaceIn(roots) as T, pool: this.#pooled }
  }

  #count(value: unknown): void {
    for (const [, number] of JSON.stringify(value).matchAll(references))
      this.#uses[Number(number)] = (this.#uses[Number(number)] ?? 0) + 1
  }

  #replaceIn(value: unknown): unknown {
    if (typeof value === 'string') return this.#replace(value)
    if (Array.isArray(value)) return value.map((item) => this.#replaceIn(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#replaceIn(item)]))
  }

  /** `[{` before a reference becomes `{"[": {"{": node}}` for a node used once, `[{12` for the node at index 12. */
  #replace(text: string): unknown {
    const [, before = '', number] = reference.exec(text) ?? []
    if (number === undefined) return text
    const node = this.#nodes[Number(number)]
    if (this.#uses[Number(number)] === 1)
      return [...before].reduceRight((inner, letter) => ({ [letter]: inner }), this.#replaceIn(node))
    return before + this.#indexOf(Number(number), node)
  }

  #indexOf(number: number, node: unknown): number {
    const found = this.#indexes.get(number)
    if (found !== undefined) return found
    const index = this.#pooled.push(undefined) - 1
    this.#indexes.set(number, index)
    this.#pooled[index] = this.#replaceIn(node)
    return index
  }
}
