import { configMap, container, times, type Family } from './family'

const value = (text: string): string => configMap(`  a: ${text}\n`)

/** Every element of YAML, many times. */
export const yamlFamilies: readonly Family[] = [
  { name: 'documents', text: (n) => times(n, (index) => configMap('  a: b\n', `c${index}`), '---\n') },
  { name: 'blank documents', text: (n) => '---\n'.repeat(n) },
  { name: 'documents with only a comment', text: (n) => '# x\n---\n'.repeat(n) },
  { name: 'documents that end in dots', text: (n) => `${configMap('  a: b\n')}...\n`.repeat(n) },
  { name: 'documents with a syntax error', text: (n) => 'a: "b\n---\n'.repeat(n) },
  { name: 'syntax errors in one document', text: (n) => times(n, (index) => `k${index}: "a" b\n`) },
  { name: 'brackets that never close', text: (n) => '['.repeat(n) },
  { name: 'braces that never close', text: (n) => '{a: '.repeat(n) },
  { name: 'brackets that nothing opened', text: (n) => ']'.repeat(n) },
  { name: 'nested lists', text: (n) => value('['.repeat(n) + ']'.repeat(n)) },
  { name: 'nested dashes', text: (n) => `a:\n  ${'- '.repeat(n)}x\n` },
  { name: 'nested mappings', text: (n) => value('{a: '.repeat(n) + 'x' + '}'.repeat(n)) },
  { name: 'keys', text: (n) => configMap(times(n, (index) => `  key-${index}: value\n`)) },
  { name: 'keys at the root', text: (n) => times(n, (index) => `key-${index}: value\n`) },
  { name: 'explicit keys', text: (n) => configMap(times(n, (index) => `  ? key-${index}\n  : value\n`)) },
  { name: 'keys that are lists', text: (n) => configMap(times(n, (index) => `  [${index}]: value\n`)) },
  { name: 'one key repeated', text: (n) => configMap('  a: b\n'.repeat(n)) },
  { name: 'keys each twice', text: (n) => configMap(times(n, (index) => `  key-${index >> 1}: value\n`)) },
  { name: 'list items', text: (n) => `a:\n${'- b\n'.repeat(n)}` },
  { name: 'wide flow list', text: (n) => value(`[${times(n, String, ', ')}]`) },
  { name: 'wide flow mapping', text: (n) => value(`{${times(n, (index) => `a${index}: 1`, ', ')}}`) },
  { name: 'flow over many lines', text: (n) => value(`[\n${times(n, (index) => `    ${index},\n`)}  ]`) },
  { name: 'anchors', text: (n) => configMap(times(n, (index) => `  k${index}: &a${index} b\n`)) },
  {
    name: 'aliases of one anchor',
    text: (n) => configMap(`  a: &a b\n${times(n, (index) => `  k${index}: *a\n`)}`),
  },
  {
    name: 'aliases of a mapping',
    text: (n) => `a: &a {b: {c: d}}\n${times(n, (index) => `k${index}: *a\n`)}`,
  },
  {
    name: 'aliases without an anchor',
    text: (n) => configMap(times(n, (index) => `  k${index}: *a${index}\n`)),
  },
  {
    name: 'chain of aliases',
    text: (n) => `a0: &a0 {x: 1}\n${times(n, (index) => `a${index + 1}: &a${index + 1} {b: *a${index}}\n`)}`,
  },
  {
    name: 'aliases that double',
    text: (n) =>
      `a0: &a0 [x, x]\n${times(n, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}`,
  },
  {
    name: 'merge keys of one mapping',
    text: (n) => `a: &a {b: c, d: e}\n${times(n, (index) => `k${index}:\n  <<: *a\n  f: g\n`)}`,
  },
  {
    name: 'chain of merge keys',
    text: (n) =>
      `a0: &a0 {x: 1}\n${times(n, (index) => `a${index + 1}: &a${index + 1}\n  <<: *a${index}\n  k${index}: 1\n`)}`,
  },
  {
    name: 'merge of many mappings',
    text: (n) =>
      `${times(n, (index) => `a${index}: &a${index} {k${index}: 1}\n`)}z:\n  <<: [${times(n, (index) => `*a${index}`, ', ')}]\n`,
  },
  {
    name: 'wide mapping merged often',
    text: (n) =>
      `a: &a {${times(n, (index) => `k${index}: 1`, ', ')}}\n${times(n, (index) => `m${index}: {<<: *a}\n`)}`,
  },
  { name: 'block scalar lines', text: (n) => value(`|\n${'    some text\n'.repeat(n)}`) },
  { name: 'folded scalar lines', text: (n) => value(`>\n${'    some text\n'.repeat(n)}`) },
  { name: 'block scalars', text: (n) => configMap(times(n, (index) => `  k${index}: |\n    a\n    b\n`)) },
  { name: 'lines of a tab in a block scalar', text: (n) => value(`|\n    a\n${'\t\n'.repeat(n)}    b\n`) },
  { name: 'lines of spaces in a block scalar', text: (n) => value(`|\n${'        \n'.repeat(n)}    b\n`) },
  { name: 'lines of a tab', text: (n) => configMap(`  a: b\n${'\t\n'.repeat(n)}  c: d\n`) },
  { name: 'lines of a plain scalar', text: (n) => value(`a\n${'    b\n'.repeat(n)}`) },
  { name: 'lines of a quoted scalar', text: (n) => value(`"a\n${'    b\n'.repeat(n)}    c"`) },
  { name: 'blank lines in a quoted scalar', text: (n) => value(`"a${'\n'.repeat(n)}    c"`) },
  { name: 'escapes', text: (n) => value(`"${'\\n\\x41\\u00e9'.repeat(n)}"`) },
  { name: 'escapes that are wrong', text: (n) => value(`"${'\\q'.repeat(n)}"`) },
  { name: 'escaped line breaks', text: (n) => value(`"${'a\\\n    '.repeat(n)}"`) },
  { name: 'quotes in quotes', text: (n) => value(`'${"''".repeat(n)}'`) },
  { name: 'quotes that never close', text: (n) => `a: "${'b\n'.repeat(n)}` },
  { name: 'long scalar', text: (n) => value('x'.repeat(n)) },
  { name: 'long quoted scalar', text: (n) => value(`"${'x'.repeat(n)}"`) },
  { name: 'long scalar of words', text: (n) => value('word '.repeat(n)) },
  { name: 'long scalar of digits', text: (n) => value('9'.repeat(n)) },
  { name: 'long scalar of spaces', text: (n) => value(`a${' '.repeat(n)}b`) },
  { name: 'long key', text: (n) => configMap(`  ${'x'.repeat(n)}: a\n`) },
  { name: 'colons', text: (n) => value('a:'.repeat(n)) },
  { name: 'colons and spaces', text: (n) => value('a: '.repeat(n)) },
  { name: 'question marks', text: (n) => `${'? '.repeat(n)}a\n` },
  { name: 'comments', text: (n) => configMap(`  a: b\n${'  # c\n'.repeat(n)}  d: e\n`) },
  { name: 'comments after values', text: (n) => configMap(times(n, (index) => `  k${index}: a # b\n`)) },
  {
    name: 'comments of another indentation',
    text: (n) => container(`${times(n, (index) => `${' '.repeat(index % 12)}# c\n`)}        tty: true\n`),
  },
  { name: 'blank lines', text: (n) => configMap(`  a: b\n${'\n'.repeat(n)}  c: d\n`) },
  { name: 'spaces at line ends', text: (n) => configMap(`  a: b\n${`${' '.repeat(20)}\n`.repeat(n)}`) },
  { name: 'tags', text: (n) => configMap(times(n, (index) => `  k${index}: !!str a\n`)) },
  { name: 'unknown tags', text: (n) => configMap(times(n, (index) => `  k${index}: !t${index} a\n`)) },
  { name: 'tags on one value', text: (n) => value(`${'!!str '.repeat(n)}a`) },
  { name: 'directives', text: (n) => `${'%YAML 1.2\n'.repeat(n)}---\n${configMap('  a: b\n')}` },
  {
    name: 'tag directives',
    text: (n) => `${times(n, (index) => `%TAG !a${index}! tag:x,${index}:\n`)}---\na: b\n`,
  },
  {
    name: 'CR line breaks',
    text: (n) => configMap(times(n, (index) => `  k${index}: a\n`)).replaceAll('\n', '\r'),
  },
  {
    name: 'CRLF line breaks',
    text: (n) => configMap(times(n, (index) => `  k${index}: a\n`)).replaceAll('\n', '\r\n'),
  },
  {
    name: 'LS line breaks',
    text: (n) => configMap(times(n, (index) => `  k${index}: a\n`)).replaceAll('\n', '\u2028'),
  },
  { name: 'control characters', text: (n) => value('\u0007'.repeat(n)) },
  { name: 'lone surrogates', text: (n) => value('\ud800'.repeat(n)) },
  { name: 'byte-order marks', text: (n) => '---\n\ufeffa: b\n'.repeat(n) },
  { name: 'staircase', text: (n) => times(Math.ceil(Math.sqrt(n)), (index) => `${' '.repeat(index)}a:\n`) },
]
