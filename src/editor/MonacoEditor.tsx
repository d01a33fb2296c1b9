import Editor from '@monaco-editor/react'
import { useEffect, useRef, type RefObject } from 'react'
import { changeText, setCursor } from '../store/actions'
import { store } from '../store/store'
import { connectEditor } from '../store/editorHandle'
import { provideLanguage } from './languageFeatures'
import { flashInserted } from './flashInserted'
import { lineEndOf } from './lineEnds'
import { fontFamily, fontSize, lineHeight, paddingTop } from './metrics'
import { monaco } from './monaco'
import { followTheme, themeName } from './monacoTheme'
import { applyTextEdits, replaceWhole, revealRange, takeOver } from './monacoHandle'
import { tabKey } from './tabKey'
import { provideQuickFixes } from './quickFixes'
import { messageOf, safeHandle } from './safeHandle'
import { followPageLinks, showFindings } from './showFindings'
import { watchDrawing } from './watchDrawing'
import { watchFocus } from './watchFocus'

const path = 'inmemory://playground/manifest.yaml'

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  // Suggestions open while typing, so Enter still has to end the line. Tab accepts one.
  acceptSuggestionOnEnter: 'off',
  // The theme has colours for it; see monacoTheme.ts.
  autoDetectHighContrast: false,
  ariaLabel: `Kubernetes manifest. ${tabKey} lets Tab go to the next control.`,
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily,
  fontSize,
  glyphMargin: false,
  hideCursorInOverviewRuler: true,
  lineDecorationsWidth: 8,
  lineHeight,
  lineNumbersMinChars: 4,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  padding: { top: paddingTop, bottom: paddingTop },
  // Monaco treats YAML's plain scalars as strings.
  quickSuggestions: { other: 'on', strings: 'on', comments: 'off' },
  // Does not ask between the key strokes of fast typing.
  quickSuggestionsDelay: 60,
  renderLineHighlight: 'line',
  roundedSelection: false,
  scrollbar: { horizontalScrollbarSize: 10, verticalScrollbarSize: 10, useShadows: false },
  scrollBeyondLastLine: false,
  selectionHighlight: false,
  // Shows the keys: Tab inserts, Ctrl+Space shows the documentation.
  suggest: { showStatusBar: true },
  // In the engine's order, whatever was chosen last.
  suggestSelection: 'first',
  tabSize: 2,
  // U+2028 and the like end no line, neither in YAML 1.2 nor in Monaco.
  unusualLineTerminators: 'off',
  // A context menu in a shadow root would not get the theme's colours.
  useShadowDOM: false,
  wordBasedSuggestions: 'off',
}

type Props = {
  readonly plain: RefObject<HTMLTextAreaElement | null>
  readonly onReady: () => void
  /** Called when Monaco no longer works; the text in the store is the newest all the same. */
  readonly onFailure: (detail: string) => void
}

/** Monaco. It takes over from the plain text area when it is ready; from then on its model owns the text. */
export const MonacoEditor = ({ plain, onReady, onFailure }: Props) => {
  const stop = useRef<(() => void)[]>([])
  useEffect(() => () => stop.current.forEach(quietly), [])

  const mount = (editor: monaco.editor.IStandaloneCodeEditor): void => {
    const model = editor.getModel()
    if (!model) return
    const start = (): void => {
      takeOver(editor, model, plain.current, lineEndOf(store.getState().text))
      // Offsets count in the model's text, all of whose lines end alike.
      changeText(model.getValue())
      const typing = model.onDidChangeContent(({ isUndoing, isRedoing }) =>
        changeText(model.getValue(), !isUndoing && !isRedoing),
      )
      const moving = editor.onDidChangeCursorPosition(({ position }) =>
        setCursor({
          offset: model.getOffsetAt(position),
          line: position.lineNumber,
          column: position.column,
        }),
      )
      const focus = watchFocus()
      const leaving = editor.onDidBlurEditorWidget(focus.hasLeft)
      const coming = editor.onDidFocusEditorWidget(focus.isBack)
      stop.current.push(
        () => typing.dispose(),
        () => moving.dispose(),
        () => leaving.dispose(),
        () => coming.dispose(),
        focus.stop,
        showFindings(editor, model),
        followPageLinks(),
        provideLanguage(model),
        provideQuickFixes(model),
        connectEditor(
          safeHandle(
            {
              replace: (text) => replaceWhole(editor, model, text),
              edit: (edits) => {
                applyTextEdits(editor, model, edits)
                flashInserted(editor, model, edits)
              },
              undo: () => void model.undo(),
              reveal: (range) => revealRange(editor, model, range),
              select: (range) => {
                revealRange(editor, model, range)
                editor.focus()
              },
            },
            onFailure,
          ),
        ),
        watchDrawing(editor, model, onFailure),
      )
      onReady()
    }
    whenComposed(plain.current, () => {
      try {
        start()
      } catch (error) {
        onFailure(messageOf(error))
      }
    })
  }

  return (
    <Editor
      path={path}
      defaultLanguage="yaml"
      defaultValue={store.getState().text}
      theme={themeName}
      loading={null}
      options={options}
      beforeMount={() => stop.current.push(followTheme())}
      onMount={mount}
    />
  )
}

/** What Monaco leaves behind when it has failed may fail as well. */
const quietly = (end: () => void): void => {
  try {
    end()
  } catch {
    return
  }
}

/** Removing the text area while an input method composes would lose what is being composed. */
const whenComposed = (area: HTMLTextAreaElement | null, run: () => void): void => {
  if (area?.dataset['composing'])
    area.addEventListener('compositionend', () => setTimeout(run), { once: true })
  else run()
}
