/** `7`, `1,204`. Most numbers need no commas, and asking for them takes Node longer than to read a short manifest. */
export const numberText = (count: number): string =>
  count < 1_000 ? String(count) : count.toLocaleString('en')

/** `1 finding`, `7 findings`, `1,204 findings`; `plural` where an s is not enough. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numberText(count)} ${count === 1 ? noun : plural}`

/** `Deployments`, `NetworkPolicies`, `Ingresses`. */
export const pluralOf = (noun: string): string => {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** A sentence where other words follow it. */
export const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '')
