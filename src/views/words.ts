/** `1 finding`, `7 findings`, `1,204 findings`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** At most one decimal: `12`, `83.6`. */
export const rounded = (value: number): string => String(Math.round(value * 10) / 10)
