import { fixTable } from '../testing/fixTable'

const labelled = (value: string, more = '') =>
  `{apiVersion: v1, kind: Service, metadata: {name: web, labels: {example.com/a: ${value}}${more}}}`

fixTable('label-values', [
  [
    'a slash',
    labelled('feature/x'),
    'review Change the value to feature-x: set metadata.labels["example.com/a"] = "feature-x"',
    'risky Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "feature/x"',
  ],
  [
    'too long with it',
    labelled(`"${'a'.repeat(62)} ${'b'.repeat(9)}"`),
    'review Change the value to aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: set metadata.labels["example.com/a"] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    'risky Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbb"',
  ],
  [
    'only at the ends',
    labelled('"_v1.0?"'),
    'review Change the value to v1.0: set metadata.labels["example.com/a"] = "v1.0"',
    'risky Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "_v1.0?"',
  ],
  [
    'nothing is left',
    labelled('"///"'),
    'risky Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "///"',
  ],
  [
    'an annotation of the name',
    labelled('"///"', ', annotations: {example.com/a: x}'),
    'unfixable: The value has no valid characters. Decide what it should be, or remove the label.',
  ],
  [
    'a placeholder',
    labelled('"${VERSION}"'),
    'unfixable: The value contains a placeholder that some tool has to replace. Render it first.',
  ],
])
