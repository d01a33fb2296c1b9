import type { Range } from '../engine/model/range'
import type { TextEdit } from '../engine/model/textEdit'

/**
 * The editor on the page: a plain text area at first, Monaco once it has loaded. The editor owns the text; the store hears
 * of every change from it.
 */
export type EditorHandle = {
  /** Replaces the whole text, as one step that can be undone. */
  readonly replace: (text: string) => void
  /** Applies edits to the newest text, as one step that can be undone. */
  readonly edit: (edits: readonly TextEdit[]) => void
  /** Undoes the last step. `before`: the text before that step. */
  readonly undo: (before: string) => void
  /** Selects a range of the newest text and scrolls it into view; the focus stays where it is. */
  readonly reveal: (range: Range) => void
  /** The same, and takes the focus. */
  readonly select: (range: Range) => void
}

let current: EditorHandle | undefined

export const currentEditor = (): EditorHandle | undefined => current

/** Returns how to disconnect it. */
export const connectEditor = (editor: EditorHandle): (() => void) => {
  current = editor
  return () => {
    if (current === editor) current = undefined
  }
}
