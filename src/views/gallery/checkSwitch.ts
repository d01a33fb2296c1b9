import type { Settings } from '../../engine/model/settings'
import type { ListedRule } from '../../worker/protocol'

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

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((other) => other !== id)
