import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import type { Json } from '../engine/model/json'
import { kustomizeOverlay } from './kustomize'

type Fields = { readonly [key: string]: Json }

const jsonOf = (text: string): readonly Json[] =>
  parseAllDocuments(text).map((document) => document.toJS() as Json)

const overlayOf = (before: string, after: string) =>
  kustomizeOverlay(jsonOf(before), jsonOf(after), 'manifest.yaml')

const head = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
- manifest.yaml
`

const indented = (text: string) => text.trimEnd().replace(/^(?=.)/gm, '    ')

const deployment = (spec: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
${spec}`

/** The patch of an overlay that patches one object and adds none. */
const patchOf = (before: string, after: string): string => {
  const { files, left } = overlayOf(before, after)
  expect(left).toEqual([])
  expect(files.map(({ name }) => name)).toEqual(['kustomization.yaml'])
  const { patches } = parse(files[0]?.text ?? '') as { patches: readonly { patch: string; target?: Json }[] }
  expect(patches).toHaveLength(1)
  return `${patches[0]?.patch}\n`
}

test('an overlay is a kustomization and a file of new objects', () => {
  const before = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, labels: { old: x } }
spec: { replicas: 1, template: { spec: { containers: [{ name: web, image: web:1 }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: gone }
---
apiVersion: v1
kind: Secret
metadata: { name: same }
`
  const after = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, labels: { app.kubernetes.io/name: web } }
spec: { replicas: 2, template: { spec: { containers: [{ name: web, image: web:2 }] } } }
---
apiVersion: v1
kind: Secret
metadata: { name: same }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: new }
data: { on: "yes", text: "a\\nb\\n" }
`
  expect(overlayOf(before, after)).toEqual({
    files: [
      {
        name: 'kustomization.yaml',
        text: `${head}- added.yaml
patches:
- patch: |-
    $patch: delete
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: gone
- patch: |-
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      namespace: shop
      labels:
        app.kubernetes.io/name: web
        old: null
    spec:
      replicas: 2
      template:
        spec:
          containers:
          - name: web
            image: web:2
`,
      },
      {
        name: 'added.yaml',
        text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: new
data:
  "on": "yes"
  text: |
    a
    b
`,
      },
    ],
    left: [],
  })
})

test.each<[what: string, before: string, after: string, patch: string]>([
  [
    'lists with a key are merged, others are replaced',
    '{ containers: [{ name: a, args: [x], env: [{ name: A, value: "1" }, { name: B }] }], tolerations: [{ key: a }] }',
    '{ containers: [{ name: a, args: [x, y], env: [{ name: A, value: "2" }, { name: C }] }], tolerations: [{ key: a }, { key: b }] }',
    `      containers:
      - name: a
        args:
        - x
        - "y"
        env:
        - name: A
          value: "2"
        - name: C
        - $patch: delete
          name: B
      tolerations:
      - key: a
      - key: b
`,
  ],
  [
    'the order of containers is kept',
    '{ containers: [{ name: a }, { name: b }, { name: c }] }',
    '{ containers: [{ name: a }, { name: b, image: "b:2" }, { name: c }] }',
    `      containers:
      - name: a
      - name: b
        image: b:2
`,
  ],
  [
    'a new order is a list of item names',
    '{ initContainers: [{ name: a, image: a }, { name: b }, { name: c }] }',
    '{ initContainers: [{ name: b }, { name: a, image: a }, { name: c }] }',
    `      initContainers:
      - name: b
`,
  ],
  [
    'the order of variables is kept when one refers to another',
    '{ containers: [{ name: a, env: [{ name: A }, { name: B, value: "1" }] }] }',
    '{ containers: [{ name: a, env: [{ name: A }, { name: B, value: $(A) }] }] }',
    `      containers:
      - name: a
        env:
        - name: A
        - name: B
          value: $(A)
`,
  ],
  [
    'the type of a volume changes',
    '{ volumes: [{ name: a, hostPath: { path: /a } }, { name: b, emptyDir: { medium: Memory } }] }',
    '{ volumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }] }',
    `      volumes:
      - name: a
        emptyDir: {}
        hostPath: null
      - name: b
        emptyDir:
          medium: null
`,
  ],
  [
    'ports are identified by their protocol where all have one',
    '{ containers: [{ name: a, ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53, protocol: TCP }] }] }',
    '{ containers: [{ name: a, ports: [{ containerPort: 53, protocol: UDP, name: dns }] }] }',
    `      containers:
      - name: a
        ports:
        - containerPort: 53
          protocol: UDP
          name: dns
        - $patch: delete
          containerPort: 53
          protocol: TCP
`,
  ],
  [
    'ports are replaced when only some have a protocol',
    '{ containers: [{ name: a, ports: [{ containerPort: 80 }] }] }',
    '{ containers: [{ name: a, ports: [{ containerPort: 80 }, { containerPort: 53, protocol: UDP }] }] }',
    `      containers:
      - name: a
        ports:
        - $patch: replace
        - containerPort: 80
        - containerPort: 53
          protocol: UDP
`,
  ],
  [
    'a list with duplicates is replaced',
    '{ containers: [{ name: a, env: [{ name: A, value: "1" }, { name: A, value: "2" }] }] }',
    '{ containers: [{ name: a, env: [{ name: A, value: "2" }] }] }',
    `      containers:
      - name: a
        env:
        - $patch: replace
        - name: A
          value: "2"
`,
  ],
  [
    'a list becomes empty, one is added, one is removed',
    '{ imagePullSecrets: [{ name: a }], hostAliases: [{ ip: 10.0.0.1 }] }',
    '{ imagePullSecrets: [], volumes: [{ name: a, emptyDir: {} }] }',
    `      imagePullSecrets:
      - $patch: replace
      volumes:
      - name: a
        emptyDir: {}
      hostAliases: null
`,
  ],
])('%s', (_, before, after, patch) => {
  const spec = (text: string) => deployment(`      ${text}`)
  expect(patchOf(spec(before), spec(after))).toBe(deployment(patch))
})

test('scalars are added to a list, and removed by replacing the list', () => {
  const claim = (finalizers: string) =>
    `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: a\n  finalizers:\n${finalizers}`
  expect(patchOf(claim('  - a/a\n'), claim('  - a/a\n  - b/b\n'))).toBe(claim('  - b/b\n'))
  expect(patchOf(claim('  - a/a\n  - b/b\n'), claim('  - b/b\n'))).toBe(
    claim('  - $patch: replace\n  - b/b\n'),
  )
})

test('the order of the ports of a Service is kept', () => {
  const service = (ports: string) =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  ports:\n${ports}`
  const [first, second] = ['  - port: 1\n    protocol: TCP\n', '  - port: 2\n    protocol: TCP\n']
  expect(patchOf(service(second), service(first + second))).toBe(service(first))
  expect(patchOf(service(first), service(first + second))).toBe(
    service(`  - $patch: replace\n${first}${second}`),
  )
})

test('the lists of a kind that kustomize does not know are replaced', () => {
  const text = (items: string) =>
    `apiVersion: example.com/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  containers:\n${items}`
  const after = text('  - name: a\n    image: a:1\n  - name: b\n    image: b:2\n')
  expect(patchOf(text('  - name: a\n    image: a:1\n  - name: b\n    image: b:1\n'), after)).toBe(after)
})

test('a patch does not end with text of several lines', () => {
  const before = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: x, b: y }\n'
  const after = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: x, b: "1\\n\\n 2\\n" }\n'
  expect(patchOf(before, after)).toBe(`apiVersion: v1
metadata:
  name: a
data:
  b: |
    1

     2
kind: ConfigMap
`)
})

test.each<[what: string, before: string, after: string, target: string, patch: string]>([
  [
    'another apiVersion and namespace',
    'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a.b }',
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: a.b, namespace: shop }',
    'group: policy\nversion: v1beta1\nkind: PodDisruptionBudget\nname: a\\.b',
    `- op: replace
  path: /apiVersion
  value: policy/v1
- op: add
  path: /metadata/namespace
  value: shop`,
  ],
  [
    'text that becomes a number',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a, labels: { a/b~c: x } }\nspec: { replicas: "3" }',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a, labels: {} }\nspec: { replicas: 3 }',
    'group: apps\nversion: v1\nkind: Deployment\nname: a',
    `- op: remove
  path: /metadata/labels/a~1b~0c
- op: replace
  path: /spec/replicas
  value: 3`,
  ],
  [
    'a list that keeps its duplicates',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { volumes: [{ name: a }, { name: a }] }',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { volumes: [{ name: a }, { name: a, x: "1\\n2\\n" }] }',
    'version: v1\nkind: Pod\nname: a',
    `- op: add
  value: |
    1
    2
  path: /spec/volumes/1/x`,
  ],
  [
    'an object that becomes a list',
    'apiVersion: a/v1\nkind: A\nmetadata: { name: a }\nspec: { a: { b: 1 } }',
    'apiVersion: a/v1\nkind: A\nmetadata: { name: a }\nspec: { a: [1] }',
    'group: a\nversion: v1\nkind: A\nname: a',
    '- op: replace\n  path: /spec/a\n  value:\n  - 1',
  ],
  [
    'a field with the name of a directive',
    'apiVersion: a/v1\nkind: A\nmetadata: { name: a }\nspec: { a: { $patch: x } }',
    'apiVersion: a/v1\nkind: A\nmetadata: { name: a }\nspec: { a: { $patch: y } }',
    'group: a\nversion: v1\nkind: A\nname: a',
    '- op: replace\n  path: /spec/a/$patch\n  value: "y"',
  ],
])('a JSON Patch is used where a merge patch is not possible: %s', (_, before, after, target, patch) => {
  const text = `${head}patches:\n- target:\n${indented(target)}\n  patch: |-\n${indented(patch)}\n`
  expect(overlayOf(before, after)).toEqual({ files: [{ name: 'kustomization.yaml', text }], left: [] })
})

test('a change of apiVersion is a JSON Patch after the merge patch for the rest', () => {
  const before = 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: { name: a }\nspec: { suspend: true }'
  const after = 'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { suspend: false }'
  const { patches } = parse(overlayOf(before, after).files[0]?.text ?? '') as { patches: readonly Fields[] }
  expect(patches.map(({ patch }) => parse(String(patch)) as Json)).toEqual([
    { apiVersion: 'batch/v1beta1', kind: 'CronJob', metadata: { name: 'a' }, spec: { suspend: false } },
    [{ op: 'replace', path: '/apiVersion', value: 'batch/v1' }],
  ])
})

const map = (name: string, rest = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata: { ${name} }\n${rest}`

test('the target of a JSON Patch has a namespace where objects only differ by it', () => {
  const before = `${map('name: a', 'data: { a: "1" }')}\n---\n${map('name: a, namespace: shop', 'data: { a: "1" }')}`
  const { files, left } = overlayOf(before, before.replaceAll('"1"', '1'))
  expect(left).toEqual([])
  expect(files[0]?.text.match(/ namespace: .*/g)).toEqual([' namespace: default', ' namespace: shop'])
})

test.each<[what: string, before: string, after: string]>([
  ['nothing changes', map('name: a'), map('name: a')],
  ['null counts as absent', map('name: a, creationTimestamp: null', 'data: null'), map('name: a')],
  [
    'a List is expanded',
    `kind: List\nitems: [{ apiVersion: v1, kind: Pod, metadata: { name: a } }]`,
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }',
  ],
  [
    'only the order of volumes changes',
    deployment('      volumes: [{ name: a }, { name: b }]'),
    deployment('      volumes: [{ name: b }, { name: a }]'),
  ],
  ['both manifests are empty', '', ''],
])('there are no files when %s', (_, before, after) => {
  expect(overlayOf(before, after)).toEqual({ files: [], left: [] })
})

test.each<[before: string, left: readonly string[]]>([
  [map('generateName: a-'), ['an object of kind ConfigMap has no metadata.name.']],
  [
    `${map('name: a')}\n---\n${map('name: a, namespace: default')}`,
    ['ConfigMap default/a appears more than once.'],
  ],
  ['- 1', ['a document is not an object.']],
  ['kind: Pod\nmetadata: { name: a }', ['an object has no apiVersion or no kind.']],
])('a manifest that kustomize cannot load has no overlay: %j', (before, left) => {
  expect(overlayOf(before, map('name: b'))).toEqual({
    files: [],
    left: left.map((error) => `kustomize cannot load this manifest: ${error}`),
  })
})

test('objects that kustomize cannot load are reported, and the others are patched', () => {
  const before = `${map('name: a', 'data: { a: "1" }')}\n---\n${map('name: b')}`
  const after = [map('name: a', 'data: { a: "2" }'), map('name: b'), map('name: b'), map('generateName: c-')]
  const { files, left } = overlayOf(before, after.join('\n---\n'))
  expect(left).toEqual([
    'kustomize cannot load the changed manifest: an object of kind ConfigMap has no metadata.name.',
    'kustomize cannot load the changed manifest: ConfigMap b appears more than once.',
  ])
  expect(files[0]?.text.match(/ name: .*/g)).toEqual([' name: a'])
})

test('values that YAML cannot represent are reported', () => {
  const object = (name: string, value: Json): Json => ({
    apiVersion: 'a/v1',
    kind: 'A',
    metadata: { name },
    value,
  })
  const after = [object('a', Infinity), object('b', '\ud800')]
  expect(kustomizeOverlay([object('a', 1)], after, 'manifest.yaml')).toEqual({
    files: [],
    left: [
      'A a is not patched: Infinity cannot be written as a JSON number.',
      'A b is not added: The text contains an unpaired surrogate.',
    ],
  })
})

test('a JSON Patch whose target would match two objects is left out', () => {
  const service = (apiVersion: string, value: string) =>
    `apiVersion: ${apiVersion}\nkind: Service\nmetadata: { name: a }\nspec: { x: ${value} }\n`
  const other = service('serving.knative.dev/v1', '1')
  const overlay = overlayOf(`${service('v1', '"1"')}---\n${other}`, `${service('v1', '1')}---\n${other}`)
  expect(overlay).toEqual({
    files: [],
    left: [expect.stringMatching(/^Service a is not fully patched: /)],
  })
})

test('the file of new objects never has the name of the manifest', () => {
  const overlay = kustomizeOverlay([], jsonOf(map('name: a')), 'added.yaml')
  expect(overlay.files.map(({ name }) => name)).toEqual(['kustomization.yaml', 'new.yaml'])
  expect(overlay.files[0]?.text).toContain('resources:\n- added.yaml\n- new.yaml\n')
})
