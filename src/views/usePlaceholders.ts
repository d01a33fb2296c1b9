import { useMemo, useState } from 'react'
import { givenValues, placeholderInputs, type PlaceholderInput } from '../engine/fixes/placeholderInputs'
import type { FilledPlaceholder, GivenValue } from '../engine/fixes/placeholders'
import { useSettled } from '../store/useSettled'

/** In milliseconds: nobody wants the fix for half a number. */
const pause = 250

export type Placeholders = {
  readonly inputs: readonly PlaceholderInput[]
  /** As typed, or as suggested. */
  readonly textOf: (input: PlaceholderInput) => string
  /** Why what was typed is no value. */
  readonly problemOf: (input: PlaceholderInput) => string | undefined
  readonly type: (key: string, text: string) => void
  /** What was typed, once the typing has paused; the same list as long as nothing changes. */
  readonly values: readonly GivenValue[]
  /** Whether `values` has all that was typed. */
  readonly isReady: boolean
}

/** What a person types in place of the placeholders of a fix. `placeholders`: those of the fix without any values. */
export function usePlaceholders(placeholders: readonly FilledPlaceholder[]): Placeholders {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const settled = useSettled(typed, pause)
  const inputs = useMemo(() => placeholderInputs(placeholders), [placeholders])
  const values = useMemo(() => givenValues(inputs, settled), [inputs, settled])
  const textOf = ({ key, suggestion }: PlaceholderInput): string => typed.get(key) ?? suggestion
  const problemOf = (input: PlaceholderInput): string | undefined => {
    const reading = typed.has(input.key) ? input.read(textOf(input).trim()) : undefined
    return reading && 'problem' in reading ? reading.problem : undefined
  }
  return {
    inputs,
    textOf,
    problemOf,
    type: (key, text) => setTyped(new Map([...typed, [key, text]])),
    values,
    isReady: settled === typed && inputs.every((input) => problemOf(input) === undefined),
  }
}
