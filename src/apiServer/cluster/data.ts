import type { Answer } from '../answer'
import { configKeyProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { invalid, quoted } from '../say'

/** Refuses a key of a ConfigMap or Secret, which is named by `of`. `place`: of the key. */
export function checkDataKey(answer: Answer, place: Place, of: string, key: string): void {
  const problem = configKeyProblem(key)
  if (problem !== undefined)
    invalid(answer, place, `The key ${quoted(key)} of the ${of} ${problem}.`, 'invalid-data-key')
}

/** The values of a ConfigMap or Secret may have this many bytes together. Source: `MaxSecretSize`. */
export const mostDataBytes = 1024 * 1024

/** The number of bytes that base64 encodes. */
export const base64Bytes = (text: string): number => Math.floor((text.replace(/[\r\n=]/g, '').length * 3) / 4)
