import { checks } from '../checks'
import { readingRules } from '../engine/problem'

const titles: ReadonlyMap<string, string> = new Map([
  ...Object.entries(readingRules),
  ...checks.map(({ id, title }) => [id, title] as const),
])

/** The title of a check or of a rule of reading. */
export const checkTitle = (id: string): string => titles.get(id) ?? id
