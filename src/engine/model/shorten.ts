/** Names and keys in messages are cut beyond this; a name in Kubernetes has at most 253 characters, a key 317. */
export const nameLimit = 320

/** A text that is longer than `limit` characters, cut there and marked with an ellipsis. */
export const shorten = (text: string, limit = nameLimit): string =>
  text.length > limit ? `${text.slice(0, limit)}…` : text

/** How many items of a list a message names. */
const listLimit = 40

/** As many items as a message can hold, joined; the others are counted: `a, b, and 30 more`. */
export function listText(items: readonly string[], separator = ', ', limit = listLimit): string {
  const shown = items.slice(0, limit).map((item) => shorten(item))
  const hidden = items.length - shown.length
  return hidden > 0
    ? `${shown.join(separator)}, and ${hidden.toLocaleString('en')} more`
    : shown.join(separator)
}
