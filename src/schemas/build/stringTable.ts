/** Numbers distinct strings from 0 in the order in which they are added. */
export class StringTable {
  readonly #indexes = new Map<string, number>()

  /** The index of a string, which is added if it is new. */
  add(text: string): number {
    const index = this.#indexes.get(text) ?? this.#indexes.size
    this.#indexes.set(text, index)
    return index
  }

  /** All strings, each at its index. */
  strings(): string[] {
    return [...this.#indexes.keys()]
  }
}
