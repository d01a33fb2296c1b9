import type { Path } from '../engine/model/path'

/**
 * A place in an object, in two spellings: `path` is where it is in the text, `field` is how the server writes it:
 * `spec.containers[0].name`, `spec.resources[storage]`. They differ where the server’s own paths are odd. The path of a
 * missing field leads to where the field would be.
 */
export class Place {
  private known: Path | undefined

  /**
   * `at`: the path, or the place above with the steps from there: most places are never asked for their path.
   * `isAboutKey`: what is said is about the key of an entry of a map, not about its value.
   */
  constructor(
    private readonly at: Path | { readonly above: Place; readonly steps: Path },
    readonly field: string,
    readonly isAboutKey = false,
  ) {}

  get path(): Path {
    return (this.known ??= 'above' in this.at ? [...this.at.above.path, ...this.at.steps] : this.at)
  }

  /** A field of the object here, or one below it. */
  child(...names: readonly string[]): Place {
    if (names.length === 0) return this
    const below = names.length === 1 ? (names[0] ?? '') : names.join('.')
    return new Place({ above: this, steps: names }, this.field === '' ? below : `${this.field}.${below}`)
  }

  /** An item of the list here, from 0. */
  index(index: number): Place {
    return new Place({ above: this, steps: [index] }, `${this.field}[${index}]`)
  }

  /** The value of an entry of the map here, as the server writes it: `[key]`. */
  key(key: string): Place {
    return new Place({ above: this, steps: [key] }, `${this.field}[${key}]`)
  }

  /** The key itself of an entry of the map here, such as that of a label. */
  keyOf(key: string): Place {
    return new Place({ above: this, steps: [key] }, `${this.field}[${key}]`, true)
  }

  /** The same place in the text, which the server spells like this. */
  spelled(field: string): Place {
    return new Place({ above: this, steps: [] }, field, this.isAboutKey)
  }
}

/** A whole object. */
export const root = new Place([], '')
