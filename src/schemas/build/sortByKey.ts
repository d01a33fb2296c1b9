/** The same entries in the order of their keys, by UTF-16 code units. */
export const sortByKey = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
  new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
