import { expect, test } from 'vitest'
import { checklist, checks } from '../../checks'
import { syntax } from '../../rules/syntax'
import { readDocument } from './readDocument'
import { createEngine } from '../report/engine'
import type { Report } from '../model/report'
import { defaultSettings } from '../model/settings'
import { valueAt } from './value'
import { pathText } from '../model/path'

const engine = createEngine({ sources: [syntax, checklist] })

const report = (text: string): Report => engine.evaluate(text, defaultSettings)

const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\n`

const names = (text: string) => report(text).objects.map(({ kind, name }) => `${kind} ${name}`)

/** The rule and the very text of everything found while reading. */
const faults = (text: string) =>
  report(text)
    .findings.filter(({ rule }) => !checks.some(({ id }) => id === rule))
    .map(({ rule, range }) => `${rule}: ${text.slice(range.from, range.to)}`)

test.each([
  ['three dashes', `${pod('a')}---\n${pod('b')}`],
  ['a blank behind', `${pod('a')}--- \n${pod('b')}`],
  ['a tab behind', `${pod('a')}---\t\n${pod('b')}`],
  ['a comment behind', `${pod('a')}--- # next\n${pod('b')}`],
  ['dots', `${pod('a')}...\n${pod('b')}`],
  ['dots and dashes', `${pod('a')}...\n---\n${pod('b')}`],
  ['CRLF', `${pod('a')}---\n${pod('b')}`.replaceAll('\n', '\r\n')],
  ['lone CR', `${pod('a')}---\n${pod('b')}`.replaceAll('\n', '\r')],
  ['dashes first and last', `---\n${pod('a')}---\n---\n${pod('b')}---`],
  ['a byte-order mark', `\uFEFF---\n${pod('a')}---\n${pod('b')}`],
  ['a byte-order mark in the middle', `${pod('a')}---\n${pod('b')}`.replace('---', '\uFEFF---')],
  ['a byte-order mark below the dashes', `${pod('a')}--- # b\r\n\uFEFF${pod('b')}`],
  [
    'a byte-order mark before JSON',
    `${pod('a')}---\n\uFEFF{"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}}`,
  ],
  ['comments only in between', `${pod('a')}---\n# nothing here\n---\n${pod('b')}`],
  ['content on the line of the dashes', `${pod('a')}--- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n`],
  [
    'a List',
    `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n- null\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n`,
  ],
  [
    'a List in a List',
    `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items: [{apiVersion: v1, kind: Pod, metadata: {name: a}}]\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n`,
  ],
  [
    'a typed list',
    `apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n`,
  ],
])('two Pods with %s', (_, text) => expect(names(text)).toEqual(['Pod a', 'Pod b']))

test.each([
  ['nothing', ''],
  ['blanks', ' \n\n\t\n'],
  ['comments', '# one\n\n# two\n'],
  ['null', 'null\n'],
  ['an empty mapping', '{}\n'],
  ['separators', '---\n---\n...\n---\n'],
])('%s holds no object and no fault', (_, text) => {
  expect(names(text)).toEqual([])
  expect(faults(text)).toEqual([])
  expect(report(text).score).toBeUndefined()
})

test.each<[what: string, text: string, faults: string[]]>([
  ['an unclosed quote', 'a: "x\nb: 1\n', ['yaml-syntax: "x']],
  ['an unclosed bracket', 'a: [1, 2\nb: 1\n', ['yaml-syntax: b']],
  ['a tab as indentation', 'a:\n\tb: 1\n', ['yaml-syntax: \t']],
  ['a line of a tab', 'a: 1\n\t\nb: 1\n', ['yaml-syntax: \t']],
  ['a second colon', 'a: b: c\n', ['yaml-syntax: b']],
  ['a key without colon', 'a: 1\nb\nc: 2\n', ['yaml-syntax: b']],
  ['bad indentation', 'a:\n    b: 1\n  c: 2\n', ['yaml-syntax: c']],
  ['a reserved character', 'a: @x\n', ['yaml-syntax: @']],
  ['a control character', 'a: x\u0007y\n', ['forbidden-character: \u0007']],
  ['half a surrogate pair', 'a: \ud83d\n', ['forbidden-character: \ud83d']],
  ['an unknown alias', `${pod('a')}x: *nope\n`, ['invalid-alias: *nope']],
  ['an alias in its own anchor', `${pod('a')}x: &x {y: *x}\n`, ['invalid-alias: *x']],
  ['a merge of text', `${pod('a')}x:\n  <<: text\n`, ['invalid-alias: text']],
  ['a tag that does not fit', `${pod('a')}x: !!int many\n`, ['invalid-tag: many']],
  ['not a number', `${pod('a')}x: .nan\n`, ['invalid-number: .nan']],
  ['a null key', `${pod('a')}x:\n  ~: 1\n`, ['invalid-key: ~']],
  ['a mapping as key', `${pod('a')}x:\n  ? {a: b}\n  : 1\n`, ['invalid-key: {a: b}']],
  ['a key twice', `${pod('a')}kind: Pod\n`, ['duplicate-key: kind']],
  ['a nested key twice', `${pod('a')}spec: {hostPID: true, hostPID: true}\n`, ['duplicate-key: hostPID']],
  ['keys equal only as text', `${pod('a')}x: {1: a, "1": b}\n`, []],
  ['one boolean twice', `${pod('a')}x: {y: a, on: b}\n`, ['duplicate-key: on']],
  ['a directive', `%YAML 1.1\n---\n${pod('a')}`, ['yaml-directive: %YAML 1.1']],
  ['a list as root', '- a\n- b\n', ['document-root: - a']],
  ['text as root', 'hello\n', ['document-root: hello']],
  ['no kind', 'apiVersion: v1\nmetadata: {name: a}\n', ['document-root: a']],
  ['no apiVersion', 'kind: Pod\n', ['document-root: kind']],
  ['brackets that go on further left', `${pod('a')}x:\n  {k: v,\nj: w}\n`, []],
  ['a quote that goes on further left', `${pod('a')}x:\n  y: "a\nb"\n`, []],
  [
    'keys further left than the first',
    `  apiVersion: v1\n  kind: Pod\nmetadata: {}\n`,
    ['yaml-syntax: metadata: {}'],
  ],
  ['JSON', '{"apiVersion": "v1",\n\t"kind": "Pod"}\n', []],
  ['JSON with a comment', '{"apiVersion": "v1", "kind": "Pod"} # x\n', ['strict-json: {']],
  ['flow style', '{apiVersion: v1, kind: Pod}\n', ['strict-json: {']],
  ['JSON before a loose separator', '{"apiVersion": "v1", "kind": "Pod"}\n--- \n', ['strict-json: {']],
  ['an escaped slash', `${pod('a')}x: "a\\/b"\n`, ['yaml-syntax: \\/']],
  ['a surrogate pair', `${pod('a')}x: "a\\ud83d\\ude00"\n`, ['yaml-syntax: \\ud83d\\ude00']],
  ['half a surrogate pair, escaped', `${pod('a')}x: "\\uD83D!"\n`, ['yaml-syntax: \\uD83D']],
  ['the second half alone', `${pod('a')}x: "\\ude00\\ud83d"\n`, ['yaml-syntax: \\ude00']],
  ['a long escape of half a pair', `${pod('a')}x: "\\U0000dfff"\n`, ['yaml-syntax: \\U0000dfff']],
  ['an escape beyond Unicode', `${pod('a')}x: "\\U00110000"\n`, ['yaml-syntax: \\U00110000']],
  ['a surrogate pair in a key', `${pod('a')}x: {"\\ud83d\\ude00": 1}\n`, ['yaml-syntax: \\ud83d\\ude00']],
  [
    'a surrogate pair on a later line',
    `${pod('a')}x: "b\n  \\ud83d\\ude00"\n`,
    ['yaml-syntax: \\ud83d\\ude00'],
  ],
  ['an escaped backslash before a u', `${pod('a')}x: "\\\\ud83d"\n`, []],
  ['a surrogate pair in single quotes', `${pod('a')}x: '\\ud83d\\ude00'\n`, []],
  ['the neighbours of surrogates', `${pod('a')}x: "\\ud7ff\\ue000\\xd8\\U0001f600\\U0010ffff"\n`, []],
  ['escapes of JSON', '{"apiVersion":"v1","kind":"Pod","x":"\\ud83d\\ude00 \\ud83d \\/"}\n', []],
  ['escapes of JSON below dashes', '---\n{"apiVersion":"v1","kind":"Pod","x":"\\ud83d\\ude00"}\n', []],
  [
    'a surrogate pair in braces that are not JSON',
    '{apiVersion: v1, kind: Pod, x: "\\ud83d\\ude00"}\n',
    ['strict-json: {', 'yaml-syntax: \\ud83d\\ude00'],
  ],
  ['an unknown escape', `${pod('a')}x: "a\\q"\n`, ['yaml-syntax: \\q']],
  ['an escape cut short', `${pod('a')}x: "\\u12"\n`, ['yaml-syntax: \\u12']],
  ['an escaped single quote', `${pod('a')}x: "it\\'s"\n`, []],
  ['infinite keys', `${pod('a')}x: {.inf: a, -.inf: b, .nan: c}\n`, []],
  ['an infinite value behind an alias', `${pod('a')}x: {&a .inf: 1, y: *a}\n`, ['invalid-number: *a']],
  ['zero as a float twice', `${pod('a')}x: {-0.0: a, 0.0: b, -0: c}\n`, ['duplicate-key: 0.0']],
  ['one number as a float and as none', `${pod('a')}x: {1: a, 1.0: b, 1e0: c}\n`, ['duplicate-key: 1e0']],
  ['an item that is no object', 'apiVersion: v1\nkind: List\nitems: [text]\n', ['document-root: text']],
  [
    'items under another name',
    'apiVersion: v1\nkind: List\nItems: [{kind: Pod}]\n',
    ['unknown-field: Items'],
  ],
  [
    'a List without apiVersion',
    `kind: List\nitems: [{apiVersion: v1, kind: Pod}]\n`,
    ['document-root: kind'],
  ],
  ['a List without items', 'apiVersion: v1\nkind: List\nmetadata: {}\n', []],
  ['items that are no list', 'apiVersion: v1\nkind: List\nitems: text\n', ['field-type: text']],
])('%s', (_, text, expected) => expect(faults(text)).toEqual(expected))

test.each<[what: string, text: string, faults: string[]]>([
  ['a value', 'metadata:\n  name: {{ .Values.name }}\n', ['unrendered-template: {{ .Values.name }}']],
  ['a line', '{{- if .x }}\nkind: Pod\n{{- end }}\n', ['unrendered-template: {{- if .x }}']],
  ['part of a value', 'kind: Pod\nmetadata:\n  name: {{ .a }}-{{ .b }}\n', ['unrendered-template: {{ .a }}']],
  [
    'a quoted image',
    `${pod('a')}spec: {containers: [{image: "{{ .image }}"}]}\n`,
    ['unrendered-template: "{{ .image }}"'],
  ],
  ['a shell name', `${pod('${NAME}')}`, ['unrendered-template: ${NAME}']],
  [
    'a shell variable as image',
    `${pod('a')}spec:\n  containers:\n  - image: \${IMAGE}\n`,
    ['unrendered-template: ${IMAGE}'],
  ],
  [
    'a shell variable as number',
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: ${N:-2}\n',
    ['unrendered-template: ${N:-2}'],
  ],
  ['text that only quotes one', 'apiVersion: v1\nkind: ConfigMap\ndata: {a: "{{ $labels.x }}"}\n', []],
  ['text that only quotes one, and a fault', 'a: "{{ x }}"\nb: "y\n', ['yaml-syntax: "y']],
])('a template: %s', (_, text, expected) => expect(faults(text).slice(0, 1)).toEqual(expected))

test('one broken document leaves the others scored, and its fault has its place', () => {
  const text = `${pod('a')}---\nkind: "Pod\nmetadata:\n---\n${pod('b')}`
  const { objects, documents, score } = report(text)
  expect(objects.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(documents.map(({ status }) => status)).toEqual(['read', 'broken', 'read'])
  expect(score?.cap).toEqual({ value: 20, reason: 'unreadable' })
})

test.each<[fields: string, message: string, place: string]>([
  ['spec: {hostPID: "yes"}', 'spec.hostPID must be true or false, but "yes" is text.', '"yes"'],
  ['spec: {nodeName: on}', 'spec.nodeName must be text, but on is a boolean.', 'on'],
  ['spec: {priority: 1.5}', 'spec.priority must be a whole number, but 1.5 is a number.', '1.5'],
  [
    'spec: {priority: 3000000000}',
    'spec.priority must be a whole number, but 3000000000 is a number.',
    '3000000000',
  ],
  ['spec: {containers: {}}', 'spec.containers must be a list, but here stands a mapping.', 'containers'],
  ['spec: [1]', 'spec must be a mapping, but here stands a list.', 'spec'],
  [
    'spec: {overhead: {cpu: 1Gb}}',
    'spec.overhead.cpu must be a quantity like 250m, 2 or 64Mi, but "1Gb" is text.',
    '1Gb',
  ],
  [
    'status: {startTime: 2024-05-01}',
    'status.startTime must be a time like 2024-05-01T12:00:00Z, but "2024-05-01" is text.',
    '2024-05-01',
  ],
])('%s has the wrong type', (fields, message, place) => {
  const text = `apiVersion: v1\nkind: Pod\n${fields}\n`
  const [finding] = report(text).findings.filter(({ rule }) => rule === 'field-type')
  expect(finding).toMatchObject({ severity: 'refused', message })
  expect(text.slice(finding?.range.from, finding?.range.to)).toBe(place)
  expect(pathText(finding?.path ?? [])).toBe(message.split(' ')[0])
})

test('values that only look odd are taken as the cluster takes them', () => {
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  replicas: 0x2\n  minReadySeconds: 2.0\n  paused: off\n`
  expect(faults(text)).toEqual([])
  expect(
    report(text).objects[0]?.verdicts.find(({ check }) => check.includes('podantiaffinity'))?.skipped,
  ).toBeUndefined()
})

test('a merge that stands later wins, as the cluster reads it', () => {
  const text = (merge: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nx: &x {type: NodePort}\nspec:\n${merge}`
  const isNodePort = (merge: string) =>
    report(text(merge)).findings.some(({ rule }) => rule === 'service-type')
  expect(isNodePort('  type: ClusterIP\n  <<: *x\n')).toBe(true)
  expect(isNodePort('  <<: *x\n  type: ClusterIP\n')).toBe(false)
  expect(isNodePort('  <<: [{type: ClusterIP}, {type: NodePort}]\n')).toBe(false)
})

test('the template a chart names is kept', () => {
  expect(report(`---\n# Source: chart/templates/pod.yaml\n${pod('a')}`).documents[0]?.source).toBe(
    'chart/templates/pod.yaml',
  )
})

test.each<[what: string, written: string, value: string]>([
  ['a literal block', '|\n  x\n', 'x\n'],
  ['a literal block, cut short', '|\n  x', 'x'],
  ['one that keeps its end, cut short', '|+\n  x', 'x'],
  ['one that strips its end, cut short', '|-\n  x', 'x'],
  ['a folded block, cut short', '>\n  x\n  y', 'x y'],
  ['blanks on the last line', '|\n  x\n  ', 'x\n'],
  ['blanks beyond the indentation', '|\n  x\n   ', 'x\n '],
  ['a comment behind', '|\n  x\n# end', 'x\n'],
])('%s says what a cluster reads', (_, written, value) => {
  const { root } = readDocument(`kind: ${written}`)
  const kind = valueAt(root, ['kind'])
  expect(kind?.type === 'scalar' && kind.data).toBe(value)
})

test.each<[written: string, message: string, advice: string]>([
  [
    '\\uD83D\\uDE00',
    'YAML does not allow the surrogate pair \\uD83D\\uDE00.',
    'Write the character itself, 😀, or \\U0001f600.',
  ],
  [
    '\\ud83d',
    '\\ud83d is half of a surrogate pair, which is not a character.',
    'Remove it, or write the whole character.',
  ],
  ['\\U00110000', 'This escape is beyond the last Unicode character.', 'The highest one is \\U0010ffff.'],
])('%s is refused with advice', (written, message, advice) => {
  expect(readDocument(`a: "${written}"\n`).problems[0]).toMatchObject({ message, advice })
})

test.each<[written: string, keys: readonly string[]]>([
  ['{-0.0: a, 0.0: b, 1.0: c}', ['-0', '0', '1']],
  ['{1e3: a, 1e6: b, 1.5e-7: c}', ['1000', '1e+06', '1.5e-07']],
  ['{.inf: a, -.Inf: b, .nan: c, 1e300: d}', ['.inf', '-.inf', '.nan']],
  ['{&k 1e6: a, y: {*k : b}}', ['1e+06', 'true']],
  ['{"-0.0": a, "it\\\'s \\"b\\\\\\"": b}', ['-0.0', `it's "b\\"`]],
])('%s has the keys %j', (written, keys) => {
  const { root } = readDocument(`x: ${written}\n`)
  const x = valueAt(root, ['x'])
  expect(x?.type === 'mapping' && [...x.entries.keys()]).toEqual(keys)
})
