import { applyEdits } from '../engine/model/textEdit'
import { changeText } from '../store/actions'
import type { EditorHandle } from '../store/editorHandle'
import { store } from '../store/store'

/** An editor that may throw: then the text changes all the same, and `onFailure` hears what the error says. */
export const safeHandle = (editor: EditorHandle, onFailure: (detail: string) => void): EditorHandle => {
  const attempt = (run: () => void, text: () => string): void => {
    const wanted = text()
    try {
      run()
    } catch (error) {
      changeText(wanted)
      onFailure(messageOf(error))
    }
  }
  const current = (): string => store.getState().text
  return {
    replace: (text) =>
      attempt(
        () => editor.replace(text),
        () => text,
      ),
    edit: (edits) =>
      attempt(
        () => editor.edit(edits),
        () => applyEdits(current(), edits),
      ),
    undo: (before) =>
      attempt(
        () => editor.undo(before),
        () => before,
      ),
    reveal: (range) => attempt(() => editor.reveal(range), current),
    select: (range) => attempt(() => editor.select(range), current),
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
