import { sources } from '../rules/sources'

/** The ids of the rules of all sources, in their order. */
export const ruleIds: readonly string[] = sources.flatMap(({ rules }) => rules.map(({ id }) => id))
