import { RE2JS } from 're2js'
import type { ScalarTest } from '../../engine/schema/schema'
import { shorten } from '../../engine/model/shorten'
import { patternParts, patternSize } from './patternParts'

/** Compiled expressions, oldest first; undefined for invalid ones. */
const cache = new Map<string, RE2JS | undefined>()
const cacheLimit = 2000

/** Larger expressions are not compiled. Those of known projects have some thousand instructions at most. */
const sizeLimit = 50_000

/**
 * Tests whether a text contains a match of a regular expression of Go's `regexp`, which Kubernetes and kubeconform use.
 * Takes time proportional to the length of the text. Undefined for an expression that Go does not compile:
 * lookarounds, backreferences, `\Z`, more than 1000 repetitions. Source: https://pkg.go.dev/regexp/syntax
 */
export const patternTest = (source: string): ScalarTest | undefined =>
  compiled(source) && patternTestOnDemand(source)

/** The same for an expression that is compiled when it is first needed. One that Go does not compile accepts any text. */
export const patternTestOnDemand = (source: string): ScalarTest => ({
  expected: `text that matches ${shorten(source)}`,
  accepts: (data) => typeof data !== 'string' || (compiled(source)?.test(data) ?? true),
  size: Math.min(sizeLimit, patternSize(source)),
})

function compiled(source: string): RE2JS | undefined {
  if (cache.has(source)) return cache.get(source)
  const [oldest] = cache.keys()
  if (cache.size >= cacheLimit && oldest !== undefined) cache.delete(oldest)
  const isUsable = patternSize(source) <= sizeLimit && unicodeClassesIn(source).every(isGoClass)
  const expression = isUsable ? compile(source) : undefined
  cache.set(source, expression)
  return expression
}

/** Go allows the same name for several groups, re2js does not. The names have no effect on what matches. */
function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source)
  } catch (error) {
    const unnamed = String(error).includes('duplicate capture group name')
      ? [...patternParts(source)].map(({ text }) => (text.startsWith('(') ? '(' : text)).join('')
      : source
    return unnamed === source ? undefined : compile(unnamed)
  }
}

/** The names of Unicode classes: `Greek` in `\p{Greek}`. */
const unicodeClassesIn = (source: string): readonly string[] =>
  [...source.matchAll(/\\Q[^]*?(?:\\E|$)|\\[pP]\{\^?(\w+)\}|\\[^]/g)].flatMap(([, name]) => name ?? [])

/** Go only knows categories and scripts, re2js also other properties, such as `\p{Emoji}`. */
function isGoClass(name: string): boolean {
  if (/^(?:Any|Assigned|[A-Z][a-z]?|LC)$/.test(name)) return true
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u').source !== ''
  } catch {
    return false
  }
}
