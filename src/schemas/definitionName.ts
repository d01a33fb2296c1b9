/**
 * The group of a definition by its short name, which is the name of the file with its descriptions:
 * `apps.v1.Deployment` → `apps`, `am:meta.v1.ObjectMeta` → `meta`.
 */
export const groupOfDefinition = (name: string): string => name.replace(/^\w+:/, '').split('.')[0] ?? ''
