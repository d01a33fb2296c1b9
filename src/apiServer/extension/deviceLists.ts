import type { Json } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Place } from '../place'
import { duplicate, repeats, tooMany } from '../say'

/* Lists in claims for devices, which have a limit. */

/** Looks at every item of a list, unless there are too many. Source: `validateSlice`. */
export function eachOf<Item extends Json>(
  items: readonly Item[],
  place: Place,
  most: number,
  answer: Answer,
  validate: (item: Item, at: Place) => void,
): void {
  if (items.length > most) tooMany(answer, place, 'The list', most)
  else items.forEach((item, index) => validate(item, place.index(index)))
}

/** Refuses items that occurred before, unless there are too many. Source: `validateSet`. */
export function unique(names: readonly string[], place: Place, most: number, answer: Answer): void {
  if (names.length > most) return
  const again = repeats(names)
  names.forEach((name, index) => {
    if (again[index]) duplicate(answer, place.index(index), `“${name}” is listed twice.`)
  })
}
