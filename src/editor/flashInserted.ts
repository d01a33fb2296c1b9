import { insertedRanges } from '../engine/model/mapRange'
import type { TextEdit } from '../engine/model/textEdit'
import { monaco } from './monaco'
import { rangeIn } from './monacoHandle'
import './flash.css'

/** A little longer than the animation in the style sheet, in milliseconds. */
const duration = 900

/** Marks the lines that edits have just inserted, once. The text already has the edits. */
export function flashInserted(
  editor: monaco.editor.IStandaloneCodeEditor,
  model: monaco.editor.ITextModel,
  edits: readonly TextEdit[],
): void {
  const ranges = insertedRanges(edits.toSorted((left, right) => left.from - right.from))
  const flashes = editor.createDecorationsCollection(
    ranges
      .filter(({ from, to }) => from < to)
      .map((range) => ({
        range: linesOf(model, rangeIn(model, range)),
        options: { className: 'inserted-line', isWholeLine: true },
      })),
  )
  setTimeout(() => flashes.clear(), duration)
}

/** Without the line before a line break that begins the insertion, and the line after one that ends it. */
function linesOf(model: monaco.editor.ITextModel, range: monaco.Range): monaco.Range {
  const { startLineNumber: first, startColumn, endLineNumber: last, endColumn } = range
  const start =
    startColumn > 1 && startColumn === model.getLineMaxColumn(first) && last > first ? first + 1 : first
  const end = endColumn === 1 && last > start ? last - 1 : last
  return new monaco.Range(start, 1, end, 1)
}
