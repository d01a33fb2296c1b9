import { settings as allSettings } from '../engine/model/settingList'
import type { Session } from '../session/session'
import { counted } from '../formats/words'

/** `2 settings that you changed: Strict, Minimum replicas`. */
export const changedText = (changed: Session['settings']): string => {
  const labels = allSettings.filter(({ key }) => key in changed).map(({ label }) => label)
  return `${counted(labels.length, 'setting')} that you changed: ${labels.join(', ')}`
}
