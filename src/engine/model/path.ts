import { shorten } from './shorten'

/** The keys and indexes from the root of a document (or object) to a value. Not a dotted string: keys contain dots. */
export type Path = readonly (string | number)[]

/** A path as people write it: `spec.containers[0].resources.limits`, `metadata.labels["a/b"]`. Very long keys are cut. */
export const pathText = (path: Path): string =>
  path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      const key = shorten(step)
      if (!/^[A-Za-z_][\w-]*$/.test(key)) return `[${JSON.stringify(key)}]`
      return index === 0 ? key : `.${key}`
    })
    .join('')
