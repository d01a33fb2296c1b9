import type { Range } from '../engine/model/range'
import type { TextEdit } from '../engine/model/textEdit'

/**
 * What holds the text on the page: a plain text area at first, the full editor once it has arrived.
 * The surface owns the text; the store hears of every change from it.
 */
export type Surface = {
  /** Puts another text in place of the whole, as one step that can be undone. */
  readonly replace: (text: string) => void
  /** Makes edits of the newest text, as one step that can be undone. */
  readonly edit: (edits: readonly TextEdit[]) => void
  /** Takes the last step back, which made what is here of `before`. */
  readonly undo: (before: string) => void
  /** Selects a range of the newest text, brings it into view and takes the focus. */
  readonly select: (range: Range) => void
}

let current: Surface | undefined

export const currentSurface = (): Surface | undefined => current

/** Returns how to let go of it again. */
export const connectSurface = (surface: Surface): (() => void) => {
  current = surface
  return () => {
    if (current === surface) current = undefined
  }
}
