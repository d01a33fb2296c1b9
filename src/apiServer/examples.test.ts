import { expect, test } from 'vitest'
import { validateObject } from '../engine/findings/validateObject'
import { defaultSettings } from '../engine/model/settings'
import { DocumentCache } from '../engine/objects/documentCache'
import { locateObjects, type LocatedObject, valueOf } from '../engine/objects/locatedObjects'
import { SchemaCache } from '../engine/schema/schemaLookup'
import { minorOf } from '../kubernetes/version'
import { decodedObject } from '../rules/apiServer/decodedObject'
import { locate, locateKey } from '../engine/yaml/value'
import { catalog } from '../schemas'
import { admitObject } from './admit'
import type { ServerFinding } from './answer'
import { placesA } from './testing/examplePlacesA'
import { placesB } from './testing/examplePlacesB'

const files = import.meta.glob<string>('../rules/apiServer/*/{bad,good}.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const examples = Object.entries(files).map(([path, text]) => {
  const [rule = '', file = ''] = path.split('/').slice(-2)
  return { rule, file, text }
})
const bad = new Map(examples.flatMap(({ rule, file, text }) => (file === 'bad.yaml' ? [[rule, text]] : [])))

const minor = minorOf(defaultSettings.kubernetesVersion)

const objectsOf = (text: string): readonly LocatedObject[] => locateObjects(new DocumentCache().read(text))

/** What the API server says about the objects of a text. It says some things twice, of two of its own fields. */
const said = (text: string) =>
  objectsOf(text).flatMap((located) => {
    const value = valueOf(located)
    const decoded = value && decodedObject(located.object, value)
    const answer = decoded && admitObject(decoded, minor)
    if (!value || !answer) throw new Error(`The API server does not know the object ${located.id}`)
    const findings = [...answer.causes, ...answer.warnings, ...answer.dropped]
    const keyOf = ({ rule, place, message }: ServerFinding): string =>
      JSON.stringify([rule, place.path, message])
    return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()].map((finding) => ({
      finding,
      value,
    }))
  })

test.each(examples)('the $file of $rule is valid against the schema', ({ text }) => {
  const located = objectsOf(text)
  const schemas = new SchemaCache({ schemas: catalog }).lookup(located, defaultSettings)
  const answers = located.map((one) => {
    const value = valueOf(one)
    const { text: document, reading } = one.document
    const around = value && { value, text: document, problems: reading.problems }
    return around && validateObject(one.object, around, schemas, catalog, defaultSettings)
  })
  expect(answers).not.toEqual([])
  expect(answers).toEqual(answers.map(() => expect.objectContaining({ status: 'valid', diagnostics: [] })))
})

test.each(examples)(
  'the API server finds in the $file of $rule only what it shows',
  ({ rule, file, text }) => {
    expect(said(text).map(({ finding }) => finding.rule)).toEqual(file === 'bad.yaml' ? [rule] : [])
  },
)

test('every rule with a bad example has a good one', () => {
  const good = examples.filter(({ file }) => file === 'good.yaml').map(({ rule }) => rule)
  expect([...bad.keys()]).toEqual(good)
})

const places = [...placesA, ...placesB]

test('every bad example has its place', () => {
  expect(places.map(([rule]) => rule).toSorted()).toEqual([...bad.keys()].toSorted())
})

const marks = places.map(([rule, text, line, part]) => ({ rule, text, line, part }))

test.each(marks)(
  'the bad example of $rule is marked at $text in line $line',
  ({ rule, text, line, part }) => {
    const example = bad.get(rule) ?? ''
    const marked = said(example).map(({ finding, value }) => {
      const { range } = (part === 'key' ? locateKey : locate)(value, finding.place.path)
      const to = part === 'start' ? range.from + text.length : range.to
      return [example.slice(range.from, to), example.slice(0, range.from).split('\n').length]
    })
    expect(marked).toEqual([[text, line]])
  },
)
