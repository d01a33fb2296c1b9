import type { Range } from '../engine/model/range'
import { diffEdit, type TextEdit } from '../engine/model/textEdit'
import { lineEndOf, type LineEnd } from './lineEnds'
import { monaco } from './monaco'
import { plainSteps } from './plainSteps'

type Editor = monaco.editor.IStandaloneCodeEditor
type Model = monaco.editor.ITextModel

export const rangeIn = (model: Model, { from, to }: Range): monaco.Range =>
  monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))

const sequenceOf = (lineEnd: LineEnd): monaco.editor.EndOfLineSequence =>
  lineEnd === '\n' ? monaco.editor.EndOfLineSequence.LF : monaco.editor.EndOfLineSequence.CRLF

/** One undo step. Line ends follow the new text, so that a file from Windows keeps its own. */
export const replaceWhole = (editor: Editor, model: Model, text: string): void => {
  editor.pushUndoStop()
  model.pushEOL(sequenceOf(lineEndOf(text)))
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

/** The focus stays where it is. */
export const revealRange = (editor: Editor, model: Model, range: Range): void => {
  const target = rangeIn(model, range)
  // The pane may have been hidden until now.
  editor.layout()
  editor.setSelection(target)
  editor.revealRangeInCenterIfOutsideViewport(target)
}

/**
 * Takes text, selection, scroll position and focus from the plain text area. What the page did there can be undone here, and
 * so can what was typed, in one step between two of them. `lineEnd`: of the text, which a text area cannot have.
 */
export const takeOver = (
  editor: Editor,
  model: Model,
  area: HTMLTextAreaElement | null,
  lineEnd: LineEnd,
): void => {
  if (!area) return
  const [first = '', ...more] = [...plainSteps(area).texts(), area.value]
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  if (model.getValue() !== first) model.setValue(first)
  for (const text of more) {
    const before = model.getValue()
    if (text !== before) applyTextEdits(editor, model, [diffEdit(before, text)])
  }
  const { selectionStart, selectionEnd, selectionDirection } = area
  const [anchor, caret] =
    selectionDirection === 'backward' ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd]
  const selection = monaco.Selection.fromPositions(model.getPositionAt(anchor), model.getPositionAt(caret))
  model.setEOL(sequenceOf(lineEnd))
  editor.setSelection(selection)
  editor.setScrollPosition({ scrollTop: area.scrollTop, scrollLeft: area.scrollLeft })
  if (document.activeElement === area) editor.focus()
}
