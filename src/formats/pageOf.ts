import type { CheckPage } from '../pages/checkPage'

const pages = import.meta.glob<CheckPage>('../checks/*/page.ts', { import: 'default', eager: true })

const byCheck = new Map(Object.entries(pages).map(([path, page]) => [path.split('/').at(-2), page]))

/** What the page of a check has beside its text; undefined for rules that are not checks. */
export const pageOf = (rule: string): CheckPage | undefined => byCheck.get(rule)
