/** With at most one decimal: `12`, `83.6`. */
export const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** The first sentences of many, and how many more there are. */
export const firstOf = (sentences: readonly string[], most: number): string => {
  const rest = sentences.length - most
  return [...sentences.slice(0, most), ...(rest > 0 ? [`And ${rest.toLocaleString('en')} more.`] : [])].join(
    ' ',
  )
}

/** How much a report lists, as everywhere on the page: `8 to fix`, `nothing to fix`. */
export const toFixText = (rows: number): string =>
  rows === 0 ? 'nothing to fix' : `${rows.toLocaleString('en')} to fix`
