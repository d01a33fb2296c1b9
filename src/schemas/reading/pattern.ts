import { RE2JS } from 're2js'
import type { ScalarTest } from '../../engine/schema/schema'

/** Compiled expressions, oldest first; undefined for invalid ones. */
const cache = new Map<string, ScalarTest | undefined>()
const cacheLimit = 2000

/**
 * Tests whether a text contains a match of a regular expression of Go's `regexp`, which Kubernetes and kubeconform use.
 * Takes time proportional to the length of the text. Undefined for an expression that Go does not compile:
 * lookarounds, backreferences, `\Z`, more than 1000 repetitions. Source: https://pkg.go.dev/regexp/syntax
 */
export function patternTest(source: string): ScalarTest | undefined {
  if (cache.has(source)) return cache.get(source)
  const [oldest] = cache.keys()
  if (cache.size >= cacheLimit && oldest !== undefined) cache.delete(oldest)
  const expression = unicodeClassesIn(source).every(isGoClass) ? compile(source) : undefined
  const test: ScalarTest | undefined = expression && {
    expected: `text that matches ${source}`,
    accepts: (data) => typeof data !== 'string' || expression.test(data),
  }
  cache.set(source, test)
  return test
}

/** Go allows the same name for several groups, re2js does not. The names have no effect on what matches. */
function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source)
  } catch (error) {
    const unnamed = String(error).includes('duplicate capture group name')
      ? withoutGroupNames(source)
      : source
    return unnamed === source ? undefined : compile(unnamed)
  }
}

/** A named group, after all forms in which a parenthesis is a literal character. */
const literalOrGroupName = /\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\[:\^?\w+:\]|\\[^]|[^\]\\])*\]|\(\?P?<\w+>/g

const withoutGroupNames = (source: string): string =>
  source.replace(literalOrGroupName, (part) => (part.startsWith('(') ? '(' : part))

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
