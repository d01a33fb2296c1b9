import type { Topic } from '../engine/model/report'

/** The names of the topics, in the order in which lists of rules have them. */
export const topics: readonly (readonly [topic: Topic, title: string])[] = [
  ['reliable', 'Reliability'],
  ['secure', 'Security'],
  ['efficient', 'Efficiency'],
  ['connected', 'Networking'],
  ['valid', 'Validity'],
]
