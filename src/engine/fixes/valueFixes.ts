import { fieldsOf, itemSchema } from '../schema/schemaFields'
import { removalPath } from '../schema/misplacedField'
import { toJson } from '../yaml/toJson'
import type { ProblemFix } from '../model/problem'
import type { Schema } from '../schema/schema'
import { closest } from '../schema/didYouMean'
import { valueAt, type Scalar, type Value } from '../yaml/value'
import type { Of, Around } from '../schema/violation'
import type { Path } from '../model/path'
import type { Json } from '../model/json'
import type { Change } from '../model/change'
/** A fix; without a note there is no doubt about it. */
export const fixOf = (
  title: string,
  note: string | undefined,
  ...changes: readonly Change[]
): ProblemFix => ({
  title,
  ...(note === undefined ? { safety: 'safe' } : { safety: 'review', note }),
  changes,
})

export const setting = (
  path: Path,
  value: Json,
  note?: string,
  title = `Set to ${String(value)}`,
): ProblemFix => fixOf(title, note, { kind: 'set', path, value })

export const removing = (path: Path, note: string): ProblemFix =>
  fixOf(`Remove ${path.at(-1)}`, note, { kind: 'remove', path })

/** Letters of another case leave no doubt about what was meant; a word that is only near is a guess. */
export const doubtOf = (word: string, meant: string): string | undefined =>
  word.toLowerCase() === meant.toLowerCase() ? undefined : 'Look whether this is what was meant.'

/** So few values are offered one by one. */
const choiceLimit = 3

/** A value that is none of those allowed becomes the nearest, or the text that it was meant to be. */
export function respelled(
  { path, value, allowed = [], keyword, expected }: Of<'value'>,
  { root, text }: Around,
): readonly ProblemFix[] {
  if (value.type !== 'scalar') return []
  const here = text.slice(value.from, value.to)
  const { data } = value
  if (typeof data !== 'string') return allowed.includes(here) ? [quoted(path, here)] : []
  if (keyword === 'format') return reformatted(path, data, expected, root)
  const meant = closest(data, allowed)
  if (meant !== undefined) return [setting(path, meant, doubtOf(data, meant))]
  const choices = allowed.length > choiceLimit ? [] : allowed
  return choices.map((one) => setting(path, one, 'Choose by what each value does.'))
}

const quoted = (path: Path, value: string): ProblemFix => setting(path, value, undefined, `Quote ${value}`)

/** An amount with a unit in other letters, and what stands where base64 is wanted. */
function reformatted(path: Path, data: string, expected: string, root: Value): readonly ProblemFix[] {
  const [, number = '', letter = '', binary = '', byte] =
    /^([\d.]+) ?([kmgtpe]?)(i?)(b|bytes)?$/i.exec(data.trim()) ?? []
  if (number && expected.includes('quantity')) {
    const isThousandth = letter === 'm' && !binary && !byte
    const unit = isThousandth ? letter : letter.toUpperCase() + binary.toLowerCase()
    return [setting(path, number + (unit === 'K' ? 'k' : unit), 'M is 1000 × 1000, Mi is 1024 × 1024.')]
  }
  if (path[0] !== 'data' || !expected.includes('base64')) return []
  const place = ['stringData', ...path.slice(1)]
  const note = 'It is no base64, so it must be the plain text, which belongs in stringData.'
  const put = { kind: 'set', path: place, value: data } as const
  return [fixOf('Move to stringData', note, put, { kind: 'remove', path: removalPath(root, path, [place]) })]
}

/** A value of the wrong type is read as what is wanted, where it says that too. */
export function retyped(
  { path, value, expected, schema }: Of<'type'>,
  { root, text }: Around,
): readonly ProblemFix[] {
  const { type: wanted = [] } = schema
  const data = value.type === 'scalar' ? value.data : undefined
  if (data === null || data === '') return [removing(path, 'Nothing is said there. Its default counts then.')]
  if (value.type === 'scalar' && data !== undefined) {
    if (expected === 'text' && typeof data !== 'string')
      return [quoted(path, text.slice(value.from, value.to))]
    const meant = typeof data === 'string' ? plainValue(data, expected, path) : undefined
    if (meant !== undefined) return [setting(path, meant)]
  }
  const formed = wanted.includes('array')
    ? listed(value, itemSchema(schema) ?? {}, path, text)
    : wanted.includes('object')
      ? mapped(value, schema)
      : wanted.includes('string')
        ? written(value, path, root, text)
        : undefined
  if (formed === undefined) return []
  const title = `Rewrite ${path.findLast((step) => typeof step === 'string')}`
  const note = 'The content stays, its form becomes the one that is wanted. Look at both.'
  const put = { kind: 'set', path, value: formed } as const
  // Laid over the old value, text would keep to the lines of that.
  return [
    typeof formed === 'string' ? fixOf(title, note, { kind: 'remove', path }, put) : fixOf(title, note, put),
  ]
}

/** What a text says when it is read as the type that is wanted: exactly the same, or nothing. */
function plainValue(text: string, expected: string, path: Path): number | boolean | undefined {
  if (expected === 'true or false')
    return /^(?:true|yes|on)$/i.test(text) || (/^(?:false|no|off)$/i.test(text) ? false : undefined)
  const digits = String(path.at(-1)).endsWith('Seconds') ? text.replace(/s$/, '') : text
  if (!expected.includes('number') || !/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(digits)) return undefined
  const number = Number(digits)
  const isWhole = Number.isInteger(number)
  return isWhole || (expected === 'a number' && String(number) === digits) ? number : undefined
}

/** A single value as a list of it; names with their values as a list of named values. */
function listed(value: Value, items: Schema, path: Path, text: string): Json | undefined {
  if (value.type === 'sequence') return undefined
  const fields = fieldsOf(items)
  if (value.type === 'scalar') {
    const item = fields.size > 0 ? mapped(value, items) : scalarText(value, text)
    if (typeof item !== 'string' || !/^(?:command|args)$/.test(String(path.at(-1)))) return item && [item]
    // It is no line of a shell: its words are taken apart, unless only a shell can do that.
    if (/^[\w@%+=:,./\s-]+$/.test(item)) return item.trim().split(/\s+/)
    return path.at(-1) === 'command' ? ['sh', '-c', item] : undefined
  }
  const whole = toJson(value)
  const keys = [...value.entries.keys()]
  if (whole === undefined || keys.every((key) => fields.has(key))) return whole && [whole]
  const list = [...value.entries].map(([name, { value: child }]): Json | undefined => {
    if (child.type === 'mapping') return { name, ...(toJson(child) as object) }
    return child.type === 'scalar' && fields.has('value')
      ? { name, value: scalarText(child, text) }
      : undefined
  })
  return fields.has('name') && !list.includes(undefined) ? (list as readonly Json[]) : undefined
}

const scalarText = ({ data, from, to }: Scalar, text: string): string =>
  typeof data === 'string' ? data : text.slice(from, to)

/** With more fields than these, a single value does not tell which of them it is. */
const fieldLimit = 5

/** A list of mappings as one; `A=b` as a name and a value, a number as a port, a name as a reference. */
function mapped(value: Value, schema: Schema): Json | undefined {
  const fields = fieldsOf(schema)
  if (value.type === 'sequence') {
    const keys = value.items.flatMap((item) =>
      item.type === 'mapping' ? [...item.entries.keys()] : ['', ''],
    )
    const parts = new Set(keys).size === keys.length ? toJson(value) : undefined
    return parts && Object.assign({}, ...(parts as readonly Json[]))
  }
  if (value.type !== 'scalar') return undefined
  const data = String(value.data)
  const [, name, content] = /^([\w.-]+)=(.*)$/s.exec(data) ?? []
  if (name !== undefined && content !== undefined && fields.has('value')) return { name, value: content }
  const port = ['containerPort', 'port'].find((field) => fields.has(field))
  const [, number] = /^(?:\d+:)?(\d{1,5})$/.exec(data) ?? []
  if (port && number) return { [port]: Number(number) }
  const { required: [field, ...others] = ['name'] } = schema
  const isTelling = others.length === 0 && fields.size <= fieldLimit && typeof value.data === 'string'
  return field && isTelling && fields.get(field)?.type?.[0] === 'string' ? { [field]: data } : undefined
}

/** What stands in a mapping of texts, as a text: the file of a ConfigMap whose key lacks the stroke behind it. */
function written({ from, to }: Value, path: Path, root: Value, text: string): string | undefined {
  const owner = valueAt(root, path.slice(0, -1))
  const entry = owner?.type === 'mapping' ? owner.entries.get(String(path.at(-1))) : undefined
  if (!entry || !/^(?:data|annotations)$/.test(String(path.at(-2)))) return undefined
  const content = text
    .slice(entry.keyTo, to)
    .replace(/^:(?:[ \t]*\n|[ \t]+)/, '')
    .trimEnd()
  // An alias, or an anchor, is none in a text.
  if (from < entry.keyTo || /(?:^|\s)[*&]\w/.test(content)) return undefined
  const indent = /^ */.exec(content)?.[0] ?? ''
  return `${content.replaceAll(`\n${indent}`, '\n').trimStart()}\n`
}
