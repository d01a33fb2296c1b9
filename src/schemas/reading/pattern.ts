import { RE2JS } from 're2js'
import type { ScalarTest } from '../../engine/schema/schema'

/** Compiled expressions, the earliest first. */
const remembered = new Map<string, ScalarTest | undefined>()
const rememberedLimit = 2000

/**
 * Whether a text matches a regular expression somewhere, as Go's `regexp` has it: Kubernetes and kubeconform both use
 * that engine. It takes time proportional to the text, whatever the expression. Undefined when Go refuses the
 * expression (looking around, referring back, `\Z`, more than 1000 repetitions). Source: https://pkg.go.dev/regexp/syntax
 */
export function patternTest(source: string): ScalarTest | undefined {
  if (remembered.has(source)) return remembered.get(source)
  const [earliest] = remembered.keys()
  if (remembered.size >= rememberedLimit && earliest !== undefined) remembered.delete(earliest)
  const expression = classesOf(source).every(isKnownToGo) ? compiled(source) : undefined
  const test: ScalarTest | undefined = expression && {
    expected: `text that matches ${source}`,
    accepts: (data) => typeof data !== 'string' || expression.test(data),
  }
  remembered.set(source, test)
  return test
}

/** Go takes one name for several groups, re2js does not; nobody asks for the groups here. */
function compiled(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source)
  } catch (error) {
    const bare = String(error).includes('duplicate capture group name') ? withoutNames(source) : source
    return bare === source ? undefined : compiled(bare)
  }
}

/** The names of groups, behind everything in which a parenthesis stands for itself. */
const names = /\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\[:\^?\w+:\]|\\[^]|[^\]\\])*\]|\(\?P?<\w+>/g

const withoutNames = (source: string): string =>
  source.replace(names, (part) => (part.startsWith('(') ? '(' : part))

const classesOf = (source: string): readonly string[] =>
  [...source.matchAll(/\\Q[^]*?(?:\\E|$)|\\[pP]\{\^?(\w+)\}|\\[^]/g)].flatMap(([, name]) => name ?? [])

/** re2js also takes properties that are neither a category nor a script (`\p{Emoji}`). */
function isKnownToGo(name: string): boolean {
  if (/^(?:Any|Assigned|[A-Z][a-z]?|LC)$/.test(name)) return true
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u').source !== ''
  } catch {
    return false
  }
}
