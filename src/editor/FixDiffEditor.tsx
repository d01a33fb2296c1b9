import { DiffEditor } from '@monaco-editor/react'
import { useEffect, useRef, useState } from 'react'
import type { Range } from '../engine/model/range'
import { diffEdit } from '../engine/model/textEdit'
import { fontFamily, fontSize, lineHeight } from './metrics'
import { monaco } from './monaco'
import { rangeIn } from './monacoHandle'
import { followTheme, themeName } from './monacoTheme'
// After the file that prepares the page for Monaco.
import 'monaco-editor/features/diffEditor/register'
import './fixDiff.css'

/** A change that can be left out, by its id. `places`: in the text after all of them. */
export type Mark = { readonly id: string; readonly title: string; readonly places: readonly Range[] }

type Props = {
  readonly before: string
  readonly after: string
  readonly marks: readonly Mark[]
  /** The mark to scroll to; a new object each time somebody asks. */
  readonly shown: { readonly id: string } | undefined
  /** Somebody left a change out by the button next to it. */
  readonly onDecline: (id: string) => void
}

type Editor = monaco.editor.IStandaloneDiffEditor
type Model = monaco.editor.ITextModel

const options: monaco.editor.IStandaloneDiffEditorConstructionOptions = {
  automaticLayout: true,
  diffAlgorithm: 'advanced',
  fixedOverflowWidgets: true,
  fontFamily,
  fontSize,
  glyphMargin: true,
  hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 5 },
  ignoreTrimWhitespace: false,
  lineDecorationsWidth: 8,
  lineHeight,
  lineNumbersMinChars: 4,
  minimap: { enabled: false },
  originalEditable: false,
  overviewRulerBorder: false,
  readOnly: true,
  renderGutterMenu: false,
  renderMarginRevertIcon: false,
  renderOverviewRuler: false,
  scrollBeyondLastLine: false,
  useInlineViewWhenSpaceIsLimited: true,
  renderSideBySideInlineBreakpoint: 640,
}

/** The diff editor takes the labels of its sides away whenever its own options change. */
const keepLabel = (side: monaco.editor.ICodeEditor, ariaLabel: string): void => {
  const label = (): void => {
    if (side.getRawOptions().ariaLabel !== ariaLabel) side.updateOptions({ ariaLabel })
  }
  label()
  side.onDidChangeConfiguration(label)
}

/** Both texts side by side, or inline where there is no room, with a button next to each change that leaves it out. */
export const FixDiffEditor = ({ before, after, marks, shown, onDecline }: Props) => {
  const [first] = useState({ before, after })
  const [editor, setEditor] = useState<Editor>()
  const decline = useRef(onDecline)
  useEffect(() => void (decline.current = onDecline), [onDecline])

  useEffect(() => {
    if (!editor) return undefined
    keepLabel(editor.getOriginalEditor(), 'The manifest now')
    keepLabel(editor.getModifiedEditor(), 'The manifest after the fixes')
    return () => release(editor)
  }, [editor])

  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model) return undefined
    update(model.original, before)
    update(model.modified, after)
    const side = editor.getModifiedEditor()
    const buttons = side.createDecorationsCollection(
      marks.flatMap((mark) => declineButton(model.modified, mark)),
    )
    const press = side.onMouseDown(({ target }) => {
      if (target.type !== monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN) return
      const mark = markAt(model.modified, marks, target.position.lineNumber)
      if (mark) decline.current(mark.id)
    })
    return () => {
      press.dispose()
      buttons.clear()
    }
  }, [editor, before, after, marks])

  const lastMarks = useRef(marks)
  useEffect(() => void (lastMarks.current = marks), [marks])
  useEffect(() => {
    const model = editor?.getModel()?.modified
    const [place] = lastMarks.current.find(({ id }) => id === shown?.id)?.places ?? []
    if (model && place) editor?.getModifiedEditor().revealLineInCenter(linesOf(model, place).startLineNumber)
  }, [editor, shown])

  useEffect(() => followTheme(), [])

  return (
    <DiffEditor
      className="fix-diff-editor"
      language="yaml"
      loading={null}
      theme={themeName}
      options={options}
      // Later texts are applied as small edits above: setting them whole would lose what is folded and scrolled.
      original={first.before}
      modified={first.after}
      // The wrapper would dispose the models before the editor that shows them.
      keepCurrentOriginalModel
      keepCurrentModifiedModel
      onMount={setEditor}
    />
  )
}

function release(editor: Editor): void {
  const model = editor.getModel()
  editor.setModel(null)
  model?.original.dispose()
  model?.modified.dispose()
}

/** Replaces only what differs, so that scroll position and folded regions stay. */
function update(model: Model, text: string): void {
  const { from, to, insert } = diffEdit(model.getValue(), text)
  if (from < to || insert !== '') model.applyEdits([{ range: rangeIn(model, { from, to }), text: insert }])
}

/** In the margin of the first line of a change. */
function declineButton(
  model: Model,
  { title, places }: Mark,
): readonly monaco.editor.IModelDeltaDecoration[] {
  return places.slice(0, 1).map((place) => {
    const line = linesOf(model, place).startLineNumber
    return {
      range: new monaco.Range(line, 1, line, 1),
      options: {
        glyphMarginClassName: 'fix-decline',
        glyphMarginHoverMessage: { value: `Leave out: ${title}` },
      },
    }
  })
}

const markAt = (model: Model, marks: readonly Mark[], line: number): Mark | undefined =>
  marks.find(({ places }) =>
    places.some((place) => {
      const { startLineNumber, endLineNumber } = linesOf(model, place)
      return startLineNumber <= line && line <= endLineNumber
    }),
  )

/** The lines of an insertion. One that begins with a line break at the end of a line begins on the next line. */
function linesOf(model: Model, place: Range): monaco.Range {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeIn(model, place)
  const isAtLineEnd = place.to > place.from && startColumn > model.getLineLength(startLineNumber)
  const start = isAtLineEnd ? startLineNumber + 1 : startLineNumber
  const end = endColumn === 1 && endLineNumber > start ? endLineNumber - 1 : endLineNumber
  return new monaco.Range(start, 1, Math.max(start, end), 1)
}
