/** One aim: `value` should be below `limit`. `text`: how both are written. */
export type Aim = readonly [what: string, value: number, limit: number, text: (value: number) => string]

export const printAims = (aims: readonly Aim[]): void => {
  console.log('\nAims\n')
  printTable(
    aims.map(([what, value, limit, text]) => [
      what,
      text(value),
      `< ${text(limit)}`,
      value < limit ? 'met' : 'MISSED',
    ]),
  )
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en')
export const milliseconds = (value: number): string =>
  `${value < 1_000 ? value.toPrecision(3) : whole(value)} ms`
export const kilobytes = (bytes: number): string => `${(bytes / 1e3).toFixed(1)} kB`

export const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN

/** The first column is aligned left, the others right. */
export const printTable = (rows: readonly (readonly string[])[]): void => {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column) + 2)))
        .join(''),
    )
}
