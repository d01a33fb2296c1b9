import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../engine/model/settings'
import { syntax } from '../syntax'
import { createOffers } from '../testing/offeredFixes'
import { schema } from '.'

const { findings, offersFor } = await createOffers([syntax, schema])

function fixesFor(text: string, version = defaultSettings.kubernetesVersion) {
  const finding = findings(text, version).find(({ severity }) => severity === 'refused')
  const { offered, ...answer } = offersFor(text, finding, version)
  return { ...answer, fixes: offered.map(({ title, after }) => [title, after] as const) }
}

const head = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\n`
const template =
  '  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n'
const selector = '  selector:\n    matchLabels:\n      app: web\n'
const ingress = (backend: string) =>
  `spec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            backend:\n${backend}`

describe('a version that is not served', () => {
  test.each<[what: string, before: string, fix: string, after: string]>([
    [
      'a mere renaming',
      `${head('storage.k8s.io/v1beta1', 'StorageClass')}provisioner: a.example\n`,
      'safe Change apiVersion to storage.k8s.io/v1',
      `${head('storage.k8s.io/v1', 'StorageClass')}provisioner: a.example\n`,
    ],
    [
      'a version that a check knows the way to',
      `${head('policy/v1beta1', 'PodDisruptionBudget')}spec:\n  minAvailable: 1\n${selector}`,
      'safe Change apiVersion to policy/v1',
      `${head('policy/v1', 'PodDisruptionBudget')}spec:\n  minAvailable: 1\n${selector}`,
    ],
    [
      'fields in another form',
      head('extensions/v1beta1', 'Ingress') +
        ingress('              serviceName: web\n              servicePort: 80\n'),
      'review Change apiVersion to networking.k8s.io/v1',
      head('networking.k8s.io/v1', 'Ingress') +
        ingress(
          '              service:\n                name: web\n                port:\n                  number: 80\n            pathType: ImplementationSpecific\n',
        ),
    ],
    [
      'a selector that had a default',
      `${head('extensions/v1beta1', 'DaemonSet')}spec:\n${template}`,
      'review Change apiVersion to apps/v1',
      `${head('apps/v1', 'DaemonSet')}spec:\n${template}${selector}`,
    ],
    [
      'the wrong group, and what the right one requires',
      `${head('v1', 'Deployment')}spec:\n${template}`,
      'review Change apiVersion to apps/v1',
      `${head('apps/v1', 'Deployment')}spec:\n${template}${selector}`,
    ],
    [
      'what is required only in the stable version',
      `${head('admissionregistration.k8s.io/v1beta1', 'ValidatingWebhookConfiguration')}webhooks:\n  - name: a.b.c\n    clientConfig: {url: "https://a.b"}\n    sideEffects: None\n    timeoutSeconds: 5\n`,
      'review Change apiVersion to admissionregistration.k8s.io/v1',
      `${head('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration')}webhooks:\n  - name: a.b.c\n    clientConfig: {url: "https://a.b"}\n` +
        '    sideEffects: None\n    timeoutSeconds: 5\n    failurePolicy: Ignore\n    matchPolicy: Exact\n    admissionReviewVersions:\n      - v1beta1\n',
    ],
    [
      'a definition, each of whose versions says it all',
      `${head('apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition').replace('web', 'things.example.com')}spec:\n  group: example.com\n  version: v1\n  names: {kind: Thing, plural: things}\n` +
        '  additionalPrinterColumns:\n    - {name: Size, type: integer, JSONPath: .spec.size}\n  subresources:\n    status: {}\n' +
        '  validation:\n    openAPIV3Schema:\n      type: object\n      properties:\n        spec: {type: object}\n',
      'review Change apiVersion to apiextensions.k8s.io/v1',
      `${head('apiextensions.k8s.io/v1', 'CustomResourceDefinition').replace('web', 'things.example.com')}spec:\n  group: example.com\n  names: {kind: Thing, plural: things}\n` +
        '  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n' +
        '          properties:\n            spec:\n              type: object\n          x-kubernetes-preserve-unknown-fields: true\n' +
        '      subresources:\n        status: {}\n      additionalPrinterColumns:\n        - name: Size\n          type: integer\n          jsonPath: .spec.size\n  scope: Namespaced\n',
    ],
    [
      'a kind that is misspelled',
      `${head('apps/v1', 'Deploymnet')}spec:\n${template}${selector}`,
      'review Set to Deployment',
      `${head('apps/v1', 'Deployment')}spec:\n${template}${selector}`,
    ],
  ])('%s', (_, before, title, after) => {
    expect(fixesFor(before)).toMatchObject({ rule: 'unserved-version', fixes: [[title, after]] })
  })

  test('of several ways, each that the schemas take', () => {
    const spec = 'spec:\n  maxReplicas: 2\n  scaleTargetRef: {kind: Deployment, name: web}\n'
    const former = head('autoscaling/v2beta1', 'HorizontalPodAutoscaler')
    const titles = (text: string) => fixesFor(text).fixes.map(([title]) => title)
    expect(titles(former + spec)).toEqual([
      'safe Change apiVersion to autoscaling/v2',
      'review Change apiVersion to autoscaling/v1',
    ])
    expect(titles(`${former}${spec}  targetCPUUtilizationPercentage: 50\n`)).toEqual([
      'review Change apiVersion to autoscaling/v2',
      'review Change apiVersion to autoscaling/v1',
    ])
  })

  test.each(['', '    sideEffects: Unknown\n', '    sideEffects: Some\n'])(
    'a webhook whose side effects nobody has ruled out: %j',
    (line) => {
      const text = `${head('admissionregistration.k8s.io/v1beta1', 'MutatingWebhookConfiguration')}webhooks:\n  - name: a.b.c\n    clientConfig: {url: "https://a.b"}\n${line}`
      const [fix, ...others] = offersFor(text).offered
      expect(others).toEqual([])
      expect(fix?.title).toBe('review Change apiVersion to admissionregistration.k8s.io/v1')
      expect(fix?.note).toMatch(/NoneOnDryRun/)
      expect(fix?.after).toBe(
        `${text.replace('v1beta1', 'v1')}    failurePolicy: Ignore\n    matchPolicy: Exact\n    timeoutSeconds: 30\n    admissionReviewVersions:\n      - v1beta1\n`,
      )
    },
  )

  test('the versions that came before it', () => {
    const text = `${head('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema')}spec:\n  priorityLevelConfiguration: {name: a}\n`
    expect(fixesFor(text, '1.28').fixes.slice(1)).toEqual([
      [
        'review Change apiVersion to flowcontrol.apiserver.k8s.io/v1beta3',
        text.replace('io/v1', 'io/v1beta3'),
      ],
    ])
  })

  test.each([
    ['policy/v1beta1', 'PodSecurityPolicy', /pod-security\.kubernetes\.io/],
    ['v1', 'Policy', /replaces it/],
  ])('%s %s has no successor', (apiVersion, kind, word) => {
    expect(fixesFor(head(apiVersion, kind))).toMatchObject({
      fixes: [],
      unfixable: expect.stringMatching(word),
    })
  })

  test('the version that a definition in the text serves', () => {
    const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Thing, plural: things}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
---
${head('example.com/v1beta1', 'Thing')}`
    expect(fixesFor(text).fixes).toEqual([
      ['review Change apiVersion to example.com/v1', text.replace('example.com/v1beta1', 'example.com/v1')],
    ])
  })
})

test('an object without an apiVersion gets the only one that has its kind', () => {
  const rest = `kind: Deployment\nmetadata:\n  name: web\nspec:\n${template}${selector}`
  const { rule, fixes } = fixesFor(rest)
  expect([rule, fixes.length, fixes[0]?.[0]]).toEqual(['document-root', 1, 'safe Add apiVersion'])
  const after = fixes[0]?.[1] ?? ''
  expect(after.replace('apiVersion: apps/v1\n', '')).toBe(rest)
  expect(findings(after)).toEqual([])
  expect(fixesFor('kind: Thing\n').unfixable).toMatch(/apiVersion/)
})

test('every fix that is offered for what the schemas refuse makes it go, and refuses nothing else', () => {
  const objects = [
    `${head('apps/v1', 'Deployment')}spec:\n  replicas: "2"\n  strategy: {type: Other}\n${template}  foo: 1\n`,
    `${head('v1', 'Pod')}spec:\n  restartpolicy: Never\n  image: web\n  containers:\n    - image: web:1\n      env: {A: 1}\n      command: a b\n      privileged: true\n`,
    `${head('v1', 'Service')}spec:\n  selector: [{app: web}]\n  ports:\n    targetPort: 80\n`,
    `${head('batch/v1', 'Job')}spec:\n  backoffLimit: "1.0"\n  template: {spec: {}}\n`,
    `${head('extensions/v1beta1', 'Deployment')}spec:\n${template}`,
    `${head('rbac.authorization.k8s.io/v1beta1', 'RoleBinding')}subjects:\n  - name: a\n`,
  ]
  let count = 0
  for (const text of objects) {
    const refusals = (now: string) => findings(now).filter(({ severity }) => severity === 'refused')
    for (const finding of refusals(text)) {
      const { offered } = offersFor(text, finding)
      for (const { after } of offered) {
        const left = refusals(after)
        expect(left.map(({ id }) => id)).not.toContain(finding.id)
        expect(left.length).toBeLessThan(refusals(text).length)
        count++
      }
    }
  }
  expect(count).toBeGreaterThan(15)
})
