import { isPlaceholder } from './placeholder'
import { secretAt, type Secret } from './secret'

/** What the tokens of well-known services look like. A word is looked at up to `longestWord` characters. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['JSON Web Token', /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{10,}$/],
  ['AWS access key', /^(?:AKIA|ASIA)[A-Z0-9]{16}$/],
  ['GitHub token', /^(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,})$/],
  ['GitLab token', /^gl(?:pat|dt|rt|ptt|soat)-[\w-]{20,}$/],
  ['Slack token', /^xox[abeoprs]-[\w-]{10,}$|^xapp-\d-[\w-]{20,}$/],
  ['Google API key', /^AIza[\w-]{35}$/],
  ['Google OAuth token', /^(?:GOCSPX-[\w-]{20,}|ya29\.[\w.-]{20,})$/],
  ['Stripe key', /^(?:[rs]k_(?:live|test)_|whsec_)[A-Za-z0-9]{16,}$/],
  ['npm token', /^npm_[A-Za-z0-9]{36}$/],
  ['PyPI token', /^pypi-[\w-]{50,}$/],
  ['Docker Hub token', /^dckr_pat_[\w-]{20,}$/],
  ['SendGrid key', /^SG\.[\w-]{16,}\.[\w-]{30,}$/],
  ['Vault token', /^hv[sbr]\.[\w-]{20,}$/],
  ['DigitalOcean token', /^do[op]_v1_[a-f0-9]{40,}$/],
  ['API key', /^sk-(?:[a-z]{2,10}-)?[\w-]{20,}$/],
  ['age key', /^AGE-SECRET-KEY-1[A-Z0-9]{40,}$/],
]

const longestWord = 10_000

/** A word, or the escape of a line break, which is not part of the word after it. */
const words = /\\[nrt]|[\w.-]+/g

/** Tokens that can be recognized by their shape alone, wherever they are. */
export function* findTokens(text: string): Generator<Secret> {
  for (const { 0: word, index } of text.matchAll(words)) {
    if (word.length < 16 || word.length > longestWord) continue
    const trimmed = word.replace(/\.{1,3}$/, '')
    const found = shapes.find(([, shape]) => shape.test(trimmed))
    if (found && !/x{6}|X{6}|EXAMPLE/.test(trimmed)) yield secretAt(index, index + trimmed.length, found[0])
  }
  yield* findBearers(text)
  yield* findUrls(text)
}

/** `Authorization: Bearer …`. */
function* findBearers(text: string): Generator<Secret> {
  for (const { 0: all, 1: value = '', index } of text.matchAll(
    /\b(?:bearer|basic)[ \t]{1,3}([\w.~+/-]{16,}={0,2})/gi,
  )) {
    if (!/\d/.test(value.slice(0, longestWord)) || isPlaceholder(value)) continue
    yield secretAt(
      index + all.length - value.length,
      index + all.length,
      'credentials of an Authorization header',
    )
  }
}

/** Addresses with a user name and a password, and the secret addresses of Slack. */
function* findUrls(text: string): Generator<Secret> {
  for (const { 0: all, 1: value = '', index } of text.matchAll(
    /:\/\/[^\s:@/"'<>\\]{0,100}:([^\s@/"'<>\\]{1,200})@/g,
  )) {
    const to = index + all.length - 1
    if (!isPlaceholder(value)) yield secretAt(to - value.length, to, 'password in an address')
  }
  for (const { 0: all, 1: value = '', index } of text.matchAll(
    /hooks\.slack\.com\/services\/(T\w{5,20}\/B\w{5,20}\/\w{16,40})/g,
  ))
    yield secretAt(index + all.length - value.length, index + all.length, 'Slack webhook')
}
