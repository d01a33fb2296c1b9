/** Keeps the last result, so that a selector returns the same object as long as its arguments stay the same. */
export const memoizeLast = <Arguments extends readonly unknown[], Result>(
  derive: (...given: Arguments) => Result,
): ((...given: Arguments) => Result) => {
  let last: { readonly given: Arguments; readonly result: Result } | undefined
  return (...given) => {
    const { given: before } = last ?? {}
    if (last && before && given.every((value, index) => Object.is(value, before[index]))) return last.result
    last = { given, result: derive(...given) }
    return last.result
  }
}
