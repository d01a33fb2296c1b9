import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

const env = (entries: string) => pod(a(`env: [${entries}]`))

fixTable('environment-variable-key-duplication', [
  [
    'other values',
    env('{name: A, value: one}, {name: B}, {name: A, value: two}'),
    'risky Remove the earlier A: remove spec.containers[0].env[0]',
    'risky Remove the later A: remove spec.containers[0].env[2]',
  ],
  [
    'the same value',
    env('{name: A, value: one}, {name: A, value: one}'),
    'safe Remove the repeated A: remove spec.containers[0].env[1]',
  ],
  [
    'the same value, used in between',
    env('{name: A, value: one}, {name: B, value: "$(A)"}, {name: A, value: one}'),
    'safe Remove the repeated A: remove spec.containers[0].env[2]',
  ],
  [
    'the same value, made of others',
    env('{name: A, value: "$(B)"}, {name: B}, {name: A, value: "$(B)"}'),
    'risky Remove the earlier A: remove spec.containers[0].env[0]',
    'risky Remove the later A: remove spec.containers[0].env[2]',
  ],
  [
    'three times',
    env('{name: A, value: one}, {name: A, value: two}, {name: A, value: three}'),
    'risky Remove the earlier A: remove spec.containers[0].env[1]; remove spec.containers[0].env[0]',
    'risky Remove the later A: remove spec.containers[0].env[2]; remove spec.containers[0].env[1]',
  ],
  [
    'from elsewhere',
    env('{name: A, value: one}, {name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}'),
    'risky Remove the earlier A: remove spec.containers[0].env[0]',
    'risky Remove the later A: remove spec.containers[0].env[1]',
  ],
  [
    'the same from elsewhere',
    env(
      '{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}, {name: A, valueFrom: {secretKeyRef: {key: k, name: s}}}',
    ),
    'safe Remove the repeated A: remove spec.containers[0].env[1]',
  ],
  [
    'nothing, twice',
    env('{name: A}, {name: A}'),
    'safe Remove the repeated A: remove spec.containers[0].env[1]',
  ],
  [
    'made of the earlier one',
    env('{name: PATH, value: /bin}, {name: PATH, value: "/opt:$(PATH)"}'),
    'unfixable: $(PATH) is used between the entries, so each of them counts. Write the value out where it is used, or rename the earlier variable.',
  ],
  [
    'used in between',
    env('{name: A, value: one}, {name: B, value: "$(A)"}, {name: A, value: two}'),
    'unfixable: $(A) is used between the entries, so each of them counts. Write the value out where it is used, or rename the earlier variable.',
  ],
  [
    'used behind, or only written',
    env('{name: A, value: one}, {name: B, value: "$$(A)"}, {name: A, value: two}, {name: C, value: "$(A)"}'),
    'risky Remove the earlier A: remove spec.containers[0].env[0]',
    'risky Remove the later A: remove spec.containers[0].env[2]',
  ],
  [
    'without names',
    env('{value: one}, {value: two}'),
    'unfixable: Only you know what the entries without a name are for. Name them, or remove them.',
  ],
])
