import type { RuleId } from '../rules'

/**
 * What is marked in the bad example of a rule, and in which line of it, from 1. `key`: the key at the place is wrong.
 * `start`: what is marked begins like this.
 */
export type ExamplePlace = readonly [rule: RuleId, text: string, line: number, part?: 'key' | 'start']
