import type { Answer } from '../answer'
import type { Place } from '../place'
import { forbidden, oneOf, required } from '../say'

const modes: readonly string[] = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']

export const volumeModes: readonly string[] = ['Block', 'Filesystem']

/** How a volume may be mounted. Source: `ValidatePersistentVolumeSpec` and `ValidatePersistentVolumeClaimSpec`. */
export function validateAccessModes(
  given: readonly string[],
  place: Place,
  what: string,
  answer: Answer,
): void {
  if (given.length === 0) required(answer, place, `${what} has no access mode.`)
  for (const [index, mode] of given.entries())
    oneOf(answer, place.index(index).spelled(place.field), `${what}’s access mode`, mode, modes)
  const isExclusive = given.includes('ReadWriteOncePod')
  if (isExclusive && given.some((mode) => mode !== 'ReadWriteOncePod' && modes.includes(mode))) {
    const message = `${what} has the access mode ReadWriteOncePod and others. ReadWriteOncePod must be alone.`
    forbidden(answer, place, message, 'conflicting-fields')
  }
}
