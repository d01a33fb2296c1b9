import { useEffect, useRef, useState, type RefObject } from 'react'
import { applyEdits } from '../engine/model/textEdit'
import { lineStarts, positionAt } from '../formats/lines'
import { changeText, setCursor } from '../store/actions'
import { store } from '../store/store'
import { connectEditor } from '../store/editorHandle'
import { lineHeight } from './metrics'

type Props = { readonly area: RefObject<HTMLTextAreaElement | null> }

/**
 * The editor until Monaco has loaded, and where it cannot load. A text area turns every line end into `\n`, so the store gets
 * the value of the text area, never the text that was put into it.
 */
export const PlainEditor = ({ area }: Props) => {
  const gutter = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState(() => lineStarts(store.getState().text).length)

  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    const adopt = (): void => {
      setLines(lineStarts(element.value).length)
      changeText(element.value)
    }
    adopt()
    element.addEventListener('input', adopt)
    const disconnect = connectEditor({
      replace: (text) => {
        element.value = text
        element.setSelectionRange(0, 0)
        adopt()
      },
      edit: (edits) => {
        element.value = applyEdits(element.value, edits)
        adopt()
      },
      undo: (before) => {
        element.value = before
        adopt()
      },
      select: ({ from, to }) => {
        element.focus()
        element.setSelectionRange(from, to)
        const { line } = positionAt(lineStarts(element.value), from)
        element.scrollTop = Math.max(0, line * lineHeight - element.clientHeight / 2)
      },
    })
    return () => {
      element.removeEventListener('input', adopt)
      disconnect()
    }
  }, [area])

  const followCaret = (element: HTMLTextAreaElement): void => {
    const offset = element.selectionDirection === 'backward' ? element.selectionStart : element.selectionEnd
    setCursor({ offset, ...positionAt(lineStarts(element.value), offset) })
  }

  const follow = (element: HTMLTextAreaElement): void => {
    if (gutter.current) gutter.current.style.translate = `0 ${-element.scrollTop}px`
  }

  return (
    <div className="plain">
      <div className="plain-gutter" aria-hidden="true">
        <div ref={gutter}>{Array.from({ length: lines }, (_, index) => index + 1).join('\n')}</div>
      </div>
      <textarea
        ref={area}
        aria-label="Kubernetes manifest"
        defaultValue={store.getState().text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onCompositionStart={(event) => void (event.currentTarget.dataset['composing'] = 'yes')}
        onCompositionEnd={(event) => void delete event.currentTarget.dataset['composing']}
        onSelect={(event) => followCaret(event.currentTarget)}
        onScroll={(event) => follow(event.currentTarget)}
      />
    </div>
  )
}
