import { describe, expect, test } from 'vitest'
import { createFixer } from '../../engine/fixes/fixer'
import { defaultSettings } from '../../engine/model/settings'
import { applyEdits } from '../../engine/model/textEdit'
import { createEngine } from '../../engine/report/engine'
import { catalog } from '../../schemas'
import { readers } from '../../schemas/reading'
import { syntax } from '../syntax'
import { schema as schemaSource } from '.'

const engine = createEngine({ sources: [syntax, schemaSource], schemas: catalog, readers })
const fixer = await createFixer(engine)

/** What is found first, and the texts after each fix of it, by title. */
function fixesFor(text: string) {
  const [finding] = engine.evaluate(text, defaultSettings).findings
  const { offered, refused, unfixable } = fixer.fixesFor(text, finding?.id ?? '', defaultSettings)
  const fixes = offered.filter(({ followUps }) => followUps === undefined)
  return {
    rule: finding?.rule,
    refused: refused.map(({ title }) => title),
    unfixable,
    fixes: fixes.map(({ title, safety, edits }) => [`${safety} ${title}`, applyEdits(text, edits)] as const),
  }
}

const head = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\n`
const pod = (spec: string) => `${head('v1', 'Pod')}spec:\n${spec}`
/** The lines of a container behind its name. */
const container = (lines: string) => pod(`  containers:\n    - name: web\n${lines}`)
const deployment = (spec: string) => `${head('apps/v1', 'Deployment')}spec:\n${spec}`
const template = (metadata: string) =>
  `  template:\n${metadata}    spec:\n      containers:\n        - name: web\n`

type Row = readonly [what: string, before: string, fix: string, after: string]

/** The first fix of the first finding. */
const table = (rule: string, rows: readonly Row[]) =>
  describe(rule, () => {
    test.each(rows)('%s', (_, before, title, after) => {
      const { rule: found, fixes } = fixesFor(before)
      expect([found, fixes[0]]).toEqual([rule, [title, after]])
    })
  })

table('missing-field', [
  [
    'a field that is there under another name',
    pod('  container:\n    - name: web\n'),
    'review Rename container to containers',
    pod('  containers:\n    - name: web\n'),
  ],
  [
    'a selector like the labels of the template',
    deployment(template('    metadata:\n      labels:\n        tier: front\n')),
    'review Add selector',
    deployment(
      `${template('    metadata:\n      labels:\n        tier: front\n')}  selector:\n    matchLabels:\n      tier: front\n`,
    ),
  ],
  [
    'a selector and labels by the name',
    deployment(template('')),
    'review Add selector',
    deployment(
      `  template:\n    spec:\n      containers:\n        - name: web\n    metadata:\n      labels:\n        app: web\n` +
        '  selector:\n    matchLabels:\n      app: web\n',
    ),
  ],
  [
    'a template for what is selected',
    deployment('  selector:\n    matchLabels:\n      tier: front\n'),
    'review Add template',
    deployment(
      '  selector:\n    matchLabels:\n      tier: front\n  template:\n    metadata:\n      labels:\n        tier: front\n' +
        '    spec:\n      containers:\n        - name: web\n          image: example.com/change-me:1.0\n',
    ),
  ],
  [
    'a template for the pods of a CronJob',
    `${head('batch/v1', 'CronJob')}spec:\n  schedule: "@daily"\n`,
    'review Add jobTemplate',
    `${head('batch/v1', 'CronJob')}spec:\n  schedule: "@daily"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n` +
      '          restartPolicy: OnFailure\n          containers:\n            - name: web\n              image: example.com/change-me:1.0\n',
  ],
  [
    'a name like the image, which is free',
    pod('  containers:\n    - name: redis\n    - image: example.com:5000/db/Redis:7\n'),
    'review Add name',
    pod('  containers:\n    - name: redis\n    - image: example.com:5000/db/Redis:7\n      name: redis-2\n'),
  ],
  [
    'the port that the container has',
    container('      ports:\n        - containerPort: 9090\n      livenessProbe:\n        tcpSocket: {}\n'),
    'review Add port',
    container(
      '      ports:\n        - containerPort: 9090\n      livenessProbe:\n        tcpSocket:\n          port: 9090\n',
    ),
  ],
  [
    'the port that a Service leads to',
    `${head('v1', 'Service')}spec:\n  ports:\n    - targetPort: 9090\n`,
    'review Add port',
    `${head('v1', 'Service')}spec:\n  ports:\n    - targetPort: 9090\n      port: 9090\n`,
  ],
  [
    'no port that cannot be',
    `${head('v1', 'Service')}spec:\n  ports:\n    - targetPort: 123456\n`,
    'review Add port',
    `${head('v1', 'Service')}spec:\n  ports:\n    - targetPort: 123456\n      port: 80\n`,
  ],
  [
    'the role of a binding',
    head('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'),
    'review Add roleRef',
    `${head('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding')}roleRef:\n  kind: ClusterRole\n  name: change-me\n`,
  ],
  [
    'a value of an enum',
    pod('  securityContext:\n    seccompProfile: {}\n  containers:\n    - name: web\n'),
    'review Add type',
    pod(
      '  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n  containers:\n    - name: web\n',
    ),
  ],
  [
    'a null in its place',
    container('      env:\n        - name:\n          value: a\n'),
    'review Add name',
    container('      env:\n        - name: change-me\n          value: a\n'),
  ],
])

table('unknown-field', [
  [
    'into the one mapping that knows it',
    container('      runAsUser: 1000\n      image: web:1\n'),
    'safe Move to securityContext',
    container('      image: web:1\n      securityContext:\n        runAsUser: 1000\n'),
  ],
  [
    'further out',
    deployment(
      '  selector:\n    matchLabels:\n      app: web\n  template:\n    replicas: 2\n    metadata:\n      labels:\n        app: web\n',
    ),
    'safe Move to spec',
    deployment(
      '  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n  replicas: 2\n',
    ),
  ],
  [
    'labels under a selector',
    deployment(`  selector:\n    example.com/app: web\n${template('')}`),
    'safe Move to matchLabels',
    deployment(`  selector:\n    matchLabels:\n      example.com/app: web\n${template('')}`),
  ],
  [
    'into the only item of a list',
    pod('  image: web:1\n  containers:\n    - name: web\n'),
    'review Move to containers',
    pod('  containers:\n    - name: web\n      image: web:1\n'),
  ],
  [
    'from the pod to the containers that do not say it',
    pod(
      '  securityContext:\n    privileged: false\n  containers:\n    - name: web\n    - name: two\n      securityContext:\n        privileged: true\n',
    ),
    'review Move to securityContext',
    pod(
      '  containers:\n    - name: web\n      securityContext:\n        privileged: false\n    - name: two\n      securityContext:\n        privileged: true\n',
    ),
  ],
  [
    'not where something stands',
    container('      runAsUser: 1000\n      securityContext:\n        runAsUser: 2000\n'),
    'review Remove runAsUser',
    container('      securityContext:\n        runAsUser: 2000\n'),
  ],
  [
    'known nowhere',
    container('      nothing: 1\n      image: web:1\n'),
    'review Remove nothing',
    container('      image: web:1\n'),
  ],
])

table('field-type', [
  ['yes for true', container('      tty: "yes"\n'), 'safe Set to true', container('      tty: true\n')],
  ['Off for false', container('      tty: "Off"\n'), 'safe Set to false', container('      tty: false\n')],
  [
    'a whole number with a point',
    pod('  priority: "2.0"\n  containers:\n    - name: web\n'),
    'safe Set to 2',
    pod('  priority: 2\n  containers:\n    - name: web\n'),
  ],
  [
    'seconds with their unit',
    pod('  terminationGracePeriodSeconds: 30s\n  containers:\n    - name: web\n'),
    'safe Set to 30',
    pod('  terminationGracePeriodSeconds: 30\n  containers:\n    - name: web\n'),
  ],
  [
    'an empty text for a number',
    pod('  priority: ""\n  containers:\n    - name: web\n'),
    'review Remove priority',
    pod('  containers:\n    - name: web\n'),
  ],
  [
    'words of a command',
    container('      command: sleep 10\n'),
    'review Rewrite command',
    container('      command:\n        - sleep\n        - "10"\n'),
  ],
  [
    'a command for a shell',
    container('      command: echo $HOME\n'),
    'review Rewrite command',
    container('      command:\n        - sh\n        - -c\n        - echo $HOME\n'),
  ],
  [
    'one mapping for a list',
    container('      ports:\n        containerPort: 80\n'),
    'review Rewrite ports',
    container('      ports:\n        - containerPort: 80\n'),
  ],
  [
    'one text for a list',
    `${head('v1', 'PersistentVolumeClaim')}spec:\n  accessModes: ReadWriteOnce\n`,
    'review Rewrite accessModes',
    `${head('v1', 'PersistentVolumeClaim')}spec:\n  accessModes:\n    - ReadWriteOnce\n`,
  ],
  [
    'variables as a mapping',
    container('      env:\n        A: b\n        C: 5\n'),
    'review Rewrite env',
    container('      env:\n        - name: A\n          value: b\n        - name: C\n          value: "5"\n'),
  ],
  [
    'containers by their names',
    pod('  containers:\n    web:\n      image: web:1\n'),
    'review Rewrite containers',
    pod('  containers:\n    - name: web\n      image: web:1\n'),
  ],
  [
    'a variable as a text',
    container('      env:\n        - A=b=c\n'),
    'review Rewrite env',
    container('      env:\n        - name: A\n          value: b=c\n'),
  ],
  [
    'a port alone',
    container('      ports:\n        - "8080:80"\n'),
    'review Rewrite ports',
    container('      ports:\n        - containerPort: 80\n'),
  ],
  [
    'a name for a reference',
    pod('  imagePullSecrets:\n    - regcred\n  containers:\n    - name: web\n'),
    'review Rewrite imagePullSecrets',
    pod('  imagePullSecrets:\n    - name: regcred\n  containers:\n    - name: web\n'),
  ],
  [
    'a path for a volume',
    pod('  volumes:\n    - name: a\n      hostPath: /data\n  containers:\n    - name: web\n'),
    'review Rewrite hostPath',
    pod('  volumes:\n    - name: a\n      hostPath:\n        path: /data\n  containers:\n    - name: web\n'),
  ],
  [
    'labels as a list',
    `${head('v1', 'Pod')}  labels:\n    - app: web\n    - tier: front\nspec:\n  containers:\n    - name: web\n`,
    'review Rewrite labels',
    `${head('v1', 'Pod')}  labels:\n    app: web\n    tier: front\nspec:\n  containers:\n    - name: web\n`,
  ],
  [
    'a file of a ConfigMap',
    `${head('v1', 'ConfigMap')}data:\n  app.yaml:\n    # how much\n    level: debug\n    of:\n      - all\n`,
    'review Rewrite app.yaml',
    `${head('v1', 'ConfigMap')}data:\n  app.yaml: |\n    # how much\n    level: debug\n    of:\n      - all\n`,
  ],
])

table('field-value', [
  [
    'a choice of few',
    pod('  os:\n    name: linux\n  restartPolicy: sometimes\n  containers:\n    - name: web\n'),
    'review Set to Always',
    pod('  os:\n    name: linux\n  restartPolicy: Always\n  containers:\n    - name: web\n'),
  ],
  [
    'a unit in small letters',
    container('      resources:\n        limits:\n          memory: 1gb\n'),
    'review Set to 1G',
    container('      resources:\n        limits:\n          memory: 1G\n'),
  ],
  [
    'a unit with bytes',
    container('      resources:\n        limits:\n          memory: 512 MiB\n'),
    'review Set to 512Mi',
    container('      resources:\n        limits:\n          memory: 512Mi\n'),
  ],
  [
    'a thousandth with a space',
    container('      resources:\n        limits:\n          cpu: 500 m\n'),
    'review Set to 500m',
    container('      resources:\n        limits:\n          cpu: 500m\n'),
  ],
  [
    'plain text in a Secret',
    `${head('v1', 'Secret')}data:\n  password: hunter2!\n`,
    'review Move to stringData',
    `${head('v1', 'Secret')}stringData:\n  password: hunter2!\n`,
  ],
  [
    'a kind in other letters',
    `${head('v1', 'pod')}spec:\n  containers:\n    - name: web\n`,
    'safe Set to Pod',
    pod('  containers:\n    - name: web\n'),
  ],
])

const ingress = (path: string) =>
  `${head('networking.k8s.io/v1', 'Ingress')}spec:\n  rules:\n    - http:\n        paths:\n          - path: ${path}\n` +
  '            backend: {service: {name: web, port: {number: 80}}}\n'

test.each([
  ['/shop', ['review Add pathType: Prefix', 'review Add pathType: ImplementationSpecific']],
  ['/shop(/|$)(.*)', ['review Add pathType: ImplementationSpecific']],
])('the type of a path %s', (path, titles) => {
  const { fixes } = fixesFor(ingress(path))
  expect(fixes.map(([title]) => title)).toEqual(titles)
  expect(fixes[0]?.[1]).toBe(`${ingress(path)}            pathType: ${titles[0]?.split(': ')[1]}\n`)
})

test('a name comes before a place, and removal is the last', () => {
  const { fixes, refused } = fixesFor(container('      securitycontext: {}\n'))
  expect([fixes.map(([title]) => title), refused]).toEqual([
    ['safe Rename to securityContext', 'review Remove securitycontext'],
    [],
  ])
})

test('labels with a duplicate key are not merged', () => {
  const text = `${head('v1', 'Pod')}  labels:\n    - app: a\n    - app: b\nspec:\n  containers:\n    - name: web\n`
  expect(fixesFor(text)).toMatchObject({ rule: 'field-type', fixes: [], refused: [] })
})

test('a field moves nowhere when its value does not fit there', () => {
  const { fixes, refused } = fixesFor(container('      runAsUser: root\n'))
  expect([fixes.map(([title]) => title), refused]).toEqual([
    ['review Remove runAsUser'],
    ['Move to securityContext'],
  ])
})

const definition = (schema: string) =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: things.example.com}\nspec:
  group: example.com
  scope: Namespaced
  names: {kind: Thing, plural: things}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: ${schema}}}}}
---
apiVersion: example.com/v1
kind: Thing
metadata: {name: a}
`

test.each([
  ['{type: integer, minimum: 3}', '3'],
  ['{type: boolean}', 'false'],
  ['{type: string, enum: [one, two]}', 'one'],
  ['{type: string, format: date-time}', '"2030-01-01T00:00:00Z"'],
  ['{type: array, items: {type: string}}', '\n    - change-me'],
  ['{type: object, required: [b], properties: {b: {type: number}}}', '\n    b: 1'],
])('a placeholder for %s', (schema, value) => {
  const before = `${definition(`{type: object, required: [a], properties: {a: ${schema}}}`)}spec: {}\n`
  const after = before.replace(/spec: \{\}\n$/, () => `spec:\n  a: ${value}\n`.replace('a: \n', 'a:\n'))
  expect(fixesFor(before).fixes).toEqual([['review Add a', after]])
})

test('no placeholder comes to mind for every pattern', () => {
  const before = `${definition('{type: object, required: [a], properties: {a: {type: string, pattern: "^Q{9}$"}}}')}spec: {}\n`
  expect(fixesFor(before)).toMatchObject({
    rule: 'missing-field',
    fixes: [],
    unfixable: expect.stringMatching(/\.$/),
  })
})

test.each([
  ['a: [\n', 'yaml-syntax'],
  ['a\n', 'document-root'],
  [`${head('v1', 'ConfigMap')}data:\n  a: b\n  a: c\n`, 'duplicate-key'],
  [`${head('v1', 'ConfigMap')}data: {{ .Values.data }}\n`, 'unrendered-template'],
  [container('      ports:\n        - containerPort: many\n'), 'field-type'],
])('no edit can be right for %j, with a word about it', (text, rule) => {
  expect(fixesFor(text)).toMatchObject({ rule, fixes: [], unfixable: expect.stringMatching(/^[A-Z].*\.$/) })
})
