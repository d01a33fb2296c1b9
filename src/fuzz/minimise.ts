import { settings as allSettings } from '../engine/model/settingList'
import { defaultSettings } from '../engine/model/settings'
import { splitDocuments } from '../engine/yaml/splitDocuments'
import type { Input } from './input'

/** Whether an input still fails in the same way. */
type Fails = (input: Input) => Promise<boolean>

/**
 * The smallest input found that still fails: first with default settings, then without documents, lines and characters
 * that do not matter (delta debugging). `steps`: how often `fails` may be asked.
 */
export async function minimise(input: Input, fails: Fails, steps: number): Promise<Input> {
  let left = steps
  const ask: Fails = async (candidate) => left-- > 0 && (await fails(candidate))
  let best = await withDefaults(input, ask)
  const askText = (text: string): Promise<boolean> => ask({ ...best, text })
  for (const parts of [documentsOf, linesOf, charactersOf])
    best = { ...best, text: (await withoutParts(parts(best.text), askText)).join('') }
  return best
}

const withDefaults = async (input: Input, fails: Fails): Promise<Input> => {
  const plain = { ...input, settings: defaultSettings }
  if (JSON.stringify(input.settings) === JSON.stringify(defaultSettings) || (await fails(plain))) return plain
  let best = input
  for (const { key } of allSettings) {
    const candidate = { ...best, settings: { ...best.settings, [key]: defaultSettings[key] } }
    if (best.settings[key] !== defaultSettings[key] && (await fails(candidate))) best = candidate
  }
  return best
}

const documentsOf = (text: string): readonly string[] => {
  const starts = [
    0,
    ...splitDocuments(text)
      .slice(1)
      .map(({ from }) => from),
    text.length,
  ]
  return starts.slice(1).map((to, index) => text.slice(starts[index], to))
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []

const charactersOf = (text: string): readonly string[] => text.split('')

/** Removes runs of parts, long ones first, as long as what remains still fails. */
async function withoutParts(
  parts: readonly string[],
  fails: (text: string) => Promise<boolean>,
): Promise<readonly string[]> {
  let left = parts
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let at = 0
    let isShorter = false
    while (at < left.length) {
      const candidate = [...left.slice(0, at), ...left.slice(at + size)]
      if (candidate.length < left.length && (await fails(candidate.join('')))) {
        left = candidate
        isShorter = true
        // What stood before it may go together with what stands after it.
        at = Math.max(0, at - size)
      } else at += size > 2 ? size : 1
    }
    // What could not be removed alone may be removable now.
    if (size === 1 && isShorter) size = 2
  }
  return left
}
