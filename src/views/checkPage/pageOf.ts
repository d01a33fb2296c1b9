import type { CheckPage } from '../../pages/checkPage'

const byRule = <Value>(files: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(files).map(([path, value]) => [path.split('/').at(-2) ?? '', value]))

const pages = byRule(
  import.meta.glob<CheckPage>('../../checks/*/page.ts', { import: 'default', eager: true }),
)

const examples = byRule(
  import.meta.glob<string>(['../../checks/*/bad.yaml', '../../rules/*/*/bad.yaml'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** What the page of a check has beside its text; undefined for rules that are not checks. */
export const pageOf = (rule: string): CheckPage | undefined => pages.get(rule)

/** A manifest that breaks a rule, and no other check; undefined where none can be shown. */
export const exampleManifestOf = (rule: string): string | undefined => examples.get(rule)
