import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'

/** Our answer to one case, with the ids of the differences that explain it, joined by `+`. */
type Entry<Answer> = Answer & { readonly difference: string }

/** `UPDATE_EXPECTED=1 npm run conformance` writes the answers down as they are now. */
const updating = process.env['UPDATE_EXPECTED'] === '1'

/** The difference of an answer that nobody has looked at. It is in no table, so the tests fail on it. */
const unreviewed = 'unreviewed'

/**
 * Our own answers to the cases in which we do not answer as the other tool did. Every such case has one, and no other
 * case has: what is equal again has to go from the file.
 */
export class ExpectedAnswers<Answer extends object> {
  private readonly path: string
  private readonly entries: Map<string, Entry<Answer>>

  constructor(file: string) {
    this.path = `src/conformance/expected/${file}`
    const recorded: Readonly<Record<string, Entry<Answer>>> = JSON.parse(readFileSync(this.path, 'utf8'))
    this.entries = new Map(Object.entries(recorded))
  }

  /** Why our answer is wrong: it is neither the tool's (`isSame`) nor the one in the file. `theirs` is only shown. */
  error(name: string, ours: Answer, isSame: boolean, theirs: unknown): string | undefined {
    if (updating) return this.update(name, ours, isSame)
    const entry = this.entries.get(name)
    if (isSame) return entry && `It is equal now: remove it from ${this.path}.`
    const { difference = unreviewed } = entry ?? {}
    if (isDeepStrictEqual({ difference, ...ours }, entry)) return undefined
    const what = entry ? `It is not the answer in ${this.path}` : `It is not in ${this.path}`
    return `${what}. ${JSON.stringify({ ours, expected: entry, theirs }, undefined, 1)}`
  }

  /** What is wrong with the file itself. `names`: of all cases; `differences`: the ids of the table. */
  errors(names: readonly string[], differences: readonly string[]): readonly string[] {
    const [cases, ids] = [new Set(names), new Set(differences)]
    return [...this.entries].flatMap(([name, { difference }]) => [
      ...(cases.has(name) ? [] : [`${name} is no case`]),
      ...difference.split('+').flatMap((id) => (ids.has(id) ? [] : [`${name}: ${id} is no difference`])),
    ])
  }

  /** Writes the file when it is to be updated. `names`: of all cases; the answers to others are dropped. */
  async save(names: readonly string[]): Promise<void> {
    if (!updating) return
    const cases = new Set(names)
    const kept = [...this.entries].filter(([name]) => cases.has(name))
    const sorted = kept.toSorted(([one], [other]) => (one < other ? -1 : 1))
    const { format, resolveConfig } = await import('prettier')
    const options = { ...(await resolveConfig(this.path)), parser: 'json' }
    writeFileSync(this.path, await format(JSON.stringify(Object.fromEntries(sorted), undefined, 2), options))
  }

  private update(name: string, ours: Answer, isSame: boolean): undefined {
    const { difference = unreviewed } = this.entries.get(name) ?? {}
    if (isSame) this.entries.delete(name)
    else this.entries.set(name, { difference, ...ours })
  }
}
