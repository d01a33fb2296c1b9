import { useEffect, useRef, useState, type RefObject } from 'react'
import { applyEdits } from '../engine/model/textEdit'
import { lineStarts, positionAt } from '../formats/lines'
import { changeText, moveCursor } from '../store/actions'
import { store } from '../store/store'
import { connectSurface } from '../store/surface'
import { lineHeight } from './metrics'

type Props = { readonly area: RefObject<HTMLTextAreaElement | null> }

/**
 * The light editor of the first second, and the whole editor where the full one cannot load.
 * A text area turns every line end into `\n`, so its own value is what the store gets, never what was put in.
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
    const disconnect = connectSurface({
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
    moveCursor({ offset, ...positionAt(lineStarts(element.value), offset) })
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
