/** The way from the root of a document (or object) to a value. Never a dotted string: keys contain dots. */
export type Path = readonly (string | number)[]

/** A path as people write it: `spec.containers[0].resources.limits`, keys with other characters in quotes. */
export const pathText = (path: Path): string =>
  path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${JSON.stringify(step)}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
