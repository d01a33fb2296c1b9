import 'monaco-editor/features/diffEditor/register'
import { useEffect, useRef } from 'react'
import type { Range } from '../engine/model/range'
import { diffEdit } from '../engine/model/textEdit'
import { fontFamily, fontSize, lineHeight } from './metrics'
import { monaco } from './monaco'
import { rangeIn } from './monacoSurface'
import { followTheme, themeName } from './monacoTheme'
import './fixDiff.css'

/** A change that can be left out, by its id; `places`: in the text after all of them. */
export type Mark = { readonly id: string; readonly title: string; readonly places: readonly Range[] }

type Props = {
  readonly before: string
  readonly after: string
  readonly marks: readonly Mark[]
  /** The mark to bring into view. */
  readonly shown: { readonly id: string } | undefined
  /** A person took a change back, by the button beside it. */
  readonly onDecline: (id: string) => void
}

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
  theme: themeName,
  useInlineViewWhenSpaceIsLimited: true,
  renderSideBySideInlineBreakpoint: 640,
}

/** Both texts side by side, or one below the other where there is no room; beside each change the button to leave it out. */
export const FixDiffEditor = ({ before, after, marks, shown, onDecline }: Props) => {
  const frame = useRef<HTMLDivElement>(null)
  const view = useRef<View>(undefined)
  const decline = useRef(onDecline)
  const first = useRef({ before, after })
  useEffect(() => void (decline.current = onDecline), [onDecline])
  useEffect(() => {
    if (!frame.current) return undefined
    const made = open(frame.current, first.current, (id) => decline.current(id))
    view.current = made
    return () => {
      view.current = undefined
      made.close()
    }
  }, [])
  useEffect(() => view.current?.show(before, after, marks), [before, after, marks])
  useEffect(() => {
    if (shown) view.current?.reveal(shown.id)
  }, [shown])
  return <div ref={frame} className="fix-diff-editor" />
}

type View = {
  readonly show: (before: string, after: string, marks: readonly Mark[]) => void
  readonly reveal: (id: string) => void
  readonly close: () => void
}

function open(
  frame: HTMLElement,
  start: Pick<Props, 'before' | 'after'>,
  onDecline: Props['onDecline'],
): View {
  const stopTheme = followTheme()
  const original = monaco.editor.createModel(start.before, 'yaml')
  const modified = monaco.editor.createModel(start.after, 'yaml')
  const editor = monaco.editor.createDiffEditor(frame, options)
  editor.setModel({ original, modified })
  const side = editor.getModifiedEditor()
  // As options of the editor for differences, these never arrive.
  editor.getOriginalEditor().updateOptions({ ariaLabel: 'The manifest as it is' })
  side.updateOptions({ ariaLabel: 'The manifest after the fixes' })
  const glyphs = side.createDecorationsCollection()
  let marked: readonly Mark[] = []
  const press = side.onMouseDown(({ target }) => {
    if (target.type !== monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN) return
    const line = target.position.lineNumber
    const mark = marked.find(({ places }) =>
      places.some((place) => {
        const { startLineNumber, endLineNumber } = linesOf(modified, place)
        return startLineNumber <= line && line <= endLineNumber
      }),
    )
    if (mark) onDecline(mark.id)
  })
  return {
    show: (before, after, marks) => {
      rewrite(original, before)
      rewrite(modified, after)
      marked = marks
      glyphs.set(
        marks.flatMap(({ title, places }) =>
          places.slice(0, 1).map((place) => ({
            range: lineOf(linesOf(modified, place).startLineNumber),
            options: {
              glyphMarginClassName: 'fix-decline',
              glyphMarginHoverMessage: { value: `Leave out: ${title}` },
            },
          })),
        ),
      )
    },
    reveal: (id) => {
      const [place] = marked.find((mark) => mark.id === id)?.places ?? []
      if (place) side.revealLineInCenter(linesOf(modified, place).startLineNumber)
    },
    close: () => {
      press.dispose()
      editor.dispose()
      original.dispose()
      modified.dispose()
      stopTheme()
    },
  }
}

/** Only what differs is exchanged, so that what is folded or scrolled away stays so. */
function rewrite(model: monaco.editor.ITextModel, text: string): void {
  const { from, to, insert } = diffEdit(model.getValue(), text)
  if (from < to || insert !== '') model.applyEdits([{ range: rangeIn(model, { from, to }), text: insert }])
}

const lineOf = (line: number): monaco.Range => new monaco.Range(line, 1, line, 1)

/** The lines that a change put in: an insertion that begins behind the end of a line begins with the next one. */
function linesOf(model: monaco.editor.ITextModel, place: Range): monaco.Range {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeIn(model, place)
  const isBehind = place.to > place.from && startColumn > model.getLineLength(startLineNumber)
  const start = isBehind ? startLineNumber + 1 : startLineNumber
  const end = endColumn === 1 && endLineNumber > start ? endLineNumber - 1 : endLineNumber
  return new monaco.Range(start, 1, Math.max(start, end), 1)
}
