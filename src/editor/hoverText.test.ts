import { expect, test } from 'vitest'
import type { Hover } from '../engine/language/hover'
import { hoverText } from './hoverText'

const image: Hover = {
  range: { from: 0, to: 5 },
  apiVersion: 'v1',
  kind: 'Pod',
  path: ['spec', 'containers', 'image'],
  field: 'image',
  type: 'text',
  required: false,
  version: '1.36',
}

test.each<[what: string, hover: Partial<Hover>, text: string]>([
  ['a field', {}, '`spec.containers.image` · text'],
  ['a kind', { path: [], type: 'object' }, '`v1 Pod` · object'],
  ['a required field', { required: true }, '`spec.containers.image` · text · **required**'],
  ['a newer field', { since: '1.27' }, '`spec.containers.image` · text · since 1.27'],
  [
    'a passing field',
    { since: '1.27', until: '1.30' },
    '`spec.containers.image` · text · since 1.27 until 1.30',
  ],
  [
    'a field to come',
    { absent: true, since: '1.37', version: '1.37' },
    '`spec.containers.image` · text · **not in 1.36** · since 1.37',
  ],
  ['values', { values: ['A', ''] }, '`spec.containers.image` · text\n\nOne of `A`, `""`'],
  [
    'many values',
    { values: Array.from({ length: 32 }, () => 'A') },
    `\`spec.containers.image\` · text\n\nOne of ${Array.from({ length: 30 }, () => '`A`').join(', ')} and 2 more`,
  ],
  ['a limit', { expected: 'at least 1' }, '`spec.containers.image` · text\n\nMust be at least 1.'],
  ['a key with backticks', { path: ['a``b'] }, '``` a``b ``` · text'],
  [
    'a description with marks',
    { description: ' <b> [x](y)\n    - *z* `c`\n\nhttps://a.b ' },
    '`spec.containers.image` · text\n\n' +
      String.raw`\<b\> \[x\]\(y\)` +
      '  \n' +
      String.raw`\- \*z\* ` +
      '\\`c\\`\n\n' +
      String.raw`https\:\/\/a\.b`,
  ],
])('%s', (_, more, text) => {
  expect(hoverText({ ...image, ...more }, '1.36')).toBe(text)
})
