import type { Input } from '../input'

/** A part of the playground that must have an answer for every input. */
export type Target = {
  /** As in `--only`. */
  readonly name: string
  /** What it looks at, in a few words. */
  readonly about: string
  /** Throws when the part fails: whatever the part threw, or a `Broken` for an answer that cannot be right. */
  readonly run: (input: Input) => void | Promise<void>
}

/** An answer that cannot be right. `invariant`: what should hold, always in the same words. */
export class Broken extends Error {
  constructor(
    readonly invariant: string,
    readonly detail: string = '',
  ) {
    super(detail === '' ? invariant : `${invariant}: ${detail}`)
  }
}

/** Throws a `Broken` unless the condition holds. `detail` is only worked out when it does not. */
export function expectThat(
  condition: boolean,
  invariant: string,
  detail: () => unknown = () => '',
): asserts condition {
  if (condition) return
  const told = detail()
  throw new Broken(invariant, (typeof told === 'string' ? told : JSON.stringify(told)).slice(0, 2_000))
}

/** Throws a `Broken` with the first place where two plain values differ. */
export function expectEqual(left: unknown, right: unknown, invariant: string): void {
  const [one, other] = [JSON.stringify(left) ?? '', JSON.stringify(right) ?? '']
  if (one === other) return
  let at = 0
  while (one[at] === other[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 200), at + 200)
  throw new Broken(invariant, `${around(one)} ≠ ${around(other)}`)
}
