import type { monaco } from './monaco'

type Editor = monaco.editor.IStandaloneCodeEditor

/** Monaco stops drawing a line after 10,000 characters; these are enough to tell lines apart. */
const compared = 100

/**
 * Monaco catches its own errors and throws them again later, where nobody can catch them; most do no harm. After an error
 * anywhere on the page, this looks whether the editor still shows the line of its cursor, and if not, says so. Returns how
 * to stop.
 */
export const watchDrawing = (
  editor: Editor,
  model: monaco.editor.ITextModel,
  onFailure: (detail: string) => void,
): (() => void) => {
  const check = ({ message }: ErrorEvent): void => {
    // What is drawn next is drawn by then.
    requestAnimationFrame(() => setTimeout(() => !isDrawn(editor, model) && onFailure(message), 100))
  }
  addEventListener('error', check)
  return () => removeEventListener('error', check)
}

const isDrawn = (editor: Editor, model: monaco.editor.ITextModel): boolean => {
  const [visible] = editor.getVisibleRanges()
  const node = editor.getDomNode()
  if (!node || node.clientHeight === 0 || !visible) return true
  const at = editor.getPosition()?.lineNumber ?? 1
  const line = at >= visible.startLineNumber && at <= visible.endLineNumber ? at : visible.startLineNumber
  const wanted = shown(model.getLineContent(line))
  return [...node.querySelectorAll('.view-line')].some(({ textContent }) => shown(textContent) === wanted)
}

/** Monaco draws blanks as no-break spaces and tabs as blanks. */
const shown = (text: string): string => text.slice(0, compared).replace(/\s/g, '')
