import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checks } from '../checks'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { jsonPlaces } from './jsonPlaces'
import { readSettings, writeSettings } from './settingsFile'

const ids = checks.map(({ id }) => id)

const changed: Settings = {
  ...defaultSettings,
  kubernetesVersion: '1.30',
  strict: false,
  skipKinds: ['Secret', 'apps/v1/Deployment'],
  ignoredChecks: ['service-type'],
  minReplicasHpa: 3,
  moreIsElsewhere: true,
  schemaFiles: [{ name: 'widget_v1.json', text: '{"type": "object"}\n' }],
}

test.each([
  ['the defaults', defaultSettings],
  ['changed settings', changed],
])('%s survive', (_, settings) => {
  expect(readSettings(writeSettings(settings), ids)).toEqual({ settings, problems: [] })
})

test('only what differs is written, in the order of the list', () => {
  expect(writeSettings(defaultSettings)).toBe('{}\n')
  expect(writeSettings({ ...defaultSettings, minReplicasHpa: 1, strict: false })).toBe(
    '{\n  "strict": false,\n  "minReplicasHpa": 1\n}\n',
  )
})

test('a byte order mark and CRLF are read', () => {
  expect(readSettings('\ufeff{\r\n"strict": false,\r\n"a": 1\r\n}')).toEqual({
    settings: { ...defaultSettings, strict: false },
    problems: [{ message: '“a” is not a setting.', line: 3 }],
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['', 1, 'The file is empty.'],
    [' \n', 2, 'The file is empty.'],
    ['{\n  "strict": false', 2, 'The file is not valid JSON: it ends too early.'],
    ['{\n  "strict": no\n}', 2, 'The file is not valid JSON: there is a syntax error in this line.'],
    ['strict: false', 1, 'The file is not valid JSON: there is a syntax error in this line.'],
    ['[]', 1, 'The file must be a JSON object, such as {"strict": false}.'],
    ['null', 1, 'The file must be a JSON object, such as {"strict": false}.'],
  ])('%j', (text, line, message) => {
    expect(readSettings(text)).toEqual({ settings: undefined, problems: [{ message, line }] })
  })
})

test.each<[member: string, problem: string, line: number, kept: Partial<Settings>]>([
  ['"strikt": true', '“strikt” is not a setting; did you mean “strict”?', 2, {}],
  ['"__proto__": {"strict": false}', '“__proto__” is not a setting.', 2, {}],
  ['"strict": "no"', '“strict” must be true or false, not "no".', 2, {}],
  ['"minReplicasHpa": -1', '“minReplicasHpa” must be a whole number from 0 to 1,000,000, not -1.', 2, {}],
  [
    '"kubernetesVersion": "1.2"',
    '“kubernetesVersion” must be a version from "1.25" to "1.37", not "1.2".',
    2,
    {},
  ],
  [
    '"kubernetesVersion": 1.3',
    '“kubernetesVersion” must be a version from "1.25" to "1.37", not 1.3.',
    2,
    {},
  ],
  [
    '"skipKinds": [\n"Secret",\n1\n]',
    '“skipKinds” must be a list of kinds, such as ["Secret", "apps/v1/Deployment"], not ["Secret",1].',
    4,
    {},
  ],
  [
    '"ignoredChecks": [\n"service-type",\n"service-typo"\n]',
    '“ignoredChecks” names “service-typo”, which is not a check; did you mean “service-type”?',
    4,
    { ignoredChecks: ['service-type'] },
  ],
  [
    '"schemaFiles": [{"name": "a"}]',
    '“schemaFiles” must be a list of files, such as [{"name": "widget_v1.json", "text": "{}"}], not [{"name":"a"}].',
    2,
    {},
  ],
])('%s is left out and named', (member, message, line, kept) => {
  const text = `{\n${member},\n"moreIsElsewhere": true\n}`
  expect(readSettings(text, ids)).toEqual({
    settings: { ...defaultSettings, moreIsElsewhere: true, ...kept },
    problems: [{ message, line }],
  })
})

test('problems are in the order of the file, and one does not hide another', () => {
  const { settings, problems } = readSettings('{"b": 1,\n"strict": 0,\n"minReplicasHpa": 4,\n"a": 1}')
  expect(settings).toEqual({ ...defaultSettings, minReplicasHpa: 4 })
  expect(problems.map(({ line }) => line)).toEqual([1, 2, 4])
})

test('without the list of checks, every id counts as that of a check', () => {
  expect(readSettings('{"disabledChecks": ["of-tomorrow"]}').settings?.disabledChecks).toEqual([
    'of-tomorrow',
  ])
})

test('every text has an answer, and what is read is valid', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => `{"strict": ${json}}`),
      ),
      (text) => {
        const { settings, problems } = readSettings(text, ids)
        expect(settings !== undefined || problems.length > 0).toBe(true)
        if (settings) expect(readSettings(writeSettings(settings), ids)).toEqual({ settings, problems: [] })
      },
    ),
  )
})

test('the places in a JSON text', () => {
  const json = '{"a": [1, {"b/c": "}\\""}],\n "d": {"e": []}, "a": null}'
  expect(Object.fromEntries(jsonPlaces(json))).toEqual({
    '/a': json.lastIndexOf('"a"'),
    '/a/0': json.indexOf('1'),
    '/a/1': json.indexOf('{"b'),
    '/a/1/b~1c': json.indexOf('"b/c"'),
    '/d': json.indexOf('"d"'),
    '/d/e': json.indexOf('"e"'),
  })
  expect([...jsonPlaces('[[2]]').keys()]).toEqual(['/0', '/0/0'])
})
