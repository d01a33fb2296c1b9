import { useEffect, useRef, useState, type RefObject } from 'react'
import { applyEdits } from '../engine/model/textEdit'
import { lineStarts, positionAt } from '../formats/lines'
import { changeText, setCursor } from '../store/actions'
import { store } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { connectEditor } from '../store/editorHandle'
import { firstReportOrLonger } from './firstReportOrLonger'
import { asInTextArea, lineEndOf, withLineEnd } from './lineEnds'
import { lineHeight } from './metrics'
import type { PlainSteps } from './plainSteps'

const loadSteps = async (): Promise<typeof import('./plainSteps')> => {
  await firstReportOrLonger()
  return import('./plainSteps')
}

type Props = {
  readonly area: RefObject<HTMLTextAreaElement | null>
  /** It takes the place of an editor that failed, with its cursor and its focus. */
  readonly takesOver: boolean
}

/**
 * The editor until Monaco has loaded, and where it cannot load. A text area turns every line end into `\n`: the store gets
 * its value with the line ends of the text that was put into it.
 */
export const PlainEditor = ({ area, takesOver }: Props) => {
  const gutter = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState(() => lineStarts(store.getState().text).length)

  const lineEnd = useRef(lineEndOf(store.getState().text))

  const { value: loaded } = useLoaded(loadSteps)

  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    const adopt = (): void => {
      setLines(lineStarts(element.value).length)
      changeText(withLineEnd(element.value, lineEnd.current))
    }
    const { text, cursor } = store.getState()
    adopt()
    if (takesOver && document.activeElement === document.body) {
      const caret = offsetInArea(text, cursor.offset)
      select(element, caret, caret)
    }
    element.addEventListener('input', adopt)
    const steps = loaded?.plainSteps(element) ?? withoutUndo(element, adopt)
    const stopListening = steps.listen()
    const disconnect = connectEditor({
      replace: (replacement) => {
        lineEnd.current = lineEndOf(replacement)
        steps.replace(replacement)
      },
      edit: (edits) => steps.change(applyEdits(store.getState().text, edits)),
      undo: (before) => {
        lineEnd.current = lineEndOf(before)
        steps.undo(asInTextArea(before))
      },
      select: ({ from, to }) => {
        const newest = store.getState().text
        select(element, offsetInArea(newest, from), offsetInArea(newest, to))
      },
    })
    return () => {
      element.removeEventListener('input', adopt)
      stopListening()
      disconnect()
    }
  }, [area, takesOver, loaded])

  const followCaret = (element: HTMLTextAreaElement): void => {
    const offset = element.selectionDirection === 'backward' ? element.selectionStart : element.selectionEnd
    const position = positionAt(lineStarts(element.value), offset)
    setCursor({ offset: offset + (position.line - 1) * (lineEnd.current.length - 1), ...position })
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

const offsetInArea = (text: string, offset: number): number => asInTextArea(text.slice(0, offset)).length

const select = (area: HTMLTextAreaElement, from: number, to: number): void => {
  area.focus()
  area.setSelectionRange(from, to)
  const { line } = positionAt(lineStarts(area.value), from)
  area.scrollTop = Math.max(0, line * lineHeight - area.clientHeight / 2)
}

/** Until the code for undo has loaded: a step can be undone by its button, but not by the keys. */
const withoutUndo = (area: HTMLTextAreaElement, adopt: () => void): Omit<PlainSteps, 'texts'> => {
  const assign = (text: string): void => {
    area.value = text
    area.setSelectionRange(0, 0)
    adopt()
  }
  return { replace: assign, change: assign, undo: assign, listen: () => () => undefined }
}
