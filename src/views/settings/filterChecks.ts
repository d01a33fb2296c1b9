import type { Settings } from '../../engine/model/settings'
import { checkState, checkStates } from '../gallery/checkSwitch'
import { topics } from '../topics'
import type { Check } from './useChecks'

/** The checks that contain every word of a search in their title, id, topic or state: `off`, `optional security`. */
export function filterChecks(checks: readonly Check[], search: string, settings: Settings): readonly Check[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return checks.filter((check) => {
    const topic = topics.find(([id]) => id === check.topic)?.[1]
    const searched = [
      check.title,
      check.id,
      topic,
      stateWord(check, settings),
      ...(check.isOptional ? ['optional'] : []),
    ]
      .join('\n')
      .toLowerCase()
    return words.every((word) => searched.includes(word))
  })
}

const stateWord = (check: Check, settings: Settings): string | undefined =>
  checkStates.find(({ value }) => value === checkState(check, settings))?.label

/** How many checks are not simply on: `39 checks: 31 on, 2 ignored, 6 off`. */
export function countStates(checks: readonly Check[], settings: Settings): string {
  const count = (state: string): number =>
    checks.filter((check) => checkState(check, settings) === state).length
  const ignored = count('ignored')
  return [`${count('on')} on`, ...(ignored > 0 ? [`${ignored} ignored`] : []), `${count('off')} off`].join(
    ', ',
  )
}
