/** UTF-16 offsets into the whole text, `from` inclusive, `to` exclusive. The only kind of position inside the engine. */
export type Range = { readonly from: number; readonly to: number }

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

/** A range moved by `offset`, as when a document's own offsets become offsets of the whole text. */
export const shift = (range: Range, offset: number): Range => ({
  from: range.from + offset,
  to: range.to + offset,
})
