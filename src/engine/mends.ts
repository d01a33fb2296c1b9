import { fieldsOf } from './fields'
import type { ProblemFix } from './problem'
import { nearest } from './suggest'
import type { Violation } from './violation'

type Of<Kind extends Violation['kind']> = Violation & { readonly kind: Kind }

const guess = 'Look whether this is what was meant: it is only the nearest that the API knows.'

/** Letters of another case leave no doubt about what was meant; a word that is only near is a guess. */
const certainty = (word: string, meant: string): Pick<ProblemFix, 'safety' | 'note'> =>
  word.toLowerCase() === meant.toLowerCase() ? { safety: 'safe' } : { safety: 'review', note: guess }

/** An unknown field gets the name of the nearest one that is not there yet. */
export function renamed({ path, schema }: Of<'unknown'>): ProblemFix | undefined {
  const name = String(path.at(-1))
  const key = nearest(name, fieldsOf(schema).keys())
  if (key === undefined || key === name) return undefined
  return { title: `Rename to ${key}`, ...certainty(name, key), changes: [{ kind: 'rename', path, key }] }
}

/** A value that is none of those allowed becomes the nearest, or the text that it was meant to be. */
export function respelled({ path, value, allowed = [] }: Of<'value'>, text: string): ProblemFix | undefined {
  if (value.type !== 'scalar') return undefined
  const here = text.slice(value.from, value.to)
  if (typeof value.data !== 'string' && allowed.includes(here)) return quoted(path, here)
  const meant = typeof value.data === 'string' ? nearest(value.data, allowed) : undefined
  if (meant === undefined || typeof value.data !== 'string') return undefined
  const changes = [{ kind: 'set', path, value: meant } as const]
  return { title: `Set to ${meant}`, ...certainty(value.data, meant), changes }
}

const quoted = (path: Violation['path'], value: string): ProblemFix => ({
  title: `Quote ${value}`,
  safety: 'safe',
  changes: [{ kind: 'set', path, value }],
})

/** A scalar that YAML took for something else is quoted, or freed of its quotes. */
export function retyped({ path, value, expected }: Of<'type'>, text: string): ProblemFix | undefined {
  if (value.type !== 'scalar' || value.data === null) return undefined
  const here = text.slice(value.from, value.to)
  if (expected === 'text' && typeof value.data !== 'string') return quoted(path, here)
  if (typeof value.data !== 'string') return undefined
  const meant = plainValue(value.data, expected)
  if (meant === undefined) return undefined
  const changes = [{ kind: 'set', path, value: meant } as const]
  return { title: `Set to ${meant}`, safety: 'safe', changes }
}

/** What a text says when it is read as the type that is wanted: exactly the same characters, or nothing. */
function plainValue(text: string, expected: string): number | boolean | undefined {
  if (expected === 'true or false') return text === 'true' ? true : text === 'false' ? false : undefined
  const isNumber =
    expected === 'a whole number' ? /^-?(?:0|[1-9]\d{0,14})$/ : /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/
  return /number/.test(expected) && isNumber.test(text) && String(Number(text)) === text
    ? Number(text)
    : undefined
}
