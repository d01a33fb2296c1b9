import { proposal, review, risky, safe, type Assessment, type Proposal } from '../../engine/findings/remedy'
import type { Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import { listText, shorten } from '../../engine/model/shorten'
import { closest } from '../../engine/schema/didYouMean'
import { removalPath } from '../../engine/schema/misplacedField'
import type { Schema } from '../../engine/schema/schema'
import { fieldsOf, itemSchema } from '../../engine/schema/schemaFields'
import type { ViolationContext, ViolationOf } from '../../engine/schema/violation'
import { toJson } from '../../engine/yaml/toJson'
import { valueAt, type Scalar, type Value } from '../../engine/yaml/value'
import { lostWords, removal } from './lostValues'

/** Sets one value. */
export const setValue = (
  path: Path,
  value: Json,
  assessment: Assessment,
  title = `Set to ${String(value)}`,
): Proposal => proposal(title, assessment, { kind: 'set', path, value })

/** A word that differs only in case leaves no doubt; one that is only close is a guess. */
export const guess = (word: string, meant: string): Assessment =>
  word.toLowerCase() === meant.toLowerCase()
    ? safe('Only the case of the letters changes.')
    : review('Check that this is what you meant.')

/** Up to so many allowed values are offered one by one. */
const choiceLimit = 3

/** A value that is not allowed becomes the closest allowed one, or the text that it was meant to be. */
export function correctValue(
  { path, value, allowed = [], keyword, expected }: ViolationOf<'value'>,
  { root, text }: ViolationContext,
): readonly Proposal[] {
  if (value.type !== 'scalar') return []
  const here = text.slice(value.from, value.to)
  const { data } = value
  if (typeof data !== 'string') return allowed.includes(here) ? [quote(path, here)] : []
  if (keyword === 'format') return correctFormat(path, data, expected, root)
  return chooseWord(path, data, allowed)
}

/** The first of some words with dots that ends like another: `status.podIP` for `spec.podIP`. */
const samePart = (word: string, allowed: readonly string[]): string | undefined => {
  const last = word.slice(word.lastIndexOf('.'))
  return word.includes('.') ? allowed.find((one) => one.endsWith(last)) : undefined
}

/** The allowed word that was meant; where none is close, each of a few. */
export function chooseWord(path: Path, word: string, allowed: readonly string[]): readonly Proposal[] {
  const meant = closest(word, allowed) ?? samePart(word, allowed)
  if (meant !== undefined) return [setValue(path, meant, guess(word, meant))]
  const usual = usualWord(path, allowed)
  const choices = allowed.length > choiceLimit ? [] : allowed
  const former = word === '' ? '' : `It was “${shorten(word, 40)}”. `
  return choices
    .toSorted((left, right) => Number(right === usual) - Number(left === usual))
    .map((one) =>
      setValue(
        path,
        one,
        review(
          one === usual
            ? `${former}${one} is what Kubernetes does by default.`
            : `${former}Choose by what each value does.`,
        ),
      ),
    )
}

/** What Kubernetes does by default, by the name of the field. */
const usualWords: Readonly<Record<string, string>> = {
  restartPolicy: 'Always',
  imagePullPolicy: 'IfNotPresent',
  concurrencyPolicy: 'Allow',
  procMount: 'Default',
  protocol: 'TCP',
  podManagementPolicy: 'OrderedReady',
  sessionAffinity: 'None',
  externalTrafficPolicy: 'Cluster',
  internalTrafficPolicy: 'Cluster',
  terminationMessagePolicy: 'File',
  volumeMode: 'Filesystem',
  failurePolicy: 'Fail',
  matchPolicy: 'Equivalent',
  type: 'RollingUpdate',
}

/** The default of a field, where it is one of the words that are allowed there. */
function usualWord(path: Path, allowed: readonly string[]): string | undefined {
  const field = String(path.at(-1))
  const word = Object.hasOwn(usualWords, field) ? usualWords[field] : undefined
  return word !== undefined && allowed.includes(word) ? word : undefined
}

const quote = (path: Path, value: string): Proposal =>
  setValue(
    path,
    value,
    safe('The text stays the same; the quotes keep it from being read as something else.'),
    `Quote ${value}`,
  )

/** A quantity whose unit is spelled differently, and plain text where base64 is expected. */
function correctFormat(path: Path, data: string, expected: string, root: Value): readonly Proposal[] {
  const [, number = '', letter = '', binary = '', byte] =
    /^([\d.]+) ?([kmgtpe]?)(i?)(b|bytes)?$/i.exec(data.trim()) ?? []
  if (number && expected.includes('quantity')) {
    const isThousandth = letter === 'm' && !binary && !byte
    const unit = isThousandth ? letter : letter.toUpperCase() + binary.toLowerCase()
    return [
      setValue(
        path,
        number + (unit === 'K' ? 'k' : unit),
        review(`It was “${shorten(data)}”. M is 1000 × 1000, Mi is 1024 × 1024.`),
      ),
    ]
  }
  if (path[0] !== 'data' || !expected.includes('base64')) return []
  const target = ['stringData', ...path.slice(1)]
  const note = review('It is not base64, so it must be plain text, which belongs in stringData.')
  const set = { kind: 'set', path: target, value: data } as const
  return [
    proposal('Move to stringData', note, set, { kind: 'remove', path: removalPath(root, path, [target]) }),
  ]
}

/** A value of the wrong type becomes the expected one where it says the same. */
export function correctType(
  { path, value, expected, schema }: ViolationOf<'type'>,
  { root, text }: ViolationContext,
): readonly Proposal[] {
  const { type: wanted = [] } = schema
  const data = value.type === 'scalar' ? value.data : undefined
  if (data === null || data === '')
    return [removal(path, root, '', review('It is empty, so nothing is lost: the default applies.'))]
  if (value.type === 'scalar' && data !== undefined) {
    if (expected === 'text' && typeof data !== 'string')
      return [quote(path, text.slice(value.from, value.to))]
    const meant = typeof data === 'string' ? plainValue(data, expected, path) : undefined
    if (meant !== undefined)
      return [setValue(path, meant, safe('The value stays the same, as the type that the API expects.'))]
  }
  const rewritten = wanted.includes('array')
    ? asList(value, itemSchema(schema) ?? {}, path, text)
    : wanted.includes('object')
      ? asMapping(value, schema)
      : wanted.includes('string')
        ? asText(value, path, root, text)
        : undefined
  if (rewritten === undefined) return []
  const title = `Rewrite ${path.findLast((step) => typeof step === 'string')}`
  const lost = lostWords(writtenWords(value, text), rewritten)
  const note =
    lost.length === 0
      ? review('The content stays the same, but in the expected form. Compare both.')
      : risky(
          `Removes ${listText(
            lost.map((word) => `“${word}”`),
            ' and ',
            3,
          )}, for which the expected form has no place.`,
        )
  const set = { kind: 'set', path, value: rewritten } as const
  // In place of the old value, text would keep the lines of that.
  return [
    typeof rewritten === 'string'
      ? proposal(title, note, { kind: 'remove', path }, set)
      : proposal(title, note, set),
  ]
}

/** All keys and values as they are written, without comments. */
function writtenWords(value: Value, text: string): string {
  if (value.type === 'scalar') return scalarText(value, text)
  const parts =
    value.type === 'sequence'
      ? value.items.map((item) => writtenWords(item, text))
      : [...value.entries].map(([key, entry]) => `${key} ${writtenWords(entry.value, text)}`)
  return parts.join(' ')
}

/** A text read as the expected type: `"80"` → 80, `"yes"` → true; undefined unless it says exactly the same. */
function plainValue(text: string, expected: string, path: Path): number | boolean | undefined {
  if (expected === 'true or false')
    return /^(?:true|yes|on)$/i.test(text) || (/^(?:false|no|off)$/i.test(text) ? false : undefined)
  const digits = String(path.at(-1)).endsWith('Seconds') ? text.replace(/s$/, '') : text
  if (!expected.includes('number') || !/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(digits)) return undefined
  const number = Number(digits)
  const isWhole = Number.isInteger(number)
  return isWhole || (expected === 'a number' && String(number) === digits) ? number : undefined
}

/** A single value as a list with this item; a mapping of names to values as a list of named values. */
function asList(value: Value, items: Schema, path: Path, text: string): Json | undefined {
  if (value.type === 'sequence') return undefined
  const fields = fieldsOf(items)
  if (value.type === 'scalar') {
    const item = fields.size > 0 ? asMapping(value, items) : scalarText(value, text)
    if (typeof item !== 'string' || !/^(?:command|args)$/.test(String(path.at(-1)))) return item && [item]
    // A command is not a shell line: its words are separate items, unless only a shell can split them.
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

/** With more fields than these, a single value does not show which of them it is. */
const fieldLimit = 5

/** A list of mappings as one mapping; `A=b` as name and value, a number as a port, a name as a reference. */
function asMapping(value: Value, schema: Schema): Json | undefined {
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

/** A mapping inside a map of texts, as its own text: the file of a ConfigMap whose key lacks the `|`. */
function asText({ from, to }: Value, path: Path, root: Value, text: string): string | undefined {
  const owner = valueAt(root, path.slice(0, -1))
  const entry = owner?.type === 'mapping' ? owner.entries.get(String(path.at(-1))) : undefined
  if (!entry || !/^(?:data|annotations)$/.test(String(path.at(-2)))) return undefined
  const content = text
    .slice(entry.keyTo, to)
    .replace(/^:(?:[ \t]*\n|[ \t]+)/, '')
    .trimEnd()
  // As text, an alias or an anchor would lose its meaning.
  if (from < entry.keyTo || /(?:^|\s)[*&]\w/.test(content)) return undefined
  const indent = /^ */.exec(content)?.[0] ?? ''
  return `${content.replaceAll(`\n${indent}`, '\n').trimStart()}\n`
}
