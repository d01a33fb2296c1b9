import { isPlaceholder, isRandom } from './placeholder'

/** Names whose value is a secret whatever it looks like. */
const passwords = /(?:password|passwd|passphrase|(?<![a-z])pwd)$/i

/** Names whose value is a secret if it looks like one: it can also be the name of a Secret. */
const keys =
  /(?:secret|token|credentials?|api[-_.]?key|(?:access|secret|private|account|encryption|signing|auth|master|license)[-_.]?key(?:[-_.]?id)?|(?<![a-z])auth|connection[-_.]?string)$/i

/** Whether a name says that its value is a secret: `DB_PASSWORD`, `clientSecret`, `--token`. */
export const isSecretName = (name: string): boolean => kindOf(name.slice(-100)) !== undefined

/** Whether a value with this name is a secret, and neither a reference to one nor a placeholder. */
export function isSecretValue(name: string, value: string): boolean {
  const kind = kindOf(name.slice(-100))
  if (kind === undefined || isPlaceholder(value)) return false
  // Ports, numbers of seconds, and durations.
  if (/^\d{1,3}(?:\.\d+)?(?:ms|[smhd])?$/.test(value)) return false
  return kind === 'password' ? value.trim().length >= 3 : isRandom(value)
}

function kindOf(name: string): 'password' | 'key' | undefined {
  // Charts write the hash of a Secret into annotations such as checksum/secret, so that a change starts new Pods.
  if (/(?:checksum|hash|sha256|digest|version)[/._-]/i.test(name)) return undefined
  if (passwords.test(name)) return 'password'
  return keys.test(name) ? 'key' : undefined
}
