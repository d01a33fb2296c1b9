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

/** The rule and the marked text of every problem that reading reports. */
const problems = (text: string) =>
  report(text)
    .findings.filter(({ rule }) => !checks.some(({ id }) => id === rule))
    .map(({ rule, range }) => `${rule}: ${text.slice(range.from, range.to)}`)

test.each([
  ['three dashes', `${pod('a')}---\n${pod('b')}`],
  ['a space after them', `${pod('a')}--- \n${pod('b')}`],
  ['a tab after them', `${pod('a')}---\t\n${pod('b')}`],
  ['a comment after them', `${pod('a')}--- # next\n${pod('b')}`],
  ['dots', `${pod('a')}...\n${pod('b')}`],
  ['dots and dashes', `${pod('a')}...\n---\n${pod('b')}`],
  ['CRLF', `${pod('a')}---\n${pod('b')}`.replaceAll('\n', '\r\n')],
  ['lone CR', `${pod('a')}---\n${pod('b')}`.replaceAll('\n', '\r')],
  ['dashes at the start and the end', `---\n${pod('a')}---\n---\n${pod('b')}---`],
  ['a byte-order mark', `\uFEFF---\n${pod('a')}---\n${pod('b')}`],
  ['a byte-order mark before the dashes', `${pod('a')}---\n${pod('b')}`.replace('---', '\uFEFF---')],
  ['a byte-order mark below the dashes', `${pod('a')}--- # b\r\n\uFEFF${pod('b')}`],
  [
    'a byte-order mark before JSON',
    `${pod('a')}---\n\uFEFF{"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}}`,
  ],
  ['a document of comments between them', `${pod('a')}---\n# nothing here\n---\n${pod('b')}`],
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
])('two Pods, with %s', (_, text) => expect(names(text)).toEqual(['Pod a', 'Pod b']))

test.each([
  ['nothing', ''],
  ['spaces', ' \n\n\t\n'],
  ['comments', '# one\n\n# two\n'],
  ['null', 'null\n'],
  ['an empty mapping', '{}\n'],
  ['separators', '---\n---\n...\n---\n'],
])('%s: no objects and no problems', (_, text) => {
  expect(names(text)).toEqual([])
  expect(problems(text)).toEqual([])
  expect(report(text).score).toBeUndefined()
})

test.each<[what: string, text: string, problems: string[]]>([
  ['an unclosed quote', 'a: "x\nb: 1\n', ['yaml-syntax: "x']],
  ['an unclosed quote below a blank CRLF line', "\r\n'", ["yaml-syntax: '"]],
  ['an unclosed bracket', 'a: [1, 2\nb: 1\n', ['yaml-syntax: b']],
  ['a tab as indentation', 'a:\n\tb: 1\n', ['yaml-syntax: \t']],
  ['a line with only a tab', 'a: 1\n\t\nb: 1\n', ['yaml-syntax: \t']],
  ['a second colon', 'a: b: c\n', ['yaml-syntax: b']],
  ['a key without a colon', 'a: 1\nb\nc: 2\n', ['yaml-syntax: b']],
  ['bad indentation', 'a:\n    b: 1\n  c: 2\n', ['yaml-syntax: c']],
  ['a reserved character', 'a: @x\n', ['yaml-syntax: @']],
  ['a control character', 'a: x\u0007y\n', ['forbidden-character: \u0007']],
  ['half a surrogate pair', 'a: \ud83d\n', ['forbidden-character: \ud83d']],
  ['an unknown alias', `${pod('a')}x: *nope\n`, ['invalid-alias: *nope']],
  ['an alias in its own anchor', `${pod('a')}x: &x {y: *x}\n`, ['invalid-alias: *x']],
  ['a merge of text', `${pod('a')}x:\n  <<: text\n`, ['invalid-alias: text']],
  ['a tag with an invalid value', `${pod('a')}x: !!int many\n`, ['invalid-tag: many']],
  ['NaN', `${pod('a')}x: .nan\n`, ['invalid-number: .nan']],
  ['a null key', `${pod('a')}x:\n  ~: 1\n`, ['invalid-key: ~']],
  ['a mapping as a key', `${pod('a')}x:\n  ? {a: b}\n  : 1\n`, ['invalid-key: {a: b}']],
  ['a duplicate key', `${pod('a')}kind: Pod\n`, ['duplicate-key: kind']],
  ['a duplicate nested key', `${pod('a')}spec: {hostPID: true, hostPID: true}\n`, ['duplicate-key: hostPID']],
  ['keys that are equal only as text', `${pod('a')}x: {1: a, "1": b}\n`, []],
  ['two spellings of the same boolean', `${pod('a')}x: {y: a, on: b}\n`, ['duplicate-key: on']],
  ['a directive', `%YAML 1.1\n---\n${pod('a')}`, ['yaml-directive: %YAML 1.1']],
  ['a list as the root', '- a\n- b\n', ['document-root: - a']],
  ['text as the root', 'hello\n', ['document-root: hello']],
  ['no kind', 'apiVersion: v1\nmetadata: {name: a}\n', ['document-root: a']],
  ['no apiVersion', 'kind: Pod\n', ['document-root: kind']],
  ['brackets that continue with less indentation', `${pod('a')}x:\n  {k: v,\nj: w}\n`, []],
  ['a quoted value that continues with less indentation', `${pod('a')}x:\n  y: "a\nb"\n`, []],
  [
    'a key with less indentation than the first one',
    `  apiVersion: v1\n  kind: Pod\nmetadata: {}\n`,
    ['yaml-syntax: metadata: {}'],
  ],
  ['JSON', '{"apiVersion": "v1",\n\t"kind": "Pod"}\n', []],
  ['JSON with a comment', '{"apiVersion": "v1", "kind": "Pod"} # x\n', ['strict-json: {']],
  ['flow style', '{apiVersion: v1, kind: Pod}\n', ['strict-json: {']],
  ['JSON before a separator with a space', '{"apiVersion": "v1", "kind": "Pod"}\n--- \n', ['strict-json: {']],
  ['an escaped slash', `${pod('a')}x: "a\\/b"\n`, ['yaml-syntax: \\/']],
  ['a surrogate pair', `${pod('a')}x: "a\\ud83d\\ude00"\n`, ['yaml-syntax: \\ud83d\\ude00']],
  ['an escaped half of a surrogate pair', `${pod('a')}x: "\\uD83D!"\n`, ['yaml-syntax: \\uD83D']],
  ['the two halves in the wrong order', `${pod('a')}x: "\\ude00\\ud83d"\n`, ['yaml-syntax: \\ude00']],
  ['a long escape of half a surrogate pair', `${pod('a')}x: "\\U0000dfff"\n`, ['yaml-syntax: \\U0000dfff']],
  ['an escape beyond Unicode', `${pod('a')}x: "\\U00110000"\n`, ['yaml-syntax: \\U00110000']],
  ['a surrogate pair in a key', `${pod('a')}x: {"\\ud83d\\ude00": 1}\n`, ['yaml-syntax: \\ud83d\\ude00']],
  [
    'a surrogate pair on a later line',
    `${pod('a')}x: "b\n  \\ud83d\\ude00"\n`,
    ['yaml-syntax: \\ud83d\\ude00'],
  ],
  ['an escaped backslash before a u', `${pod('a')}x: "\\\\ud83d"\n`, []],
  ['a surrogate pair in single quotes', `${pod('a')}x: '\\ud83d\\ude00'\n`, []],
  [
    'characters just outside the surrogates',
    `${pod('a')}x: "\\ud7ff\\ue000\\xd8\\U0001f600\\U0010ffff"\n`,
    [],
  ],
  ['escapes in JSON', '{"apiVersion":"v1","kind":"Pod","x":"\\ud83d\\ude00 \\ud83d \\/"}\n', []],
  ['escapes in JSON after dashes', '---\n{"apiVersion":"v1","kind":"Pod","x":"\\ud83d\\ude00"}\n', []],
  [
    'a surrogate pair in braces that are not JSON',
    '{apiVersion: v1, kind: Pod, x: "\\ud83d\\ude00"}\n',
    ['strict-json: {', 'yaml-syntax: \\ud83d\\ude00'],
  ],
  ['an unknown escape', `${pod('a')}x: "a\\q"\n`, ['yaml-syntax: \\q']],
  ['an incomplete escape', `${pod('a')}x: "\\u12"\n`, ['yaml-syntax: \\u12']],
  ['an escaped single quote', `${pod('a')}x: "it\\'s"\n`, []],
  ['infinite keys', `${pod('a')}x: {.inf: a, -.inf: b, .nan: c}\n`, []],
  ['an alias of an infinite key as a value', `${pod('a')}x: {&a .inf: 1, y: *a}\n`, ['invalid-number: *a']],
  ['zero as a float, twice', `${pod('a')}x: {-0.0: a, 0.0: b, -0: c}\n`, ['duplicate-key: 0.0']],
  [
    'a number as a float, twice, and as a whole number',
    `${pod('a')}x: {1: a, 1.0: b, 1e0: c}\n`,
    ['duplicate-key: 1e0'],
  ],
  [
    'a list item that is not an object',
    'apiVersion: v1\nkind: List\nitems: [text]\n',
    ['document-root: text'],
  ],
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
  ['items that are not a list', 'apiVersion: v1\nkind: List\nitems: text\n', ['field-type: text']],
])('%s', (_, text, expected) => expect(problems(text)).toEqual(expected))

test.each<[what: string, text: string, problems: string[]]>([
  ['as a value', 'metadata:\n  name: {{ .Values.name }}\n', ['unrendered-template: {{ .Values.name }}']],
  ['as a line', '{{- if .x }}\nkind: Pod\n{{- end }}\n', ['unrendered-template: {{- if .x }}']],
  [
    'in part of a value',
    'kind: Pod\nmetadata:\n  name: {{ .a }}-{{ .b }}\n',
    ['unrendered-template: {{ .a }}'],
  ],
  [
    'in a quoted image',
    `${pod('a')}spec: {containers: [{image: "{{ .image }}"}]}\n`,
    ['unrendered-template: "{{ .image }}"'],
  ],
  ['a shell placeholder as a name', `${pod('${NAME}')}`, ['unrendered-template: ${NAME}']],
  [
    'a shell placeholder as an image',
    `${pod('a')}spec:\n  containers:\n  - image: \${IMAGE}\n`,
    ['unrendered-template: ${IMAGE}'],
  ],
  [
    'a shell placeholder as a number',
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: ${N:-2}\n',
    ['unrendered-template: ${N:-2}'],
  ],
  [
    'in a ConfigMap, where it is valid',
    'apiVersion: v1\nkind: ConfigMap\ndata: {a: "{{ $labels.x }}"}\n',
    [],
  ],
  ['quoted, before a syntax error', 'a: "{{ x }}"\nb: "y\n', ['yaml-syntax: "y']],
])('placeholders: %s', (_, text, expected) => expect(problems(text).slice(0, 1)).toEqual(expected))

test('the objects in other documents are scored when one document is broken', () => {
  const text = `${pod('a')}---\nkind: "Pod\nmetadata:\n---\n${pod('b')}`
  const { objects, documents, score } = report(text)
  expect(objects.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(documents.map(({ status }) => status)).toEqual(['read', 'broken', 'read'])
  expect(score?.cap).toEqual({ value: 20, reason: 'unreadable' })
})

test.each<[fields: string, message: string, marked: string]>([
  ['spec: {hostPID: "yes"}', 'spec.hostPID must be true or false, but "yes" is text.', '"yes"'],
  ['spec: {nodeName: on}', 'spec.nodeName must be text, but on is a boolean.', 'on'],
  ['spec: {priority: 1.5}', 'spec.priority must be a whole number, but 1.5 is a number.', '1.5'],
  [
    'spec: {priority: 3000000000}',
    'spec.priority must be a whole number, but 3000000000 is a number.',
    '3000000000',
  ],
  ['spec: {containers: {}}', 'spec.containers must be a list, but is a mapping.', 'containers'],
  ['spec: [1]', 'spec must be a mapping, but is a list.', 'spec'],
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
])('%s has the wrong type', (fields, message, marked) => {
  const text = `apiVersion: v1\nkind: Pod\n${fields}\n`
  const [finding] = report(text).findings.filter(({ rule }) => rule === 'field-type')
  expect(finding).toMatchObject({ severity: 'refused', message })
  expect(text.slice(finding?.range.from, finding?.range.to)).toBe(marked)
  expect(pathText(finding?.path ?? [])).toBe(message.split(' ')[0])
})

test('unusual values have the type that the cluster gives them', () => {
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  replicas: 0x2\n  minReadySeconds: 2.0\n  paused: off\n`
  expect(problems(text)).toEqual([])
  expect(
    report(text).objects[0]?.verdicts.find(({ check }) => check.includes('podantiaffinity'))?.skipped,
  ).toBeUndefined()
})

test('the later of a key and a merge wins, as in the cluster', () => {
  const text = (merge: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nx: &x {type: NodePort}\nspec:\n${merge}`
  const isNodePort = (merge: string) =>
    report(text(merge)).findings.some(({ rule }) => rule === 'service-type')
  expect(isNodePort('  type: ClusterIP\n  <<: *x\n')).toBe(true)
  expect(isNodePort('  <<: *x\n  type: ClusterIP\n')).toBe(false)
  expect(isNodePort('  <<: [{type: ClusterIP}, {type: NodePort}]\n')).toBe(false)
})

test('the template of a rendered chart is kept', () => {
  expect(report(`---\n# Source: chart/templates/pod.yaml\n${pod('a')}`).documents[0]?.source).toBe(
    'chart/templates/pod.yaml',
  )
})

test.each<[what: string, yaml: string, value: string]>([
  ['a literal block', '|\n  x\n', 'x\n'],
  ['a literal block without a final line break', '|\n  x', 'x'],
  ['|+ without a final line break', '|+\n  x', 'x'],
  ['|- without a final line break', '|-\n  x', 'x'],
  ['a folded block without a final line break', '>\n  x\n  y', 'x y'],
  ['spaces in the last line', '|\n  x\n  ', 'x\n'],
  ['more spaces in the last line than the indentation', '|\n  x\n   ', 'x\n '],
  ['a comment after the block', '|\n  x\n# end', 'x\n'],
])('%s has the value that a cluster reads', (_, yaml, value) => {
  const { root } = readDocument(`kind: ${yaml}`)
  const kind = valueAt(root, ['kind'])
  expect(kind?.type === 'scalar' && kind.data).toBe(value)
})

test.each<[escape: string, message: string, advice: string]>([
  [
    '\\uD83D\\uDE00',
    'YAML does not allow the surrogate pair \\uD83D\\uDE00.',
    'Write the character itself, 😀, or \\U0001f600.',
  ],
  [
    '\\ud83d',
    '\\ud83d is only half of a surrogate pair, not a character.',
    'Remove it, or write the whole character.',
  ],
  [
    '\\U00110000',
    'Invalid escape: Unicode has no such character.',
    'The last Unicode character is \\U0010ffff.',
  ],
])('%s is refused with advice', (escape, message, advice) => {
  expect(readDocument(`a: "${escape}"\n`).problems[0]).toMatchObject({ message, advice })
})

test.each<[yaml: string, keys: readonly string[]]>([
  ['{-0.0: a, 0.0: b, 1.0: c}', ['-0', '0', '1']],
  ['{1e3: a, 1e6: b, 1.5e-7: c}', ['1000', '1e+06', '1.5e-07']],
  ['{.inf: a, -.Inf: b, .nan: c, 1e300: d}', ['.inf', '-.inf', '.nan']],
  ['{&k 1e6: a, y: {*k : b}}', ['1e+06', 'true']],
  ['{"-0.0": a, "it\\\'s \\"b\\\\\\"": b}', ['-0.0', `it's "b\\"`]],
])('%s has the keys %j', (yaml, keys) => {
  const { root } = readDocument(`x: ${yaml}\n`)
  const x = valueAt(root, ['x'])
  expect(x?.type === 'mapping' && [...x.entries.keys()]).toEqual(keys)
})
