const files = import.meta.glob<string>(['../checks/*/bad.yaml', '../rules/*/*/bad.yaml'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const byRule = new Map(Object.entries(files).map(([path, text]) => [path.split('/').at(-2), text]))

/** A manifest that breaks a rule, and that no other check finds anything in; undefined where none can be shown. */
export const exampleTextOf = (rule: string): string | undefined => byRule.get(rule)
