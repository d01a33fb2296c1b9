import type { Violation } from './violation'

/** How many violations of one kind are reported for an object. */
const kindLimit = 20_000

/** How many violations of one alternative are counted, to find out which alternative is closest. */
const alternativeLimit = 1_000

/** The violations that validation has found so far, as many as anybody can look at. */
export class ViolationList {
  private readonly found: Violation[] = []
  private readonly counts = new Map<Violation['kind'], number>()
  /** Those of the alternative that is being tried. */
  private tried: Violation[] | undefined

  get all(): readonly Violation[] {
    return this.found
  }

  add(violation: Violation): void {
    if (this.tried) {
      if (this.tried.length < alternativeLimit) this.tried.push(violation)
      return
    }
    const count = (this.counts.get(violation.kind) ?? 0) + 1
    this.counts.set(violation.kind, count)
    if (count <= kindLimit) this.found.push(violation)
  }

  /** The violations that a run finds. They are returned and not reported. */
  during(run: () => void): readonly Violation[] {
    const before = this.tried
    const violations: Violation[] = []
    this.tried = violations
    try {
      run()
    } finally {
      this.tried = before
    }
    return violations
  }
}
