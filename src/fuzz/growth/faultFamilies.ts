import { configMap, container, thing, times, type Family } from './family'

const fields = (n: number, schema: string): string => times(n, (index) => `"field${index}": ${schema}`, ', ')

const object = (n: number, schema: string): string =>
  `{"type": "object", "properties": {${fields(n, schema)}}}`

const words = (n: number): string => times(n, (index) => `"value${index}"`, ', ')

const json = (n: number, item: (index: number) => string): string =>
  `{"apiVersion": "v1", "kind": "List", "items": [\n${times(n, item, ',\n')}\n]}\n`

const image = (text: string): string => container('').replace('nginx:1.2.3', text)

/** Faults, schemas, templates and JSON, many times. */
export const faultFamilies: readonly Family[] = [
  { name: 'unknown fields', text: (n) => container(times(n, (index) => `        unknown${index}: 1\n`)) },
  {
    name: 'misspelt fields',
    text: (n) => container(times(n, (index) => `        imagePullPolic${index}: a\n`)),
  },
  { name: 'a long unknown field', text: (n) => container(`        ${'imagePull'.repeat(n)}: 1\n`) },
  {
    name: 'a long key with many faults',
    text: (n) =>
      `${configMap('').replace('data:\n', '')}data:\n  ${'k'.repeat(n)}:\n${times(n, (index) => `    f${index}: 1\n`)}`,
  },
  {
    name: 'a long key above many unknown fields',
    text: (n) =>
      thing(
        `{"type": "object", "additionalProperties": {"type": "object", "properties": {"a": {"type": "string"}}}}`,
        `{${'k'.repeat(n)}: {${times(n, (index) => `f${index}: 1`, ', ')}}}`,
      ),
  },
  {
    name: 'wrong types',
    text: (n) =>
      container(`        env:\n${times(n, (index) => `        - {name: V${index}, value: ${index}}\n`)}`),
  },
  {
    name: 'values that an enum does not have',
    text: (n) =>
      container(
        `        ports:\n${times(n, (index) => `        - {containerPort: ${1 + index}, protocol: tcp${index}}\n`)}`,
      ),
  },
  { name: 'null items', text: (n) => container(`        env:\n${'        -\n'.repeat(n)}`) },
  {
    name: 'two long names',
    text: (n) => `${container('', 'a'.repeat(n))}---\n${container('', `${'a'.repeat(n - 1)}b`)}`,
  },
  {
    name: 'a Service and a long label',
    text: (n) =>
      `${container('', 'web', `{app: ${'a'.repeat(n)}}`)}---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n  selector: {app: ${'a'.repeat(n - 1)}b}\n`,
  },
  {
    name: 'a long kind',
    text: (n) => `apiVersion: v1\nkind: ${'Deployment'.repeat(n)}\nmetadata: {name: a}\n`,
  },
  {
    name: 'a long apiVersion',
    text: (n) => `apiVersion: ${'apps/'.repeat(n)}v1\nkind: Deployment\nmetadata: {name: a}\n`,
  },
  {
    name: 'a long quantity',
    text: (n) =>
      container(`        resources: {limits: {cpu: ${'1'.repeat(n)}m, memory: 0.${'0'.repeat(n)}1Gi}}\n`),
  },
  {
    name: 'a long duration',
    text: (n) =>
      thing(
        '{"type": "object", "properties": {"a": {"type": "string", "format": "duration"}}}',
        `{a: ${'1h'.repeat(n)}}`,
      ),
  },
  { name: 'a long image', text: (n) => image(`${'a/'.repeat(n)}b:1`) },
  { name: 'a long image of colons', text: (n) => image(`a${':1'.repeat(n)}`) },
  {
    name: 'CRD fields and unknown fields',
    text: (n) => thing(object(n, '{"type": "string"}'), `{${times(n, (index) => `feild${index}: a`, ', ')}}`),
  },
  {
    name: 'CRD enum × values',
    text: (n) =>
      thing(
        `{"type": "array", "items": {"type": "string", "enum": [${words(n)}]}}`,
        `[${times(n, (index) => `vallue${index}`, ', ')}]`,
      ),
  },
  {
    name: 'CRD fields with faults',
    text: (n) =>
      thing(
        object(n, '{"type": "integer", "minimum": 3}'),
        `{${times(n, (index) => `field${index}: 1`, ', ')}}`,
      ),
  },
  {
    name: 'CRD fields that are missing',
    text: (n) =>
      thing(
        `{"type": "object", "required": [${times(n, (index) => `"field${index}"`, ', ')}], "properties": {${fields(n, '{"type": "string"}')}}}`,
        '{}',
      ),
  },
  {
    name: 'CRD patterns × values',
    text: (n) =>
      thing(
        `{"type": "array", "items": {"allOf": [${times(n, (index) => `{"pattern": "^a${index}$"}`, ', ')}]}}`,
        `[${times(n, (index) => `b${index}`, ', ')}]`,
      ),
  },
  {
    name: 'CRD pattern × a long value',
    text: (n) =>
      thing(
        '{"type": "object", "properties": {"a": {"type": "string", "pattern": "^(a+)+$"}}}',
        `{a: ${'a'.repeat(n)}b}`,
      ),
  },
  {
    name: 'CRD alternatives',
    text: (n) =>
      thing(
        `{"type": "object", "properties": {"a": {"oneOf": [${times(n, (index) => `{"required": ["r${index}"]}`, ', ')}]}}}`,
        `{a: {b: 1}}`,
      ),
  },
  {
    name: 'CRD alternatives × values',
    text: (n) =>
      thing(
        `{"type": "array", "items": {"anyOf": [${times(n, (index) => `{"enum": ["e${index}"]}`, ', ')}]}}`,
        `[${times(n, (index) => `v${index}`, ', ')}]`,
      ),
  },
  {
    name: 'CRD depth',
    text: (n) =>
      thing(
        `${'{"type": "object", "properties": {"a": '.repeat(n)}{"type": "string"}${'}}'.repeat(n)}`,
        '{}',
      ),
  },
  {
    name: 'CRD versions',
    text: (n) =>
      thing('{"type": "object"}', '{}').replace(
        '  versions:\n',
        `  versions:\n${times(n, (index) => `  - {name: v1alpha${index}, served: true, schema: {openAPIV3Schema: {type: object}}}\n`)}`,
      ),
  },
  {
    name: 'CRDs',
    text: (n) =>
      times(
        n,
        (index) =>
          `${thing('{"type": "object"}', '{}').replaceAll('Thing', `Thing${index}`).replaceAll('things', `things${index}`)}---\n`,
      ),
  },
  { name: 'one CRD repeated', text: (n) => `${thing('{"type": "object"}', '{}')}---\n`.repeat(n) },
  {
    name: 'resources of a CRD',
    text: (n) =>
      thing(object(5, '{"type": "string"}'), '{}') +
      times(
        n,
        (index) =>
          `---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a${index}}\nspec: {field0: 1}\n`,
      ),
  },
  {
    name: 'equal items of a set',
    text: (n) =>
      thing(
        '{"type": "array", "uniqueItems": true, "items": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}',
        `[${times(n, (index) => `{a: ${index}}`, ', ')}]`,
      ),
  },
  { name: 'template pairs and a word', text: (n) => `${'{{x}}'.repeat(n)} word\n` },
  { name: 'template pairs in a value', text: (n) => configMap(`  a: ${'{{x}}'.repeat(n)} word\n`) },
  { name: 'template pairs and keys', text: (n) => `${configMap('  a: b\n')}${'{{x}}: '.repeat(n)}\n` },
  {
    name: 'template lines',
    text: (n) => configMap('{{- if .Values.a }}\n  a: {{ .Values.a }}\n{{- end }}\n'.repeat(n)),
  },
  { name: 'opened templates in a name', text: (n) => container('', '{{'.repeat(n)) },
  { name: 'opened templates in an image', text: (n) => image('{{'.repeat(n)) },
  {
    name: 'opened templates in quotes with an error',
    text: (n) => configMap(`  a: "${'{{'.repeat(n)}" b\n`),
  },
  { name: 'closed templates', text: (n) => configMap(`  a: "${'}}'.repeat(n)}" b\n`) },
  { name: 'placeholders in placeholders', text: (n) => image(`"${'${A:-'.repeat(n)}"`) },
  { name: 'placeholders', text: (n) => image(`"${'${A}'.repeat(n)}"`) },
  { name: 'dollars', text: (n) => image(`"${'$('.repeat(n)}"`) },
  { name: 'percent tags', text: (n) => configMap(`  a: ${'<% '.repeat(n)}\n`) },
  {
    name: 'JSON items',
    text: (n) =>
      json(
        n,
        (index) =>
          `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p${index}"}, "spec": {"containers": [{"name": "a", "image": "b"}]}}`,
      ),
  },
  {
    name: 'JSON items with a comma too many',
    text: (n) =>
      json(n, (index) => `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "p${index}"},}`),
  },
  {
    name: 'JSON keys repeated',
    text: (n) =>
      `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {${times(n, () => '"a": "b"', ', ')}}}`,
  },
  {
    name: 'JSON escapes',
    text: (n) =>
      `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"a": "${'\\u0041\\n'.repeat(n)}"}}`,
  },
  { name: 'JSON depth', text: (n) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}` },
  {
    name: 'JSON that is not closed',
    text: (n) => `{"apiVersion": "v1", "data": {${times(n, (index) => `"k${index}": "v"`, ', ')}`,
  },
]
