import { defaultSettings, type Settings } from '../engine/model/settings'
import type { Lesson, Step } from './lesson'

const read = import.meta.glob<Lesson>('./*/lesson.yaml', { import: 'default', eager: true })

/** The names of the folders in the order in which one takes the lessons. A new lesson is a folder and a line here. */
const order: readonly string[] = ['from-bare-to-green', 'what-is-valid', 'versions-and-custom-resources']

/** All lessons, in the order in which one takes them. Whoever needs them imports this room later. */
export const lessons: readonly Lesson[] = order.flatMap((id) => read[`./${id}/lesson.yaml`] ?? [])

/** Undefined for an address that names no lesson. */
export const lessonOf = (id: string): Lesson | undefined => lessons.find((lesson) => lesson.id === id)

/** The position of a step in its lesson, from 0; undefined for an address that names none. */
export const stepIndexOf = ({ steps }: Lesson, id: string): number | undefined => {
  const index = steps.findIndex((step) => step.id === id)
  return index < 0 ? undefined : index
}

/** The manifest that a step begins with: its own, or else the solution of the step before. */
export const startOf = ({ steps }: Lesson, stepIndex: number): string =>
  steps[stepIndex]?.start ?? steps[stepIndex - 1]?.solution ?? ''

/** What a step is worked on with: its own settings, and the defaults. */
export const settingsOf = ({ settings }: Step): Settings => ({ ...defaultSettings, ...settings })
