/** Numbers distinct texts in the order in which they come. */
export class Places {
  readonly #places = new Map<string, number>()

  of(text: string): number {
    const place = this.#places.get(text) ?? this.#places.size
    this.#places.set(text, place)
    return place
  }

  all(): string[] {
    return [...this.#places.keys()]
  }
}
