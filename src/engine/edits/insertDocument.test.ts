import { expect, test } from 'vitest'
import { splitDocuments } from '../yaml/splitDocuments'
import { insertDocument } from './insertDocument'
import { applyEdits } from '../model/textEdit'
import type { JsonObject } from '../model/json'

const inserted = (text: string, document: number, value: JsonObject) => {
  const range = splitDocuments(text)[document] ?? { from: 0, to: 0 }
  const edit = insertDocument(text, range, value)
  return 'refused' in edit ? edit : applyEdits(text, [edit])
}

const budget = { kind: 'Budget', spec: { minAvailable: 1, names: ['on', 'a'] } }

test.each<[name: string, text: string, document: number, expected: string]>([
  [
    'after the only one',
    'kind: Pod\n',
    0,
    'kind: Pod\n---\nkind: Budget\nspec:\n  minAvailable: 1\n  names:\n    - "on"\n    - a\n',
  ],
  [
    'between two',
    'kind: Pod\na:\n- b\n---\nkind: Job\n',
    0,
    'kind: Pod\na:\n- b\n---\nkind: Budget\nspec:\n  minAvailable: 1\n  names:\n  - "on"\n  - a\n---\nkind: Job\n',
  ],
  [
    'at the end of a text without a final line break',
    "kind: Pod\na:\n    - 'on'",
    0,
    "kind: Pod\na:\n    - 'on'\n---\nkind: Budget\nspec:\n    minAvailable: 1\n    names:\n        - 'on'\n        - a",
  ],
  [
    'with CRLF',
    '---\r\nkind: Pod\r\n',
    0,
    '---\r\nkind: Pod\r\n---\r\nkind: Budget\r\nspec:\r\n  minAvailable: 1\r\n  names:\r\n    - "on"\r\n    - a\r\n',
  ],
  [
    'after a `...` line',
    'kind: Pod\n...\nkind: Job\n',
    0,
    'kind: Pod\n...\n---\nkind: Budget\nspec:\n  minAvailable: 1\n  names:\n    - "on"\n    - a\n---\nkind: Job\n',
  ],
  [
    'before directives',
    'kind: Pod\n...\n# a\n%YAML 1.2\n---\nkind: Job\n',
    0,
    'kind: Pod\n...\n---\nkind: Budget\nspec:\n  minAvailable: 1\n  names:\n    - "on"\n    - a\n...\n# a\n%YAML 1.2\n---\nkind: Job\n',
  ],
  [
    'as JSON on several lines',
    '{\n  "kind": "Pod"\n}\n',
    0,
    '{\n  "kind": "Pod"\n}\n---\n{\n  "kind": "Budget",\n  "spec": {\n    "minAvailable": 1,\n    "names": [\n      "on",\n      "a"\n    ]\n  }\n}\n',
  ],
  [
    'as JSON on one line',
    '{"kind":"Pod"}',
    0,
    '{"kind":"Pod"}\n---\n{"kind":"Budget","spec":{"minAvailable":1,"names":["on","a"]}}',
  ],
  [
    'after one that cannot be read',
    'kind: [\n---\nkind: Job\n',
    0,
    'kind: [\n---\nkind: Budget\nspec:\n  minAvailable: 1\n  names:\n    - "on"\n    - a\n---\nkind: Job\n',
  ],
])('a document is inserted %s', (_, text, document, expected) =>
  expect(inserted(text, document, budget)).toBe(expected),
)

test.each<[name: string, text: string, value: JsonObject, refused: string]>([
  [
    'after a block scalar without a final line break',
    'kind: Pod\na: |\n  x',
    budget,
    'The document ends with a block scalar that has no final line break, so adding text after it would change its value.',
  ],
  [
    'with an unpaired surrogate',
    'kind: Pod\n',
    { kind: '\udc00' },
    'The text contains an unpaired surrogate.',
  ],
  [
    'without content',
    'kind: Pod\n',
    {},
    'No document can be added after this one without changing how the text is read.',
  ],
])('no document is inserted %s', (_, text, value, refused) =>
  expect(inserted(text, 0, value)).toEqual({ refused }),
)
