/** The sources of rules that are no checks, by their id: who looks at a manifest there. */
export const sourceWords: Readonly<Record<string, string>> = {
  syntax: 'Any YAML or JSON reader',
  schema: 'Schema validation',
  'api-server': 'The API server',
  playground: 'This playground',
}
