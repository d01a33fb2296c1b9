import { field, isObject, isText } from '../../engine/model/json'
import type { LocatedDocument } from '../../engine/objects/documentCache'
import { locateObjects, valueOf } from '../../engine/objects/locatedObjects'
import { valueAt, type Scalar, type Value } from '../../engine/yaml/value'
import { decodeBase64 } from '../../kubernetes/base64'
import { isBlank } from './placeholder'
import { redacted, redactedBase64, secretAt, withValue, type Secret } from './secret'

/** So many values are looked for one by one; each of them is searched for in the whole annotation. */
const searchedValues = 200

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'

/** The values of Secrets, and their copy in the annotation that `kubectl apply` writes. */
export function* findSecretObjects(text: string, documents: readonly LocatedDocument[]): Generator<Secret> {
  for (const located of locateObjects(documents)) {
    const { object, document } = located
    const root = valueOf(located)
    if (object.kind !== 'Secret' || !root) continue
    const start = document.range.from
    const title = `Secret ${secretName(root)}`
    for (const section of ['data', 'stringData'] as const)
      for (const [key, value] of scalarsOf(valueAt(root, [section])))
        yield* secretValue(text, start, value, `${section} of ${title}, key ${key}`, section)
    const annotation = valueAt(root, ['metadata', 'annotations', lastApplied])
    if (annotation?.type === 'scalar') yield* appliedValues(text, start, annotation, title)
  }
  for (const { reading, range, text: source } of documents)
    if (reading.document.status === 'broken') yield* secretLines(source, range.from)
}

const secretName = (root: Value): string => {
  const [namespace, name] = ['namespace', 'name'].map((key) => {
    const value = valueAt(root, ['metadata', key])
    return value?.type === 'scalar' && typeof value.data === 'string' ? value.data.slice(0, 100) : ''
  })
  return `${namespace ? `${namespace}/` : ''}${name || '(unnamed)'}`
}

function* scalarsOf(value: Value | undefined): Generator<readonly [key: string, value: Scalar]> {
  if (value?.type !== 'mapping') return
  for (const [key, entry] of value.entries) if (entry.value.type === 'scalar') yield [key, entry.value]
}

function* secretValue(
  text: string,
  start: number,
  { from, to, data }: Scalar,
  what: string,
  section: 'data' | 'stringData',
): Generator<Secret> {
  if (data === null || from === to) return
  const value = String(data)
  const content = section === 'data' ? (decodeBase64(value) ?? value) : value
  if (isBlank(value) || isBlank(content) || isPublic(content)) return
  const blank = section === 'data' ? redactedBase64 : redacted
  yield secretAt(start + from, start + to, what, withValue(text.slice(start + from, start + to), blank))
}

/** Whether it is a certificate without its key. */
const isPublic = (content: string): boolean =>
  content.trimStart().startsWith('-----BEGIN CERTIFICATE-----') && !content.includes('PRIVATE KEY')

/**
 * The values in the JSON of the annotation. Where one cannot be found in the source, or there are very many, the whole
 * annotation is the secret.
 */
function* appliedValues(text: string, start: number, annotation: Scalar, title: string): Generator<Secret> {
  const from = start + annotation.from
  const source = text.slice(from, start + annotation.to)
  const what = `annotation ${lastApplied} of ${title}`
  const values = valuesOfJson(String(annotation.data))
  // base64 is the same in every style of YAML; anything else may be escaped, and then the whole annotation is blanked.
  const places = values.length > searchedValues ? [] : values.map((value) => placesOf(source, value))
  if (values.length > searchedValues || places.some(({ length }) => length === 0)) {
    yield secretAt(from, start + annotation.to, what, withValue(source, '{}'))
    return
  }
  for (const { at, length } of places.flat())
    yield secretAt(from + at, from + at + length, what, redactedBase64)
}

type Place = { readonly at: number; readonly length: number }

/** Where a value stands in JSON, whose quotes may be escaped. A key is no value. */
function placesOf(source: string, value: string): readonly Place[] {
  const places: Place[] = []
  for (let at = source.indexOf(`"${value}`); at >= 0; at = source.indexOf(`"${value}`, at + 1)) {
    const after = source.slice(at + 1 + value.length, at + value.length + 9)
    if (/^\\?"\s*[,}]/.test(after)) places.push({ at: at + 1, length: value.length })
  }
  return places
}

/** The different secrets in the JSON of a Secret, as they are written in it; none in other text. */
function valuesOfJson(json: string): readonly string[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    return []
  }
  const values = ['data', 'stringData']
    .map((name) => field(parsed, name))
    .flatMap((fields) => (isObject(fields) ? Object.values(fields) : []))
    .filter(isText)
    .filter((value) => !isBlank(value))
  return [...new Set(values)].map((value) => JSON.stringify(value).slice(1, -1))
}

/** The values of a Secret that is no valid YAML, line by line. */
function* secretLines(source: string, start: number): Generator<Secret> {
  if (!/^kind:[ \t]*["']?Secret\b/m.test(source)) return
  let section: 'data' | 'stringData' | undefined
  let keyIndent: number | undefined
  for (const { 0: line, index } of source.matchAll(/[^\r\n]+/g)) {
    const indent = line.length - line.trimStart().length
    if (line.startsWith('#', indent)) continue
    if (indent === 0) {
      const name = /^(data|stringData):/.exec(line)?.[1]
      section = name === 'data' || name === 'stringData' ? name : undefined
      keyIndent = undefined
      continue
    }
    if (section === undefined) continue
    keyIndent ??= indent
    // A line that is indented deeper continues the value of the key above it.
    const head = indent > keyIndent ? '' : (/^[ \t]*[^:]{1,253}:[ \t]+/.exec(line)?.[0] ?? '')
    const value = line.slice(head.length || indent).trimEnd()
    const from = start + index + (head.length || indent)
    const content = value.replace(/^["']|["']$/g, '')
    if (value === '' || /^[|>&*!]/.test(value) || isBlank(content)) continue
    const blank = section === 'data' ? redactedBase64 : redacted
    yield secretAt(from, from + value.length, `${section} of a Secret`, withValue(value, blank))
  }
}
