import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FixRequest } from '../../engine/fixes/fixer'
import { useApp } from '../../store/store'

/**
 * `output`: its id; empty before the first choice. `withFixes`: in reports that can say how findings are fixed; undefined
 * until the reader chooses.
 */
type Choice = {
  readonly output: string
  readonly withFixes: boolean | undefined
  readonly safety: FixRequest['safety']
}

/** Kept as long as the page is open: who needs an output once needs it again. */
const kept = createStore<Choice>(() => ({ output: '', withFixes: undefined, safety: 'safe' }))

export const useChoice = (): Choice => useStore(kept)

export const choose = (change: Partial<Choice>): void => kept.setState(change)

/** Working out a fix takes some hundredths of a second: nobody waits for those of more findings without asking for them. */
const mostFindings = 100

/** Whether a report says how its findings are fixed, and how many of them there are when these are many. */
export const useWithFixes = (): { readonly withFixes: boolean; readonly many: number | undefined } => {
  const { withFixes } = useChoice()
  const count = useApp((state) => state.report?.findings.length ?? 0)
  const isLarge = count > mostFindings
  return { withFixes: withFixes ?? !isLarge, many: isLarge ? count : undefined }
}
