import type { Lesson, Step } from '../lessons/lesson'
import { store, type State } from './store'

const { getState, setState } = store

const storageKey = 'lessons'

const keyOf = (lesson: Lesson, step: Step): string => `${lesson.id}/${step.id}`

/** Whether the reader has done a step, in this visit or an earlier one. */
export const isDone = (
  lesson: Lesson,
  step: Step,
  { doneSteps }: Pick<State, 'doneSteps'> = getState(),
): boolean => doneSteps.has(keyOf(lesson, step))

/** The score that the reader's text had when a step was done. */
export const scoreOfStep = (
  lesson: Lesson,
  step: Step,
  { doneSteps }: Pick<State, 'doneSteps'>,
): number | null => doneSteps.get(keyOf(lesson, step)) ?? null

/** Remembers that a step is done, in this browser only. `score`: of the text that did it; null for none. */
export const markDone = (lesson: Lesson, step: Step, score: number | null): void => {
  if (isDone(lesson, step) && scoreOfStep(lesson, step, getState()) === score) return
  const doneSteps = new Map(getState().doneSteps).set(keyOf(lesson, step), score)
  setState({ doneSteps })
  try {
    localStorage.setItem(storageKey, JSON.stringify([...doneSteps]))
  } catch {
    // The browser may block storage: then it is remembered as long as the page is open.
  }
}

/** What was done in earlier visits. */
const storedSteps = (): State['doneSteps'] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return new Map(Array.isArray(stored) ? stored.filter(isEntry) : [])
  } catch {
    return new Map()
  }
}

const isEntry = (value: unknown): value is readonly [string, number | null] =>
  Array.isArray(value) && typeof value[0] === 'string' && (typeof value[1] === 'number' || value[1] === null)

setState({ doneSteps: storedSteps() })
