import { store } from './store'

/** The title of a check or of a rule of reading, as the report has it. */
export const checkTitle = (id: string): string => store.getState().report?.titles[id] ?? id
