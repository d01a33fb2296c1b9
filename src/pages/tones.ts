import type { Labelled } from './checkPage'

/** What is fine. */
export const good = (label: string): Labelled => ({ label, tone: 'good' })

/** What goes wrong. */
export const bad = (label: string): Labelled => ({ label, tone: 'bad' })

/** What is neither. */
export const plain = (label: string): Labelled => ({ label, tone: 'plain' })
