import type { Range } from '../engine/model/range'
import type { TextEdit } from '../engine/model/textEdit'
import { monaco } from './monaco'

type Editor = monaco.editor.IStandaloneCodeEditor
type Model = monaco.editor.ITextModel

export const rangeIn = (model: Model, { from, to }: Range): monaco.Range =>
  monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))

/** One undo step. Line ends follow the new text, so that a file from Windows keeps its own. */
export const replaceWhole = (editor: Editor, model: Model, text: string): void => {
  const carriageReturns = text.match(/\r\n/g)?.length ?? 0
  const lineFeeds = (text.match(/\n/g)?.length ?? 0) - carriageReturns
  editor.pushUndoStop()
  model.pushEOL(
    carriageReturns > lineFeeds ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF,
  )
  editor.executeEdits('page', [{ range: model.getFullModelRange(), text, forceMoveMarkers: true }])
  editor.pushUndoStop()
  editor.setPosition({ lineNumber: 1, column: 1 })
  editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 })
}

/** One undo step; the cursor stays where it is. */
export const applyTextEdits = (editor: Editor, model: Model, edits: readonly TextEdit[]): void => {
  editor.pushUndoStop()
  editor.executeEdits(
    'page',
    edits.map(({ from, to, insert }) => ({ range: rangeIn(model, { from, to }), text: insert })),
  )
  editor.pushUndoStop()
}

export const selectRange = (editor: Editor, model: Model, range: Range): void => {
  const target = rangeIn(model, range)
  // The pane may have been hidden until now.
  editor.layout()
  editor.setSelection(target)
  editor.revealRangeInCenterIfOutsideViewport(target)
  editor.focus()
}

/** Takes text, selection, scroll position and focus from the plain text area. */
export const takeOver = (editor: Editor, model: Model, area: HTMLTextAreaElement | null): void => {
  if (!area) return
  // Something may have been typed since the model was created.
  if (area.value !== model.getValue(monaco.editor.EndOfLinePreference.LF))
    replaceWhole(editor, model, area.value)
  const { selectionStart, selectionEnd, selectionDirection } = area
  const [anchor, caret] =
    selectionDirection === 'backward' ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd]
  editor.setSelection(monaco.Selection.fromPositions(model.getPositionAt(anchor), model.getPositionAt(caret)))
  editor.setScrollPosition({ scrollTop: area.scrollTop, scrollLeft: area.scrollLeft })
  if (document.activeElement === area) editor.focus()
}
