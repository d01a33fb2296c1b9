import { describe, expect, test } from 'vitest'
import { createFixer } from '../../engine/fixes/fixer'
import { defaultSettings } from '../../engine/model/settings'
import { applyEdits } from '../../engine/model/textEdit'
import { createEngine } from '../../engine/report/engine'
import { catalog } from '../../schemas'
import { sources } from '../sources'

const engine = createEngine({ sources, schemas: catalog })
const fixer = await createFixer(engine)

const isAboutIndent = ({ rule }: { readonly rule: string }) =>
  rule === 'indentation' || rule === 'yaml-syntax'

/** The fixes of the first finding about the form of a text, each with the text after it. */
function fixesOf(text: string) {
  const finding = engine.evaluate(text, defaultSettings).findings.find(isAboutIndent)
  const { offered, refused } = fixer.fixesFor(text, finding?.id ?? '', defaultSettings)
  const fixes = offered.map(({ title, safety, edits }) => `${safety} ${title}\n${applyEdits(text, edits)}`)
  return { finding, fixes, refused }
}

/** `~` for a no-break space, `→` for a tab. */
const written = (text: string): string => text.replaceAll('~', '\u00A0').replaceAll('→', '\t')

const head = 'apiVersion: v1\nkind: ConfigMap\n'
const safeTitle = 'safe Use spaces for indentation\n'

describe('one structure, whatever the width of a tab', () => {
  test.each<[what: string, before: string, after: string]>([
    [
      'no-break spaces',
      'metadata:\n~~name: a\n~~labels:\n~~~~b: c\n',
      'metadata:\n  name: a\n  labels:\n    b: c\n',
    ],
    [
      'spaces and no-break spaces',
      'metadata:\n ~name: a\n~ labels: {}\n',
      'metadata:\n  name: a\n  labels: {}\n',
    ],
    [
      'a line deeper than its neighbours',
      'metadata:\n  name: a\n~~labels: {}\n',
      'metadata:\n  name: a\n  labels: {}\n',
    ],
    [
      'only the second line of a mapping',
      'metadata:\n  name: a\n ~labels: {}\n',
      'metadata:\n  name: a\n  labels: {}\n',
    ],
    ['other spaces of Unicode', 'metadata:\n\u3000\u2003name: a\n', 'metadata:\n  name: a\n'],
    ['characters without a width', 'metadata:\n\u200B  name: a\n', 'metadata:\n  name: a\n'],
    ['tabs', 'metadata:\n→name: a\n→labels:\n→→b: c\n', 'metadata:\n  name: a\n  labels:\n    b: c\n'],
    [
      'tabs where others use four spaces',
      'data:\n    a: b\nmetadata:\n→name: a\n',
      'data:\n    a: b\nmetadata:\n    name: a\n',
    ],
    ['a comment', 'metadata:\n→# a→b~c\n→name: a→# d\n', 'metadata:\n  # a→b~c\n  name: a→# d\n'],
    ['a line of blanks only', 'metadata:\n  name: a\n →\ndata: {}\n', 'metadata:\n  name: a\n  \ndata: {}\n'],
    ['no final line break', 'metadata:\n→name: a', 'metadata:\n  name: a'],
    [
      'quoted values over lines',
      'metadata:\n→name: a\ndata:\n→a: "b\n→→c"\n',
      'metadata:\n  name: a\ndata:\n  a: "b\n→→c"\n',
    ],
    [
      'quotes inside plain values',
      "metadata:\n→name: a\ndata:\n→a: it's\n→b: c\n",
      "metadata:\n  name: a\ndata:\n  a: it's\n  b: c\n",
    ],
    [
      'brackets over lines',
      'metadata:\n  name: a\n  labels: {\n    ~~b: c,\n    ~~d: e }\n',
      'metadata:\n  name: a\n  labels: {\n      b: c,\n      d: e }\n',
    ],
    [
      'a block scalar, whose text keeps its tabs',
      'metadata:\n→name: a\ndata:\n→Makefile: |\n→→all:\n→→→echo a→b\n\n→→other:\n→z: |-\n→→x\n',
      'metadata:\n  name: a\ndata:\n  Makefile: |\n    all:\n    →echo a→b\n\n    other:\n  z: |-\n    x\n',
    ],
    [
      'a block scalar in a document with spaces',
      'data:\n  Makefile: |\n    all:\n    →echo ~a\n    ~~b\nmetadata:\n→name: a\n',
      'data:\n  Makefile: |\n    all:\n    →echo ~a\n    ~~b\nmetadata:\n  name: a\n',
    ],
    [
      'a block scalar with no-break spaces',
      'metadata:\n~~name: a\ndata:\n~~a: >-\n~~~~b\n~~~~→c\n~~~~~~d\n',
      'metadata:\n  name: a\ndata:\n  a: >-\n    b\n    →c\n    ~~d\n',
    ],
    [
      'a block scalar with an indentation indicator',
      'metadata:\n→name: a\ndata:\n→a: |2\n→→→b\n→→c\n',
      'metadata:\n  name: a\ndata:\n  a: |2\n    →b\n    c\n',
    ],
  ])('%s', (_, before, after) => {
    const { fixes } = fixesOf(written(head + before))
    expect(fixes).toEqual([safeTitle + written(head + after)])
  })

  const pod = (item: string, second: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n${item}name: a\n${second}image: b\n`

  test.each<[item: string, second: string, after: string]>([
    ['~~-~', '~~~~', pod('  - ', '    ')],
    ['  -~', '    ', pod('  - ', '    ')],
    ['  - ~', '     ', pod('  -  ', '     ')],
    ['→- ', '→  ', pod('  - ', '    ')],
    ['→-→', '→→', pod('  - ', '    ')],
  ])('dashes: %s', (item, second, after) => {
    expect(fixesOf(written(pod(item, second))).fixes).toEqual([safeTitle + after])
  })

  test('a byte-order mark, CRLF, several documents and a List', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n~~- apiVersion: v1\n~~~~kind: ConfigMap\n~~~~metadata:\n~~~~~~name: a\n'
    const text = written(`\uFEFF${head}metadata:\n  name: a\n---\n${list}---\n${head}metadata:\n→name: b\n`)
    const [before, after] = [text, text.replaceAll('\u00A0', ' ')].map((one) => one.replaceAll('\n', '\r\n'))
    expect(fixesOf(before ?? '').fixes).toEqual([safeTitle + after])
    const plan = fixer.planFixes(
      before ?? '',
      { safety: 'safe', declined: [], rule: 'indentation' },
      defaultSettings,
    )
    expect(plan.text).toBe(after)
  })

  test('JSON', () => {
    const json =
      '{\n~~"apiVersion": "v1",\n~~"kind": "ConfigMap",\n~~"metadata": {\n~~~~"name": "a"\n~~}\n}\n'
    expect(fixesOf(written(json)).fixes).toEqual([safeTitle + json.replaceAll('~', ' ')])
  })
})

describe('the width of a tab decides about the structure', () => {
  test('each structure is a fix to review', () => {
    const { fixes } = fixesOf(written('apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n→a: b\n'))
    const text = (spaces: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n${spaces}a: b\n`
    expect(fixes).toEqual([
      `review Use spaces for indentation (a tab is 2 columns wide)\n${text('  ')}`,
      `review Use spaces for indentation (a tab is 4 columns wide)\n${text('    ')}`,
    ])
  })

  test('no fix where no width makes the text readable, and none without tabs or unusual spaces', () => {
    const broken = written(`${head}metadata:\n→name: "a\n`)
    expect(fixesOf(broken)).toMatchObject({ fixes: [], refused: [] })
    expect(fixesOf(`${head}metadata:\n   name: a\n  labels: {}\n`)).toMatchObject({ fixes: [], refused: [] })
  })
})

describe('what reading says', () => {
  test.each<[what: string, text: string, message: string | undefined]>([
    [
      'a key',
      'metadata:\n~~name: a\n',
      'This line is indented with no-break spaces, which YAML reads as part of the name.',
    ],
    [
      'a line that ends the mapping',
      'metadata:\n  name: a\n ~labels: {}\n',
      'This line is indented with no-break spaces, which YAML reads as text.',
    ],
    [
      'a value',
      'metadata:\n  name:\n    \u3000a\n',
      'This line is indented with spaces of the kind U+3000, which YAML reads as part of the value.',
    ],
    [
      'no width',
      'metadata:\n\u200Bname: a\n',
      'This line starts with the invisible character U+200B, which YAML reads as part of the name.',
    ],
    ['inside a line', 'metadata: {name: ~a, ~labels: {}}\n', undefined],
    ['a value after a dash', 'data:\n  - ~a\n', undefined],
    ['a quoted key', 'data:\n  "~a": b\n', undefined],
    ['a block scalar', 'data:\n  a: |\n    ~a: b\n', undefined],
    ['an error elsewhere', 'data:\n  a: |\n    ~a: b\n  c: "\n', 'Missing closing quote.'],
  ])('%s', (_, text, message) => {
    expect(fixesOf(written(head + text)).finding?.message).toBe(message)
  })
})

test('fix all fixes the indentation first, and then what can be read', () => {
  const text = written(
    'apiVersion: v1\nkind: Pod\nmetadata:\n~~name: a\nspec:\n~~containers:\n~~- name: a\n~~~~image: a:1\n~~~~imagepullpolicy: Always\n',
  )
  const { applied, text: after } = fixer.planFixes(text, { safety: 'safe', declined: [] }, defaultSettings)
  expect(applied.map(({ title }) => title).slice(0, 2)).toEqual([
    'Use spaces for indentation',
    'Rename to imagePullPolicy',
  ])
  expect(after).toContain('\n    imagePullPolicy: Always\n')
})
