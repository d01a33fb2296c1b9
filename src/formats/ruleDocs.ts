/** The pages of all rules in one chunk, loaded after the editor. */
const pages = import.meta.glob<string>(['../checks/*/docs.md', '../rules/*/*/docs.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const byRule = new Map(Object.entries(pages).map(([path, page]) => [path.split('/').at(-2), page]))

/** The page of a rule, as Markdown. */
export const docsOf = (rule: string): string | undefined => byRule.get(rule)
