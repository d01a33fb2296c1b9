import { store } from './store'

/** The title of a rule, as the report has it; the id of a rule that the report does not know. */
export const ruleTitle = (id: string): string => store.getState().report?.rules[id]?.title ?? id
