import { expect, test } from 'vitest'
import adapter from '../conformance/adapter'
import { applyEdits, type TextEdit } from '../engine/model/textEdit'
import { field, isList, isObject, type Json } from '../engine/model/json'
import { writeReportJson } from './reportJson'
import schema from './report.schema.json'
import { fixtures } from './testing/fixtures'
import { reportingOf } from './testing/reportingOf'

const dataOf = async (name: string, withFixes: boolean): Promise<Json> => {
  const { files = [], settings } = fixtures[name] ?? {}
  return JSON.parse(writeReportJson(await reportingOf(files, settings, withFixes)))
}

const listAt = (value: Json | undefined, ...keys: readonly string[]): readonly Json[] => {
  const list = keys.reduce<Json | undefined>((found, key) => field(found, key), value)
  return isList(list) ? list : []
}

const editOf = (edit: Json): TextEdit => ({
  from: Number(field(edit, 'from')),
  to: Number(field(edit, 'to')),
  insert: String(field(edit, 'insert')),
})

test.each(['demo', 'two files', 'broken', 'custom resource'])(
  '%s: the edits of each fix, file by file, remove what they say and give the score that they say',
  async (name) => {
    const { files = [], settings } = fixtures[name] ?? {}
    let fixes = 0
    for (const finding of listAt(await dataOf(name, true), 'findings'))
      for (const fix of listAt(finding, 'fixes', 'offered')) {
        const changed = new Map(
          listAt(fix, 'files').map((file) => [field(file, 'file'), listAt(file, 'edits').map(editOf)]),
        )
        const after = files.map((file) => ({
          ...file,
          text: applyEdits(file.text, changed.get(file.name) ?? []),
        }))
        const { report } = await reportingOf(after, settings)
        const left = report.findings.filter(({ ignored }) => ignored === undefined).map(({ id }) => id)
        expect(left).not.toContain(field(finding, 'id'))
        expect(report.score?.value).toBe(field(fix, 'scoreAfter'))
        fixes += 1
      }
    expect(fixes).toBeGreaterThan(0)
  },
)

test('lines and columns say the same as offsets, in the file itself', async () => {
  for (const { files } of Object.values(fixtures)) {
    const data: Json = JSON.parse(writeReportJson(await reportingOf(files)))
    const offsetOf = (text: string, position: Json | undefined): number => {
      const breaks = [...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)
      return (breaks[Number(field(position, 'line')) - 2] ?? 0) + Number(field(position, 'column')) - 1
    }
    for (const place of listAt(data, 'findings').map((finding) => field(finding, 'place'))) {
      const text = files.find(({ name }) => name === field(place, 'file'))?.text ?? ''
      expect(offsetOf(text, field(place, 'start'))).toBe(field(place, 'from'))
      expect(offsetOf(text, field(place, 'end'))).toBe(field(place, 'to'))
    }
  }
})

test.each(['demo', 'green', 'ignored'])(
  '%s: another program can rebuild what kube-score would say, check by check',
  async (name) => {
    const text = fixtures[name]?.files[0]?.text ?? ''
    const data: Json = JSON.parse(writeReportJson(await reportingOf([{ name: 'a.yaml', text }])))
    const subjects = new Map(
      listAt(data, 'findings').map((finding) => [field(finding, 'id'), field(finding, 'subject')]),
    )
    const rebuilt = listAt(data, 'objects').map((object) => [
      field(object, 'id'),
      listAt(object, 'verdicts').map((verdict) => {
        const skipped = field(verdict, 'skipped') !== undefined
        const named = [
          ...listAt(verdict, 'findings').map((id) => subjects.get(id)),
          ...listAt(verdict, 'notes').map((note) => field(note, 'subject')),
        ].filter((subject) => subject !== undefined)
        return [field(verdict, 'check'), field(verdict, 'grade'), skipped ? 1 : 0, skipped ? [''] : named]
      }),
    ])
    const { objects } = adapter.score(text, ['--kubernetes-version', 'v1.36'])
    const checks = Object.entries(objects).map(([id, object]) => [id, object.checks])
    expect(Object.fromEntries(rebuilt)).toEqual(Object.fromEntries(checks))
  },
)

test('without fixes there is no word of them, and schemas that were added are only named', async () => {
  const data = await dataOf('demo', false)
  expect(listAt(data, 'findings').filter((finding) => field(finding, 'fixes') !== undefined)).toEqual([])
  const added = await reportingOf([], { schemaFiles: [{ name: 'a.json', text: '{"type":"object"}' }] })
  expect(field(JSON.parse(writeReportJson(added)), 'settings')).toEqual({ schemaFiles: ['a.json'] })
})

/** All schemas inside a schema, with their places. */
function* schemasIn(node: Json | undefined, place: string): Generator<readonly [string, Json]> {
  if (node === undefined) return
  yield [place, node]
  for (const key of ['properties', 'definitions']) {
    const members = field(node, key)
    if (isObject(members))
      for (const [name, member] of Object.entries(members))
        yield* schemasIn(member, `${place}/${key}/${name}`)
  }
  for (const key of ['items', 'additionalProperties'])
    if (isObject(field(node, key))) yield* schemasIn(field(node, key), `${place}/${key}`)
}

test('the schema says what every field means, in a sentence, and allows no other', () => {
  const all = [...schemasIn(JSON.parse(JSON.stringify(schema)), '')]
  expect(all.length).toBeGreaterThan(100)
  for (const [place, node] of all) {
    if (field(node, 'type') === 'object')
      expect([place, field(node, 'additionalProperties') ?? true]).not.toEqual([place, true])
    const description = field(node, 'description')
    if (/\/properties\/[^/]+$/.test(place) && field(node, '$ref') === undefined)
      expect([place, description]).toEqual([place, expect.stringMatching(/^\S.*\.$/)])
  }
})

/** The paths of all fields in some data, with indexes and the ids of rules left out. */
function* fieldsIn(value: Json, place: string): Generator<string> {
  if (isList(value)) for (const item of value) yield* fieldsIn(item, `${place}[]`)
  else if (isObject(value))
    for (const [key, member] of Object.entries(value)) {
      const own = place === 'rules' ? 'rules.*' : `${place === '' ? '' : `${place}.`}${key}`
      yield own
      yield* fieldsIn(member, own)
    }
}

test('every field that a finding, an object and a fix can have is written for some text', async () => {
  const seen = new Set<string>()
  for (const name of ['demo', 'two files', 'broken', 'custom resource', 'ignored', 'hostile'])
    for (const own of fieldsIn(await dataOf(name, true), '')) seen.add(own)
  const { finding, object, verdict } = schema.definitions
  for (const key of Object.keys(finding.properties)) expect(seen).toContain(`findings[].${key}`)
  for (const key of Object.keys(object.properties)) expect(seen).toContain(`objects[].${key}`)
  for (const key of Object.keys(verdict.properties)) expect(seen).toContain(`objects[].verdicts[].${key}`)
  for (const key of ['offered', 'refused', 'unfixable', 'ignore'])
    expect(seen).toContain(`findings[].fixes.${key}`)
})
