import { expect, test } from 'vitest'
import { cursorAt, hoverTargetAt } from './cursor'
import { pathText } from '../model/path'

/** The text without the cursor, which is written as ‸, and the offset of the cursor. */
const split = (text: string) => ({ text: text.replace('‸', ''), offset: text.indexOf('‸') })

const pod = 'apiVersion: v1\nkind: Pod\n'

/** `key v1/Pod spec.containers[0] «na» 4`: role, object, path, the word, column. */
const cursorText = (marked: string): string | undefined => {
  const { text, offset } = split(marked)
  const cursor = cursorAt(text, offset)
  if (!cursor) return undefined
  const { role, apiVersion, kind, path, range, column, prefix, hasColon, style } = cursor
  const extras = [prefix && JSON.stringify(prefix), hasColon && 'colon', style !== 'block' && style].filter(
    Boolean,
  )
  const word = `«${text.slice(range.from, range.to)}»`
  return [role, `${apiVersion}/${kind}`, pathText(path) || '.', word, column, ...extras].join(' ')
}

test.each([
  ['an empty text', '‸', 'key / . «» 0'],
  ['an empty document', `${pod}---\n‸`, 'key / . «» 0'],
  ['an empty document between others', `${pod}---\n‸\n---\nkind: Service\n`, 'key / . «» 0'],
  ['blank lines before the first document', '\n‸\n---\nkind: Service\n', 'key / . «» 0'],
  ['after the end of a document', `${pod}...\n‸`, 'key / . «» 0'],
  ['the end of a text', `${pod}‸`, 'key v1/Pod . «» 0'],
  ['a half-typed key at the root', `${pod}me‸`, 'key v1/Pod . «me» 0'],
  ['the middle of a word', `${pod}me‸ta`, 'key v1/Pod . «meta» 0'],
  ['an existing key', `${pod}me‸ta: {}`, 'key v1/Pod . «meta» 0 colon'],
  [
    'an empty line inside a mapping',
    `${pod}metadata:\n  name: a\n  ‸\nspec: {}\n`,
    'key v1/Pod metadata «» 2',
  ],
  ['an empty line below a key', `${pod}metadata:\n  ‸\nspec: {}\n`, 'key v1/Pod metadata «» 2'],
  ['the root after a mapping', `${pod}metadata:\n  name: a\n‸`, 'key v1/Pod . «» 0'],
  [
    'the parent of a sequence',
    `${pod}spec:\n  containers:\n    - name: a\n      image: b\n  ‸`,
    'key v1/Pod spec «» 2',
  ],
  ['after a dash', `${pod}spec:\n  containers:\n    - ‸`, 'key v1/Pod spec.containers[0] «» 6'],
  [
    'after a dash, half-typed',
    `${pod}spec:\n  containers:\n  - name: a\n  - im‸\n`,
    'key v1/Pod spec.containers[1] «im» 4',
  ],
  [
    'in an item',
    `${pod}spec:\n  containers:\n    - name: a\n      ‸\n`,
    'key v1/Pod spec.containers[0] «» 6',
  ],
  [
    'before the first key of an item',
    `${pod}spec:\n  containers:\n    - ‸\n      name: a\n`,
    'key v1/Pod spec.containers[0] «» 6',
  ],
  [
    'the column of the dashes',
    `${pod}spec:\n  containers:\n    - name: a\n    ‸\n`,
    'key v1/Pod spec.containers[1] «» 6 "- "',
  ],
  ['a column without keys or dashes', `${pod}spec:\n  containers:\n    - name: a\n   ‸\n`, undefined],
  ['after a colon', `${pod}spec:\n  restartPolicy:‸\n`, 'value v1/Pod spec.restartPolicy «» 17 " "'],
  ['after a colon and a space', `${pod}spec:\n  restartPolicy: ‸\n`, 'value v1/Pod spec.restartPolicy «» 17'],
  ['a half-typed value', `${pod}spec:\n  restartPolicy: Al‸w`, 'value v1/Pod spec.restartPolicy «Alw» 17'],
  [
    'a value with a comment',
    `${pod}spec:\n  restartPolicy: ‸ # why`,
    'value v1/Pod spec.restartPolicy «» 17',
  ],
  ['a quoted value', `${pod}spec:\n  restartPolicy: "Al‸"`, 'value v1/Pod spec.restartPolicy «"Al"» 17'],
  ['an unclosed quote', `${pod}spec:\n  dnsPolicy: "Cl‸\n  x: "y"\n`, 'value v1/Pod spec.dnsPolicy «"Cl» 13'],
  ['an anchored value', `${pod}spec:\n  dnsPolicy: &a ‸\n`, 'value v1/Pod spec.dnsPolicy «» 16'],
  ['a value after a tab', `${pod}spec:\n  dnsPolicy:\t‸\n`, 'value v1/Pod spec.dnsPolicy «» 13'],
  ['the kind', 'apiVersion: apps/v1\nkind: De‸', 'value apps/v1/ kind «De» 6'],
  ['the apiVersion', 'apiVersion: ‸\nkind: Deployment\n', 'value /Deployment apiVersion «» 12'],
  ['a kind below', 'metadata:\n  ‸\nkind: Pod\napiVersion: v1\n', 'key v1/Pod metadata «» 2'],
  ['flow style', `${pod}metadata: {name: a, ‸}`, 'key v1/Pod metadata «» 20 flow'],
  ['flow style, half-typed', `${pod}metadata: {name: a, la‸}`, 'key v1/Pod metadata «la» 20 flow'],
  ['flow style, after a colon', `${pod}spec: {dnsPolicy: ‸}`, 'value v1/Pod spec.dnsPolicy «» 18 flow'],
  ['flow style on several lines', `${pod}metadata: {\n  name: a,\n  ‸\n}`, 'key v1/Pod metadata «» 2 flow'],
  ['flow style, unclosed', `${pod}metadata: {name: a, ‸`, 'key v1/Pod metadata «» 20 flow'],
  [
    'a sequence in flow style',
    `${pod}spec: {finalizers: [a, ‸]}`,
    'value v1/Pod spec.finalizers[1] «» 23 flow',
  ],
  ['between two entries of flow style', `${pod}metadata: {name: a ‸}`, undefined],
  ['JSON', '{"apiVersion": "v1", "kind": "Pod", ‸}', 'key v1/Pod . «» 36 json'],
  ['JSON, a half-typed key', '{"kind": "Pod", "me‸"}', 'key /Pod . «"me"» 16 json'],
  ['JSON, an unclosed quote', '{\n  "kind": "Pod",\n  "me‸\n}', 'key /Pod . «"me» 2 json'],
  ['JSON, without quotes', '{\n  "kind": "Pod",\n  me‸\n}', 'key /Pod . «me» 2 json'],
  ['JSON, an existing key', '{"kind": "Pod", "me‸": {}}', 'key /Pod . «"me"» 16 colon json'],
  ['JSON, a value', '{"kind": "Pod", "spec": {"dnsPolicy": "‸"}}', 'value /Pod spec.dnsPolicy «""» 38 json'],
  ['JSON, after a colon', '{"kind": "Pod", "spec":‸}', 'value /Pod spec «» 24 " " json'],
  ['the second document', `${pod}---\nkind: Service\nspec:\n  ty‸`, 'key /Service spec «ty» 2'],
  [
    'an item of a List',
    'kind: List\napiVersion: v1\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  spec:\n    ‸\n',
    'key apps/v1/Deployment spec «» 4',
  ],
  [
    'a List in a List',
    'kind: List\nitems:\n- kind: List\n  items:\n  - kind: Pod\n    sp‸\n',
    'key /Pod . «sp» 4',
  ],
  [
    'an item of a typed list',
    'kind: PodList\napiVersion: v1\nitems:\n- metadata:\n    ‸\n',
    'key v1/Pod metadata «» 4',
  ],
  [
    'the metadata of a List',
    'kind: PodList\napiVersion: v1\nmetadata:\n  ‸\nitems: []\n',
    'key v1/PodList metadata «» 2',
  ],
  ['a mapping with an anchor', `${pod}metadata: &m\n  name: a\n  ‸\n`, 'key v1/Pod metadata «» 2'],
  [
    'an item with an anchor',
    `${pod}spec:\n  containers:\n  - &c\n    ‸\n`,
    'key v1/Pod spec.containers[0] «» 4',
  ],
  ['CRLF', 'apiVersion: v1\r\nkind: Pod\r\nspec:\r\n  na‸\r\n  x: 1\r\n', 'key v1/Pod spec «na» 2'],
  ['CRLF, a value', 'kind: Pod\r\nspec:\r\n  dnsPolicy: ‸\r\n', 'value /Pod spec.dnsPolicy «» 13'],
  ['a tab as indentation', `${pod}spec:\n\t‸`, undefined],
  ['a tab inside braces', '{\n\t"kind": "Pod",\n\t‸\n}', 'key /Pod . «» 1 json'],
  ['a comment', `${pod}# a ‸`, undefined],
  ['a comment after a key', `${pod}spec: # ‸`, undefined],
  ['a block scalar', 'kind: ConfigMap\ndata:\n  a: |\n    fo‸o\n', undefined],
  ['a blank line in a block scalar', 'kind: ConfigMap\ndata:\n  a: |\n    foo\n    ‸\n    bar\n', undefined],
  ['the first line of a block scalar', 'kind: ConfigMap\ndata:\n  a: >-\n    ‸', undefined],
  ['after the header of a block scalar', 'kind: ConfigMap\ndata:\n  a: |‸\n', undefined],
  ['below a block scalar', 'kind: ConfigMap\ndata:\n  a: |\n    foo\n  ‸\n', 'key /ConfigMap data «» 2'],
  [
    'below a block scalar, at the root',
    'kind: ConfigMap\ndata:\n  a: |\n    foo\n‸',
    'key /ConfigMap . «» 0',
  ],
  ['the separator of documents', `${pod}--‸-\nkind: Pod`, undefined],
  ['after the separator', `${pod}--- ‸\nkind: Pod`, undefined],
  ['before the separator', `${pod}‸---\nkind: Pod`, undefined],
  ['deeper than a complete value', `${pod}metadata:\n  name: a\n    ‸\n`, undefined],
  ['the second line of a plain scalar', `${pod}metadata:\n  name: a\n    b‸\n`, undefined],
  ['an alias', `${pod}metadata: *a‸`, undefined],
  ['before a key', `${pod}metadata:\n ‸ name: a\n`, undefined],
  ['a second word', `${pod}spec foo‸\n`, undefined],
])('the cursor in: %s', (_, text, expected) => {
  expect(cursorText(text)).toBe(expected)
})

const broken = 'metadata:\n  name: "a\n   b: [\n'

test.each([
  ['two half-typed keys', `${pod}metadata:\n  na\n  la‸\n`, 'key v1/Pod metadata «la» 2'],
  [
    'a broken sibling',
    `${pod}spec:\n  x: "a" b\n  containers:\n    - name: a\n      im‸\n`,
    'key v1/Pod spec.containers[0] «im» 6',
  ],
  [
    'a kind below',
    `${broken}spec:\n  containers:\n  - na‸\nkind: Pod\n`,
    'key /Pod spec.containers[0] «na» 4',
  ],
])('the cursor in a text that cannot be parsed: %s', (_, text, expected) => {
  expect(cursorText(text)).toBe(expected)
})

test('the other keys do not include the key at the cursor', () => {
  const { text, offset } = split(`${pod}metadata:\n  na‸me: a\n  labels: {}\n`)
  expect([...(cursorAt(text, offset)?.otherKeys ?? [])]).toEqual(['labels'])
})

/** `key v1/Pod spec.containers[0].image «image»` */
const hoverTargetText = (marked: string): string | undefined => {
  const { text, offset } = split(marked)
  const target = hoverTargetAt(text, offset)
  if (!target) return undefined
  const { role, apiVersion, kind, path, range } = target
  return `${role} ${apiVersion}/${kind} ${pathText(path)} «${text.slice(range.from, range.to)}»`
}

test.each([
  ['a key', `${pod}meta‸data:\n  name: a\n`, 'key v1/Pod metadata «metadata»'],
  ['the end of a key', `${pod}metadata‸:\n  name: a\n`, 'key v1/Pod metadata «metadata»'],
  ['a value', `${pod}metadata:\n  name: so‸me\n`, 'value v1/Pod metadata.name «some»'],
  [
    'a key in a sequence',
    `${pod}spec:\n  containers:\n  - im‸age: a\n`,
    'key v1/Pod spec.containers[0].image «image»',
  ],
  [
    'an item of a sequence',
    `${pod}spec:\n  finalizers:\n  - on‸e\n`,
    'value v1/Pod spec.finalizers[0] «one»',
  ],
  ['the second document', `${pod}---\nkind: Service\nsp‸ec: {}\n`, 'key /Service spec «spec»'],
  ['JSON', '{"kind": "Pod", "sp‸ec": {}}', 'key /Pod spec «"spec"»'],
  ['an item of a List', 'kind: List\nitems:\n- kind: Pod\n  sp‸ec: {}\n', 'key /Pod spec «spec»'],
  ['the key items of a List', 'kind: List\nit‸ems: []\n', 'key /List items «items»'],
  ['a key after an anchor', `${pod}metadata: &m\n  na‸me: a\n`, 'key v1/Pod metadata.name «name»'],
  ['an alias', `a: &m x\nb: *‸m\nkind: Pod\n`, 'value /Pod b «*m»'],
  ['a mapping with a merge key', `a: &m {x: 1}\nb:\n  <<: *m\n  z‸: 2\n`, 'key / b.z «z»'],
  ['CRLF', 'kind: Pod\r\nspec:\r\n  node‸Name: x\r\n', 'key /Pod spec.nodeName «nodeName»'],
  ['a document with a syntax error below', `${pod}sp‸ec:\n  a: "b" c\n`, 'key v1/Pod spec «spec»'],
  ['a comment', `${pod}# kin‸d: Pod`, undefined],
  ['the spaces before a key', `${pod}spec:\n ‸ a: 1\n`, undefined],
  ['the separator of documents', `${pod}--‸-\n`, undefined],
  ['an empty text', '‸', undefined],
])('the hover target in: %s', (_, text, expected) => {
  expect(hoverTargetText(text)).toBe(expected)
})
