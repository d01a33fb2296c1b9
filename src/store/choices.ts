import type { GroupBy } from '../session/session'
import type { Theme } from './store'

/** A value that a person chooses from a list, with its label. */
export type Choice<Value> = { readonly value: Value; readonly label: string }

export const themes: readonly Choice<Theme>[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export const groupings: readonly Choice<GroupBy>[] = [
  { value: 'object', label: 'Object' },
  { value: 'rule', label: 'Check' },
  { value: 'severity', label: 'Severity' },
  { value: 'topic', label: 'Topic' },
]
