import { describe, expect, test } from 'vitest'
import { syntax } from '../syntax'
import { createOffers } from '../testing/offeredFixes'
import { schema as schemaSource } from '.'

const { findings, offersFor } = await createOffers([syntax, schemaSource])

/** What is found first, and the texts after each fix of it, by title. */
function fixesFor(text: string) {
  const { offered, ...answer } = offersFor(text)
  return { ...answer, fixes: offered.map(({ title, after }) => [title, after] as const) }
}

const head = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\n`
const pod = (spec: string) => `${head('v1', 'Pod')}spec:\n${spec}`
/** The lines of a container behind its name. */
const container = (lines: string) => pod(`  containers:\n    - name: web\n${lines}`)
const deployment = (spec: string) => `${head('apps/v1', 'Deployment')}spec:\n${spec}`
const template = (metadata: string) =>
  `  template:\n${metadata}    spec:\n      containers:\n        - name: web\n`

const ingressOf = (backend: string, rest: string) =>
  `${head('networking.k8s.io/v1', 'Ingress')}spec:\n${rest}  rules:\n    - http:\n        paths:\n` +
  `          - {path: /, pathType: Prefix, backend: ${backend}}\n`
const autoscaler = (version: string, rest: string) =>
  `${head(`autoscaling/${version}`, 'HorizontalPodAutoscaler')}spec:\n  maxReplicas: 2\n  scaleTargetRef: {kind: Deployment, name: web}\n${rest}`

const definitionOf = (versions: string) =>
  `${head('apiextensions.k8s.io/v1', 'CustomResourceDefinition')}spec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Thing, plural: things}\n${versions}`

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
    'risky Add template',
    deployment(
      '  selector:\n    matchLabels:\n      tier: front\n  template:\n    metadata:\n      labels:\n        tier: front\n' +
        '    spec:\n      containers:\n        - name: web\n          image: example.com/change-me:1.0\n',
    ),
  ],
  [
    'a template for the pods of a CronJob',
    `${head('batch/v1', 'CronJob')}spec:\n  schedule: "@daily"\n`,
    'risky Add jobTemplate',
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
    'risky Add roleRef',
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
    'that has another form in an older version',
    autoscaler(
      'v2',
      '  metrics:\n    - type: Resource\n      resource: {name: cpu, targetAverageUtilization: 50}\n',
    ),
    'review Convert the metrics to autoscaling/v2',
    autoscaler(
      'v2',
      '  metrics:\n    - type: Resource\n      resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}\n',
    ),
  ],
  [
    'the target of a metric',
    autoscaler('v2', '  metrics:\n    - type: Resource\n      resource: {name: cpu}\n'),
    'review Add target',
    autoscaler(
      'v2',
      '  metrics:\n    - type: Resource\n      resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}\n',
    ),
  ],
  [
    'the versions of a definition that has only one',
    definitionOf('  version: v1\n'),
    'review Convert the definition to apiextensions.k8s.io/v1',
    definitionOf(
      '  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n',
    ),
  ],
  [
    'the backend of a path',
    `${head('networking.k8s.io/v1', 'Ingress')}spec:\n  rules:\n    - http:\n        paths:\n          - {path: /, pathType: Prefix}\n`,
    'review Add backend',
    ingressOf('{service: {name: web, port: {number: 80}}}', ''),
  ],
  [
    'the path of a column, which has another spelling',
    definitionOf(
      '  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object}}\n' +
        '      additionalPrinterColumns:\n        - {name: Size, type: integer, JSONPath: .spec.size}\n',
    ),
    'safe Rename JSONPath to jsonPath',
    definitionOf(
      '  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object}}\n' +
        '      additionalPrinterColumns:\n        - {name: Size, type: integer, jsonPath: .spec.size}\n',
    ),
  ],
  [
    'a null in its place',
    container('      env:\n        - name:\n          value: a\n'),
    'risky Add name',
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
    'with a comment inside, which does not go with it',
    container('      capabilities:\n        # none\n        drop: [ALL]\n'),
    'review Move to securityContext',
    container('      securityContext:\n        capabilities:\n          drop:\n            - ALL\n'),
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
    'from an older backend of an Ingress to the new form of all',
    ingressOf('{serviceName: shop, servicePort: 80}', '  backend: {serviceName: main, servicePort: http}\n'),
    'review Convert the backends to networking.k8s.io/v1',
    ingressOf(
      '{service: {name: shop, port: {number: 80}}}',
      '  defaultBackend: {service: {name: main, port: {name: http}}}\n',
    ),
  ],
  [
    'that a newer apiVersion has, with the target of the older one as a metric',
    autoscaler(
      'v1',
      '  behavior:\n    scaleDown: {stabilizationWindowSeconds: 60}\n  targetCPUUtilizationPercentage: 50\n',
    ),
    'review Change apiVersion to autoscaling/v2',
    autoscaler(
      'v2',
      '  behavior:\n    scaleDown: {stabilizationWindowSeconds: 60}\n' +
        '  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target:\n          type: Utilization\n          averageUtilization: 50\n',
    ),
  ],
  [
    'that the newer apiVersion has as a metric',
    autoscaler('v2', '  targetCPUUtilizationPercentage: 50\n'),
    'review Convert targetCPUUtilizationPercentage to a metric',
    autoscaler(
      'v2',
      '  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target:\n          type: Utilization\n          averageUtilization: 50\n',
    ),
  ],
  [
    'that says nothing',
    container('      nothing: {}\n      image: web:1\n'),
    'safe Remove nothing',
    container('      image: web:1\n'),
  ],
  [
    'that is already said where it belongs',
    container('      runAsUser: 1000\n      securityContext:\n        runAsUser: 1000\n'),
    'safe Remove runAsUser',
    container('      securityContext:\n        runAsUser: 1000\n'),
  ],
  [
    'not where something stands',
    container('      runAsUser: 1000\n      securityContext:\n        runAsUser: 2000\n'),
    'risky Remove runAsUser',
    container('      securityContext:\n        runAsUser: 2000\n'),
  ],
  [
    'known nowhere',
    container('      nothing: 1\n      image: web:1\n'),
    'risky Remove nothing',
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
    container('      ports:\n        - "80"\n'),
    'review Rewrite ports',
    container('      ports:\n        - containerPort: 80\n'),
  ],
  [
    'a port of the host too, which has no place',
    container('      ports:\n        - "8080:80"\n'),
    'risky Rewrite ports',
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
    'a choice of few, the default first',
    deployment(
      `  strategy: {type: Other}\n  selector: {matchLabels: {app: web}}\n${template('    metadata: {labels: {app: web}}\n')}`,
    ),
    'review Set to RollingUpdate',
    deployment(
      `  strategy: {type: RollingUpdate}\n  selector: {matchLabels: {app: web}}\n${template('    metadata: {labels: {app: web}}\n')}`,
    ),
  ],
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
    ['safe Rename to securityContext', 'safe Remove securitycontext'],
    [],
  ])
})

test.each<[what: string, text: string, note: string]>([
  ['a value', container('      nothing: 2\n'), 'Removes “nothing: 2”. '],
  ['a list', container('      nothing: [1, 2, 3]\n'), 'Removes “nothing” with its 3 items. '],
  ['a mapping', container('      nothing: {a: {b: 1}, c: 2}\n'), 'Removes “nothing” with its 2 values. '],
  ['lines', container('      nothing: |\n        a\n        b\n'), 'Removes “nothing” with its 2 lines. '],
  ['a long text', container(`      nothing: ${'a'.repeat(60)}\n`), `Removes “nothing: ${'a'.repeat(40)}…”. `],
  ['a Secret', `${head('v1', 'Secret')}token: hunter2\n`, 'Removes “token”. '],
])('the removal of %s says what is lost', (_, text, note) => {
  const removal = offersFor(text).offered.at(-1)
  expect(removal?.title).toMatch(/^risky Remove /)
  expect(removal?.note.startsWith(note)).toBe(true)
})

test.each<[what: string, text: string, version: string, reason: RegExp]>([
  [
    'newer',
    `${head('v1', 'Service')}spec:\n  trafficDistribution: PreferClose\n`,
    '1.29',
    /since Kubernetes 1\.30; .* 1\.29/,
  ],
  [
    'older',
    `${head('v1', 'Pod')}spec:\n  containers:\n    - name: web\n      resources:\n        claims:\n          - {name: a}\n`,
    '1.25',
    /since Kubernetes 1\.26; .* 1\.25/,
  ],
])('a field of a %s version of Kubernetes is explained, and removed at last', (_, text, version, reason) => {
  const { offered, unfixable } = offersFor(text, findings(text, version)[0], version)
  expect(offered.map(({ title }) => title.split(' ').slice(0, 2))).toEqual([['risky', 'Remove']])
  expect(unfixable).toMatch(reason)
})

test('a directive of a patch is only removed on purpose', () => {
  const { offered } = offersFor(`${deployment('').replace('spec:\n', '')}$patch: delete\nspec: {}\n`)
  expect(offered.map(({ title }) => title)).toEqual(['risky Remove $patch'])
  expect(offered[0]?.note).toMatch(/Kustomize/)
})

test('what is only there to start with is marked', () => {
  const placeholders = (text: string) =>
    offersFor(text).offered[0]?.placeholders.map(({ what, path }) => [what, path.join('.')])
  const labelled = '  selector:\n    matchLabels:\n      tier: front\n'
  expect(placeholders(deployment(labelled))).toEqual([
    ['image of container web', 'spec.template.spec.containers.0.image'],
  ])
  expect(placeholders(`${head('v1', 'Service')}spec:\n  ports:\n    - name: a\n`)).toEqual([
    ['port in spec.ports[0]', 'spec.ports.0.port'],
  ])
  expect(placeholders(`${head('v1', 'Service')}spec:\n  ports:\n    - targetPort: 90\n`)).toEqual([])
  expect(placeholders(`${head('batch/v1', 'CronJob')}spec:\n  schedule: "@daily"\n`)).toEqual([
    ['image of container web', 'spec.jobTemplate.spec.template.spec.containers.0.image'],
  ])
  expect(placeholders(head('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'))).toEqual([
    ['name in roleRef', 'roleRef.name'],
  ])
})

test('nobody but its author knows the side effects of a webhook', () => {
  const text = `${head('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration')}webhooks:\n  - name: a.b.c\n    clientConfig: {url: "https://a.b"}\n    admissionReviewVersions: [v1]\n`
  expect(offersFor(text)).toMatchObject({
    rule: 'missing-field',
    offered: [],
    unfixable: expect.stringMatching(/sideEffects to None if/),
  })
})

test('labels with a duplicate key are not merged', () => {
  const text = `${head('v1', 'Pod')}  labels:\n    - app: a\n    - app: b\nspec:\n  containers:\n    - name: web\n`
  expect(fixesFor(text)).toMatchObject({ rule: 'field-type', fixes: [], refused: [] })
})

test('a field moves nowhere when its value does not fit there', () => {
  const { fixes, refused } = fixesFor(container('      runAsUser: root\n'))
  expect([fixes.map(([title]) => title), refused]).toEqual([
    ['risky Remove runAsUser'],
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
  const safety = value.includes('change-me') ? 'risky' : 'review'
  expect(fixesFor(before).fixes).toEqual([[`${safety} Add a`, after]])
})

test('a field of another version that the definition of a custom resource serves', () => {
  const text = definition('{type: object, properties: {}}').replace(
    '---',
    '    - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}}\n---',
  )
  const before = `${text}spec: {size: 2}\n`
  expect(fixesFor(before).fixes.map(([title]) => title)).toEqual([
    'review Change apiVersion to example.com/v2',
    'risky Remove size',
  ])
  expect(fixesFor(before).fixes[0]?.[1]).toBe(before.replace('example.com/v1\n', 'example.com/v2\n'))
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
