import { escapeToken } from '../engine/model/jsonPointer'

/** An object or a list that is still open: its pointer, and for a list the index of its next item. */
type Open = { readonly pointer: string; index: number | undefined; expectsKey: boolean }

/**
 * Where the members of a JSON text are, by their JSON Pointers: `/skipKinds/1`. A member of an object is where its key
 * starts. A key that appears more than once is where it appears last, which is the one that counts. `json`: valid JSON.
 */
export function jsonPlaces(json: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const open: Open[] = []
  let pointer = ''
  for (const { 0: token, index: offset } of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^"[\]{},:\s]+/g)) {
    const inside = open.at(-1)
    if (token === '}' || token === ']') open.pop()
    else if (token === ':') continue
    else if (token === ',') {
      if (inside?.index !== undefined) inside.index += 1
      else if (inside) inside.expectsKey = true
    } else if (inside?.expectsKey) {
      pointer = `${inside.pointer}/${escapeToken(String(JSON.parse(token)))}`
      places.set(pointer, offset)
      inside.expectsKey = false
    } else {
      if (inside?.index !== undefined) {
        pointer = `${inside.pointer}/${inside.index}`
        places.set(pointer, offset)
      }
      if (token === '{') open.push({ pointer, index: undefined, expectsKey: true })
      if (token === '[') open.push({ pointer, index: 0, expectsKey: false })
    }
  }
  return places
}
