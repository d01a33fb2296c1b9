import { redacted, redactedBase64 } from './secret'

/** Words that people write where a secret would be. */
const examples =
  /^(?:change[-_ ]?(?:me|it|this)|re(?:place|dact)\w{0,10}|todo|tbd|fixme|dummy|placeholder|example|sample|test|none|null|nil|undefined|true|false|yes|no|empty|optional|required|string|value|secret|password|passwd|token|default|disabled|enabled)[-_.!]{0,9}$/i

/** Text that names a secret or says where it is: `db-password`, `/run/secrets/token`, `vault:secret/db`, `token.txt`. */
const references = [
  /^(?:[a-z]{1,20}[-_./])*[a-z]{0,20}(?:password|passwd|secret|token|credential|key)s?(?:[-_./][a-z]{1,20})*$/i,
  /^(?:\.{0,2}\/|[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@]*$|(?:vault|ref\+\w{1,20}|env|file|arn|sm|ssm):)/i,
  /\.(?:txt|pem|key|crt|json|ya?ml|conf|env|pub|p12|jks)$/i,
]

/** What a template or a shell fills in. */
const fillIn = /^(?:\$|\{\{|%[({]|<|\[\[|__|@@)|\{\{|\$[({]/

/** Whether a value is empty, blanked already, or filled in by a template or a shell. */
export const isBlank = (value: string): boolean => {
  const text = value.slice(0, 300).trim()
  return text === '' || text.includes(redacted) || text === redactedBase64 || fillIn.test(text)
}

/** Whether a value only stands for a secret, or names one. */
export function isPlaceholder(value: string): boolean {
  const text = value.slice(0, 300).trim()
  if (isBlank(text)) return true
  if (/^(.)\1*$/.test(text) || /^(?:your|my|the|some|insert|enter|put|add)[-_ ]/i.test(text)) return true
  return (
    examples.test(text) || /^[x*.…-]{3,300}$/i.test(text) || references.some((pattern) => pattern.test(text))
  )
}

/** Whether a value looks like it was drawn at random, as keys and tokens are: `x7Kq29fLmZ0aB`. */
export function isRandom(value: string): boolean {
  const text = value.slice(0, 300)
  if (text.length < 12 || /\s/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text)) return false
  // Versions, dates, host names and words with a number at the end.
  if (/^[a-z]+(?:[-_.][a-z]+){0,9}[-_.]?v?\d{0,4}$/i.test(text) || /^v?\d{1,4}(?:[.:-]\d{1,4}){2}/.test(text))
    return false
  return bitsOfEach(text) >= 2.8
}

/** Shannon's entropy, in bits of each character: 0 for `aaaa`, 2 for `abcd`, about 4.5 for 32 random letters and digits. */
function bitsOfEach(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
