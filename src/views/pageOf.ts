/** Every check's page in one chunk of its own, fetched once the editor stands. */
const pages = import.meta.glob<string>('../checks/*/docs.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export const pageOf = (check: string): string | undefined => pages[`../checks/${check}/docs.md`]
