import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Range } from '../engine/model/range'
import { applyEdits } from '../engine/model/textEdit'
import { lineStarts, positionAt } from '../formats/lines'
import { changeText, setCursor } from '../store/actions'
import { store } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { connectEditor } from '../store/editorHandle'
import { firstReportOrLonger } from './firstReportOrLonger'
import { asInTextArea, lineEndOf, withLineEnd, type LineEnd } from './lineEnds'
import type { PlainSteps } from './plainSteps'
import { watchFocus } from './watchFocus'

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
      element.focus()
      const caret = offsetInArea(text, cursor.offset)
      select(element, caret, caret)
    }
    const adoptInput = (): void => {
      adopt()
      // The report may be there before the browser tells that the selection has changed.
      followCaret(element, lineEnd.current)
    }
    element.addEventListener('input', adoptInput)
    const focus = watchFocus()
    element.addEventListener('blur', focus.hasLeft)
    element.addEventListener('focus', focus.isBack)
    const steps = loaded?.plainSteps(element) ?? withoutUndo(element, adopt)
    const stopListening = steps.listen()
    const reveal = ({ from, to }: Range): void => {
      const newest = store.getState().text
      select(element, offsetInArea(newest, from), offsetInArea(newest, to))
      // No event tells of every selection that a script makes.
      followCaret(element, lineEnd.current)
    }
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
      reveal,
      select: (range) => {
        element.focus()
        reveal(range)
      },
    })
    return () => {
      element.removeEventListener('input', adoptInput)
      element.removeEventListener('blur', focus.hasLeft)
      element.removeEventListener('focus', focus.isBack)
      focus.stop()
      stopListening()
      disconnect()
    }
  }, [area, takesOver, loaded])

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
        autoCorrect="off"
        wrap="off"
        onCompositionStart={(event) => void (event.currentTarget.dataset['composing'] = 'yes')}
        onCompositionEnd={(event) => void delete event.currentTarget.dataset['composing']}
        onSelect={(event) => followCaret(event.currentTarget, lineEnd.current)}
        onScroll={(event) => follow(event.currentTarget)}
      />
    </div>
  )
}

/** Tells the page where the caret is. `lineEnd`: that of the text in the store. */
const followCaret = (element: HTMLTextAreaElement, lineEnd: LineEnd): void => {
  const offset = element.selectionDirection === 'backward' ? element.selectionStart : element.selectionEnd
  const position = positionAt(lineStarts(element.value), offset)
  setCursor({ offset: offset + (position.line - 1) * (lineEnd.length - 1), ...position })
}

const offsetInArea = (text: string, offset: number): number => asInTextArea(text.slice(0, offset)).length

/** In units of the font size; of the fonts with one width, about all have this one. */
const letterWidth = 0.6

const select = (area: HTMLTextAreaElement, from: number, to: number): void => {
  area.setSelectionRange(from, to)
  const { line, column } = positionAt(lineStarts(area.value), from)
  const style = getComputedStyle(area)
  const [top, left] = [line * parseFloat(style.lineHeight), column * parseFloat(style.fontSize) * letterWidth]
  area.scrollTop = Math.max(0, top - area.clientHeight / 2)
  area.scrollLeft = Math.max(0, left - area.clientWidth / 2)
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
