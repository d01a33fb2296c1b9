import type { Settings } from '../../engine/model/settings'
import type { Choice } from '../../store/choices'
import type { ListedRule } from '../../worker/protocol'

/** `ignored`: it runs, and its findings are listed without being counted. */
export type CheckState = 'on' | 'ignored' | 'off'

export const checkStates: readonly Choice<CheckState>[] = [
  { value: 'on', label: 'On' },
  { value: 'ignored', label: 'Ignored (listed, not counted)' },
  { value: 'off', label: 'Off' },
]

type Switches = Pick<Settings, 'enabledChecks' | 'disabledChecks'>

type Switched = Pick<ListedRule, 'id' | 'isOptional'>

/** Whether the settings run a check. Annotations may still enable an optional one for an object. */
export const isOn = ({ id, isOptional }: Switched, { enabledChecks, disabledChecks }: Switches): boolean =>
  !disabledChecks.includes(id) && (!isOptional || enabledChecks.includes(id))

/** The change of the settings that switches a check on or off. */
export function switched(
  { id, isOptional }: Switched,
  turnsOn: boolean,
  settings: Switches,
): Partial<Switches> {
  const [enabled, disabled] = [without(settings.enabledChecks, id), without(settings.disabledChecks, id)]
  if (!isOptional) return { disabledChecks: turnsOn ? disabled : [...disabled, id] }
  return { enabledChecks: turnsOn ? [...enabled, id] : enabled, ...(turnsOn && { disabledChecks: disabled }) }
}

/** What the settings do with a check. */
export const checkState = (check: Switched, settings: Settings): CheckState => {
  if (!isOn(check, settings)) return 'off'
  return settings.ignoredChecks.includes(check.id) ? 'ignored' : 'on'
}

/** The change of the settings that brings a check into a state. */
export const withState = (check: Switched, state: CheckState, settings: Settings): Partial<Settings> => {
  const others = without(settings.ignoredChecks, check.id)
  return {
    ...switched(check, state !== 'off', settings),
    ignoredChecks: state === 'ignored' ? [...others, check.id] : others,
  }
}

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((other) => other !== id)
