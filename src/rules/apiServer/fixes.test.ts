import { describe, expect, test } from 'vitest'
import type { Finding } from '../../engine/model/finding'
import { schema } from '../schema'
import { syntax } from '../syntax'
import { createOffers } from '../testing/offeredFixes'
import { apiServer } from '.'

const files = import.meta.glob<string>('./*/bad.yaml', { query: '?raw', import: 'default', eager: true })
const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? '', text] as const)

// Without checks: they would speak for some of the rules.
const { findings: findingsIn, offersFor } = await createOffers([syntax, schema, apiServer])

/** Everything that is offered for a finding, with the text after it. */
const fixesOf = (text: string, finding: Finding | undefined) => {
  const { offered, ...answer } = offersFor(text, finding)
  return { ...answer, fixes: offered.map(({ title, after }) => [title, after] as const) }
}

test.each(examples)('%s has a fix that the API server accepts, or a reason for none', (rule, text) => {
  const [finding, ...others] = findingsIn(text)
  expect([finding?.rule, ...others]).toEqual([rule])
  const { fixes, refused, unfixable } = fixesOf(text, finding)
  if (fixes.length === 0 && refused.length === 0) expect(unfixable).toMatch(/^[A-Z].*\.$/)
  for (const [, after] of fixes) {
    const rules = findingsIn(after).map((left) => `${left.severity} ${left.rule}`)
    expect(rules.filter((left) => left.startsWith('refused') || left.endsWith(` ${rule}`))).toEqual([])
  }
})

const object = (head: string, rest: string): string => `${head}\nmetadata:\n  name: web\n${rest}`
const service = (spec: string): string => object('apiVersion: v1\nkind: Service', `spec:\n${spec}`)
const daemons = (labels: string): string =>
  object(
    'apiVersion: apps/v1\nkind: DaemonSet',
    `spec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n${labels}    spec:\n      containers:\n        - name: web\n          image: web:1\n`,
  )
const pod = (spec: string): string => object('apiVersion: v1\nkind: Pod', `spec:\n${spec}`)

describe('fixes', () => {
  test.each<[what: string, text: string, fixes: Readonly<Record<string, string>>]>([
    [
      'a name in capital letters',
      service('  ports:\n    - port: 80\n').replace('name: web', 'name: Web # shop'),
      {
        'review Rename to web': service('  ports:\n    - port: 80\n').replace(
          'name: web',
          'name: web # shop',
        ),
      },
    ],
    [
      'a label that the template lacks',
      daemons('        tier: front\n'),
      { 'safe Add label app to the template': daemons('        tier: front\n        app: web\n') },
    ],
    [
      'a label with another value',
      daemons('        app: wbe\n'),
      {
        'review Set label app of the template': daemons('        app: web\n'),
        'review Select the labels of the template': daemons('        app: wbe\n').replace(
          'app: web',
          'app: wbe',
        ),
      },
    ],
    [
      'a volume with a bad name, and what mounts it',
      pod(
        '  containers:\n    - name: web\n      image: web:1\n      volumeMounts:\n        - name: My_Data\n          mountPath: /data\n  volumes:\n    - name: My_Data\n      emptyDir: {}\n',
      ),
      {
        'review Rename to my-data': pod(
          '  containers:\n    - name: web\n      image: web:1\n      volumeMounts:\n        - name: my-data\n          mountPath: /data\n  volumes:\n    - name: my-data\n      emptyDir: {}\n',
        ),
      },
    ],
    [
      'the key of a label',
      service('  ports:\n    - port: 80\n').replace('name: web', 'name: web\n  labels:\n    -app: web'),
      {
        'review Rename to app': service('  ports:\n    - port: 80\n').replace(
          'name: web',
          'name: web\n  labels:\n    app: web',
        ),
      },
    ],
    [
      'a session affinity that differs only in case',
      service('  sessionAffinity: clientIP\n  ports:\n    - port: 80\n'),
      { 'safe Set to ClientIP': service('  sessionAffinity: ClientIP\n  ports:\n    - port: 80\n') },
    ],
  ])('%s', (_, text, fixes) => {
    const refused = findingsIn(text).filter(({ severity }) => severity === 'refused')
    const all = refused.flatMap((finding) => fixesOf(text, finding).fixes)
    expect(Object.fromEntries(all)).toEqual(fixes)
  })
})

const example = (rule: string): string => files[`./${rule}/bad.yaml`] ?? ''

test.each<[rule: string, text: string, ...fixes: string[]]>([
  [
    'no-effect',
    example('no-effect'),
    'risky Remove sessionAffinityConfig: Removes “sessionAffinityConfig” with its value. The API server drops it anyway, so nothing changes in the cluster.',
  ],
  [
    'duplicate-item',
    example('duplicate-item').replace('memory: 2Gi', 'cpu: "2"'),
    'safe Remove the item: Nothing is lost: an equal item stays.',
  ],
  [
    'number-out-of-range',
    example('number-out-of-range'),
    'risky Set to 0: It was -1 and can be at least 0. Check that 0 is what you want. If you meant “no limit”, leave the field out.',
  ],
  [
    'scaling-behavior',
    example('scaling-behavior'),
    'review Set to 3600: It was 7200 and can be from 0 to 3600. Check that 3600 is what you want.',
  ],
  [
    'negative-history',
    example('negative-history'),
    'review Set to 10: 10 is the default. Today all old revisions are kept; those before the last 10 are then deleted.',
  ],
  [
    'invalid-percentage',
    example('invalid-percentage'),
    'safe Set maxUnavailable to 1: The value stays the same, as the type that the API expects.',
  ],
  [
    'invalid-env-name',
    pod('  containers:\n    - name: web\n      image: web:1\n      env:\n        - name: LOG_LEVEL=debug\n'),
    'review Split into name and value: The text before “=” becomes the name, and the rest the value.',
  ],
  ['pod-failure-policy', example('pod-failure-policy'), 'safe Set values to 3,42: Only the order changes.'],
  [
    'no-room-for-update',
    example('no-room-for-update'),
    'review Set maxSurge to 1: An update then starts a new Pod before it stops an old one: the nodes need room for one more.',
    'review Set maxUnavailable to 1: An update then stops an old Pod before it starts a new one: check that one less is enough.',
  ],
  [
    'required-field',
    object(
      'apiVersion: networking.k8s.io/v1\nkind: Ingress',
      'spec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              serviceName: shop\n              servicePort: 80\n',
    ),
    'review Convert the backends to networking.k8s.io/v1: The older form becomes the one that this apiVersion has, with the same values. Compare both.',
  ],
])('%s', (rule, text, ...fixes) => {
  const finding = findingsIn(text).find((one) => one.rule === rule)
  const { offered } = offersFor(text, finding)
  expect(finding?.rule).toBe(rule)
  expect(offered.map(({ title, note }) => `${title}: ${note}`)).toEqual(fixes)
})

test('a webhook with side effects that v1 does not allow', () => {
  const text = object(
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration',
    'webhooks:\n  - name: a.b.c\n    clientConfig: {url: "https://a.b"}\n    admissionReviewVersions: [v1]\n    sideEffects: Unknown\n',
  )
  const { offered, unfixable } = offersFor(text)
  expect(offered).toEqual([])
  expect(unfixable).toMatch(/NoneOnDryRun/)
})
