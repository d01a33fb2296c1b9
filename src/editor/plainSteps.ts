import { diffEdit } from '../engine/model/textEdit'
import { trackRange } from '../store/trackRange'
import { asInTextArea } from './lineEnds'
// The whole page's, also where Monaco cannot be loaded.
import './forcedColours.css'

/**
 * Lines inserted times lines there are. In Chromium the time that `insertText` takes grows with this product: 10 lines
 * into 1,000 take 40 ms, 200 into 200 take 240 ms, 5,000 into as many take two minutes.
 */
const affordable = 20_000

/** Texts before steps; nobody undoes more of them. */
const most = 50

type Step = { readonly before: string; readonly after: string }

/** What the page itself does to a text area, in steps that can be undone. Line ends are `\n`, as in every text area. */
export type PlainSteps = {
  /** Replaces the whole text, and goes to its start. */
  readonly replace: (text: string) => void
  /** Changes the text; selection and scroll position stay with what they were at. */
  readonly change: (text: string) => void
  /** Undoes the last step. `before`: the text before it. */
  readonly undo: (before: string) => void
  /** The first text, and the texts before the steps, oldest first. */
  readonly texts: () => readonly string[]
  /** Returns how to stop. */
  readonly listen: () => () => void
}

const known = new WeakMap<HTMLTextAreaElement, PlainSteps>()

/**
 * Assigning a text area's value throws away what it can undo. Inserting text as an editing command does not, but is slow
 * for long texts: those are assigned, and the keys for undo and redo bring them back.
 */
export const plainSteps = (area: HTMLTextAreaElement): PlainSteps => {
  const made = known.get(area)
  if (made) return made
  const texts = [asInTextArea(area.defaultValue)]
  /** Steps that the text area knows nothing of, and those of them that were undone. */
  const own: Step[] = []
  const undone: Step[] = []

  const assign = (text: string): void => {
    area.value = text
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const move = (from: Step[], to: Step[], at: keyof Step, target: keyof Step): boolean => {
    const step = from.at(-1)
    if (!step || area.value !== step[at]) return false
    from.pop()
    to.push(step)
    assign(step[target])
    return true
  }
  const undoOwn = (): boolean => move(own, undone, 'after', 'before')
  const redoOwn = (): boolean => move(undone, own, 'before', 'after')

  const undoByKeys = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const redoes = key === 'y' || (key === 'z' && event.shiftKey)
    if (redoes ? redoOwn() : key === 'z' && undoOwn()) event.preventDefault()
  }

  const step = (text: string): void => {
    const before = area.value
    const after = asInTextArea(text)
    if (after === before) return
    texts.push(before)
    if (texts.length > most) texts.splice(1, 1)
    if (insert(area, after)) return
    own.push({ before, after })
    undone.length = 0
    assign(after)
  }

  const steps: PlainSteps = {
    replace: (text) =>
      withFocus(area, () => {
        step(text)
        area.setSelectionRange(0, 0)
        area.scrollTo(0, 0)
      }),
    change: (text) =>
      withFocus(area, () =>
        keepingPlace(area, () => {
          step(text)
        }),
      ),
    undo: (before) =>
      withFocus(area, () =>
        keepingPlace(area, () => {
          if (undoOwn()) return
          document.execCommand('undo')
          if (area.value !== before) step(before)
        }),
      ),
    texts: () => texts,
    listen: () => {
      area.addEventListener('keydown', undoByKeys)
      return () => area.removeEventListener('keydown', undoByKeys)
    },
  }
  known.set(area, steps)
  return steps
}

/** False when the text area cannot: it is hidden, the browser does not have the command, or it would take too long. */
const insert = (area: HTMLTextAreaElement, after: string): boolean => {
  const { from, to, insert: inserted } = diffEdit(area.value, after)
  if (lines(inserted) * (lines(area.value) + lines(inserted)) > affordable) return false
  area.setSelectionRange(from, to)
  // Deprecated, but nothing else that a page does can be undone.
  const isDone = document.execCommand(inserted === '' ? 'delete' : 'insertText', false, inserted)
  return isDone && area.value === after
}

/** Commands, and selections that last, need the focus. */
const withFocus = (area: HTMLTextAreaElement, run: () => void): void => {
  const focused = document.activeElement
  area.focus({ preventScroll: true })
  run()
  if (focused instanceof HTMLElement && focused !== area) focused.focus({ preventScroll: true })
}

/** What was selected stays selected, and the text where it is on the screen. */
const keepingPlace = (area: HTMLTextAreaElement, run: () => void): void => {
  const { value, selectionStart, selectionEnd, scrollTop, scrollLeft } = area
  run()
  const { from, to } = trackRange(value, area.value, { from: selectionStart, to: selectionEnd })
  area.setSelectionRange(from, to)
  area.scrollTo(scrollLeft, scrollTop)
}

const lines = (text: string): number => {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
