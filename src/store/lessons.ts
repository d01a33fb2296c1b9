import { addressText } from '../session/address'
import { lessonOf, settingsOf, startOf, stepIndexOf } from '../lessons'
import type { Lesson, Step } from '../lessons/lesson'
import { changeSettings } from './actions'
import { currentEditor } from './editorHandle'
import { isDone } from './lessonProgress'
import { openSession, writeHistory } from './sessions'
import { store, type LessonStep } from './store'

const { getState, setState } = store

export type PlacedStep = { readonly lesson: Lesson; readonly index: number; readonly step: Step }

/** The step that an address names; undefined when there is no such lesson or step. */
export const placedStep = ({ id, step }: LessonStep): PlacedStep | undefined => {
  const lesson = lessonOf(id)
  const index = lesson && stepIndexOf(lesson, step)
  const found = index === undefined ? undefined : lesson?.steps[index]
  return lesson && index !== undefined && found ? { lesson, index, step: found } : undefined
}

export const stepAddress = (lesson: Lesson, step: Step): string =>
  addressText({ kind: 'lesson', id: lesson.id, step: step.id })

/** Whether a step, once it is opened from another one of its lesson, goes on with the reader's own text. */
const continues = ({ lesson, index, step }: PlacedStep): boolean =>
  step.start === undefined && lesson.steps.slice(0, index).every((before) => isDone(lesson, before))

/**
 * Opens the step of an address: within the lesson that is open, or else with the manifest that it begins with, as a
 * session of its own. Returns whether there is such a step.
 */
export const openStep = (address: LessonStep, how: 'push' | 'replace'): boolean => {
  const placed = placedStep(address)
  if (!placed) return false
  const { lesson, index, step } = placed
  const hash = stepAddress(lesson, step)
  if (getState().lesson?.id === lesson.id && continues(placed)) {
    writeHistory(how, getState().session.id, hash)
    changeSettings(settingsOf(step))
  } else {
    const name = `Lesson: ${lesson.title}`
    openSession({ text: startOf(lesson, index), settings: settingsOf(step), name }, how, hash)
  }
  setState({ page: undefined, lesson: { id: lesson.id, step: step.id }, isLessonShown: true })
  return true
}

/** Puts a text in the place of the reader's, as one step of the editor's undo history. */
export const replaceText = (text: string): void => currentEditor()?.replace(text)

/** Leaves the lesson; the text stays as it is. */
export const closeLesson = (): void => {
  writeHistory('push', getState().session.id, '')
  setState({ lesson: undefined })
}
