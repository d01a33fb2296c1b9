import Editor, { loader } from '@monaco-editor/react'
import { useEffect, useRef, type RefObject } from 'react'
import { changeText, moveCursor } from '../store/actions'
import { store } from '../store/store'
import { connectSurface } from '../store/surface'
import { provideLanguage } from './languageFeatures'
import { fontFamily, fontSize, lineHeight, paddingTop } from './metrics'
import { monaco } from './monaco'
import { followTheme, themeName } from './monacoTheme'
import { makeEdits, replaceWhole, selectRange, takeOver } from './monacoSurface'
import { tabKey } from './tabKey'
import { provideQuickFixes } from './quickFixes'
import { showFindings } from './showFindings'

// Without this the wrapper fetches Monaco from another origin.
loader.config({ monaco })

const path = 'inmemory://playground/manifest.yaml'

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  // Suggestions open by themselves while typing: Enter has to remain the end of a line. Tab takes one.
  acceptSuggestionOnEnter: 'off',
  ariaLabel: `Kubernetes manifest. ${tabKey} lets Tab move on to the next control.`,
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
  // YAML's plain words count as strings.
  quickSuggestions: { other: 'on', strings: 'on', comments: 'off' },
  // A letter may be followed by the next one: no need to ask in between.
  quickSuggestionsDelay: 60,
  renderLineHighlight: 'line',
  roundedSelection: false,
  scrollbar: { horizontalScrollbarSize: 10, verticalScrollbarSize: 10, useShadows: false },
  scrollBeyondLastLine: false,
  selectionHighlight: false,
  // Names the keys: Tab inserts, Ctrl+Space shows what a field means.
  suggest: { showStatusBar: true },
  // The engine's order counts, not what was taken last.
  suggestSelection: 'first',
  tabSize: 2,
  // U+2028 and the like end no line in YAML 1.2 or in Monaco: no question about them.
  unusualLineTerminators: 'off',
  // The theme's colours do not reach a context menu inside a shadow root.
  useShadowDOM: false,
  wordBasedSuggestions: 'off',
}

type Props = {
  readonly plain: RefObject<HTMLTextAreaElement | null>
  readonly onReady: () => void
}

/** Monaco, and the moment it takes over from the plain text area. From then on its model owns the text. */
export const MonacoEditor = ({ plain, onReady }: Props) => {
  const stop = useRef<(() => void)[]>([])
  useEffect(() => () => stop.current.forEach((end) => end()), [])

  const mount = (editor: monaco.editor.IStandaloneCodeEditor): void => {
    const model = editor.getModel()
    if (!model) return
    const start = (): void => {
      takeOver(editor, model, plain.current)
      // What the model holds is what offsets count in: its line ends may differ from what was typed before.
      changeText(model.getValue())
      const typing = model.onDidChangeContent(() => changeText(model.getValue()))
      const moving = editor.onDidChangeCursorPosition(({ position }) =>
        moveCursor({
          offset: model.getOffsetAt(position),
          line: position.lineNumber,
          column: position.column,
        }),
      )
      stop.current.push(
        () => typing.dispose(),
        () => moving.dispose(),
        showFindings(editor, model),
        provideLanguage(model),
        provideQuickFixes(model),
        connectSurface({
          replace: (text) => replaceWhole(editor, model, text),
          edit: (edits) => makeEdits(editor, model, edits),
          undo: () => void model.undo(),
          select: (range) => selectRange(editor, model, range),
        }),
      )
      onReady()
    }
    whenComposed(plain.current, start)
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

/** Taking the text area away in the middle of an input method's composition would lose the letters in it. */
const whenComposed = (area: HTMLTextAreaElement | null, run: () => void): void => {
  if (area?.dataset['composing'])
    area.addEventListener('compositionend', () => setTimeout(run), { once: true })
  else run()
}
