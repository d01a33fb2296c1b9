/** The index of the first of some sorted numbers that is not below a value; their count when all are. */
export function lowerBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** A function that works out its answer once for each object it is given, as long as that object exists. */
export function once<Key extends object, Answer>(workOut: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>()
  return (key) => {
    const entry = known.get(key) ?? { answer: workOut(key) }
    known.set(key, entry)
    return entry.answer
  }
}
