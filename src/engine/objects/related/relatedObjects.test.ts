import { expect, test } from 'vitest'
import { DocumentCache } from '../documentCache'
import { locateObjects, type LocatedObject } from '../locatedObjects'
import { relatedObjects, type Related } from './relatedObjects'
import { inverses } from './relation'

const read = (...documents: readonly string[]): { text: string; objects: readonly LocatedObject[] } => {
  const text = documents.join('---\n')
  return { text, objects: locateObjects(new DocumentCache().read(text)) }
}

const relatedOf = (objects: readonly LocatedObject[], title: string): readonly Related[] => {
  const located = objects.find(({ object }) => `${object.kind} ${object.name}` === title)
  if (!located) throw new Error(`there is no ${title}`)
  return relatedObjects(located, objects)
}

/** `selects: Deployment web`, one for each related object. `?`: not in the text; `??`: optional as well. */
const lines = (related: readonly Related[]): readonly string[] =>
  related.flatMap(({ relation, objects }) =>
    objects.map(({ kind, name, namespace, found, isOptional }) => {
      const mark = found ? '' : isOptional ? '??' : '?'
      return `${relation}: ${kind} ${name}${namespace && ` in ${namespace}`}${mark}`
    }),
  )

const deployment = (pod = '', namespace = '') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: "${namespace}"}\nspec: {template: {metadata: {labels: {app: web, tier: x}}, spec: {${pod}}}}\n`

/** An object with a spec; `apiVersion`, kind and name by spaces. */
const object = (title: string, content: string, namespace = '') => {
  const [apiVersion, kind, name] = title.split(' ')
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: "${namespace}"}\n${content}\n`
}

const service = (spec: string, namespace?: string) => object('v1 Service web', `spec: {${spec}}`, namespace)
const policy = (selector: string) =>
  object('networking.k8s.io/v1 NetworkPolicy web', `spec: {podSelector: ${selector}}`)
const budget = (spec: string, version = 'v1') =>
  object(`policy/${version} PodDisruptionBudget web`, `spec: {${spec}}`)
const autoscaler = (target: string) =>
  object('autoscaling/v2 HorizontalPodAutoscaler web', `spec: {scaleTargetRef: {${target}}}`)

/** The object is the first document; the others may be related to it. */
const table: readonly (readonly [what: string, documents: readonly string[], expected: readonly string[]])[] =
  [
    [
      'a Service that selects it',
      [deployment(), service('selector: {app: web}')],
      ['selected by: Service web'],
    ],
    ['a Service that selects another Pod', [deployment(), service('selector: {app: web, tier: y}')], []],
    ['a Service without a selector', [deployment(), service('selector: {}')], []],
    ['a Service for a name', [deployment(), service('type: ExternalName, selector: {app: web}')], []],
    ['a Service in another namespace', [deployment('', 'shop'), service('selector: {app: web}')], []],
    ['an invalid selector', [deployment(), service('selector: {app: "a b"}')], []],
    [
      'a Service of another API',
      [deployment(), object('serving.knative.dev/v1 Service web', 'spec: {selector: {app: web}}')],
      [],
    ],
    [
      'a policy and a budget for everything',
      [deployment(), policy('{}'), budget('selector: {}')],
      ['protected by: PodDisruptionBudget web', 'limited by: NetworkPolicy web'],
    ],
    [
      'expressions',
      [
        deployment(),
        policy(
          '{matchExpressions: [{key: tier, operator: In, values: [w, x]}, {key: z, operator: DoesNotExist}]}',
        ),
        budget('selector: {matchExpressions: [{key: tier, operator: NotIn, values: [x]}]}'),
      ],
      ['limited by: NetworkPolicy web'],
    ],
    ['a budget without a selector', [deployment(), budget('minAvailable: 1')], []],
    [
      'an autoscaler',
      [deployment(), autoscaler('apiVersion: apps/v1, kind: Deployment, name: web')],
      ['scaled by: HorizontalPodAutoscaler web'],
    ],
    [
      'an autoscaler of something else',
      [deployment(), autoscaler('apiVersion: apps/v1, kind: StatefulSet, name: web')],
      [],
    ],
    [
      'what is mounted',
      [
        deployment(
          'volumes: [{name: a, configMap: {name: c}}, {name: b, secret: {secretName: s, optional: true}}, {name: d, persistentVolumeClaim: {claimName: p}}, {name: e, projected: {sources: [{secret: {name: t}}]}}]',
        ),
        object('v1 ConfigMap c', 'data: {}'),
        object('v1 PersistentVolumeClaim p', 'spec: {}'),
      ],
      ['mounts: ConfigMap c', 'mounts: PersistentVolumeClaim p', 'mounts: Secret s??', 'mounts: Secret t?'],
    ],
    [
      'what variables are read from',
      [
        deployment(
          'initContainers: [{name: i, envFrom: [{secretRef: {name: s}}]}], containers: [{name: a, envFrom: [{configMapRef: {name: c, optional: true}}], env: [{name: A, valueFrom: {configMapKeyRef: {name: c, key: k}}}, {name: B, valueFrom: {secretKeyRef: {name: t, key: k, optional: true}}}]}]',
        ),
        object('v1 Secret s', 'data: {}'),
      ],
      // One reference to the ConfigMap is optional, the other is not.
      ['reads env from: Secret s', 'reads env from: ConfigMap c?', 'reads env from: Secret t??'],
    ],
    [
      'a service account and a pull secret',
      [
        deployment('serviceAccountName: app, imagePullSecrets: [{name: hub}]'),
        object('v1 ServiceAccount app', ''),
      ],
      ['runs as: ServiceAccount app', 'pulls images with: Secret hub?'],
    ],
    ['the default service account, which is there', [deployment('serviceAccountName: default')], []],
    [
      'the default service account in the text',
      [deployment(), object('v1 ServiceAccount default', 'imagePullSecrets: [{name: hub}]')],
      ['runs as: ServiceAccount default'],
    ],
    [
      'the service of a StatefulSet',
      [object('apps/v1 StatefulSet db', 'spec: {serviceName: web}'), service('clusterIP: None')],
      ['governed by: Service web'],
    ],
    [
      'a ReplicaSet, which the checks do not support',
      [
        object(
          'apps/v1 ReplicaSet a',
          'spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: x}}}',
        ),
        service('selector: {app: web}'),
      ],
      ['selected by: Service web', 'runs as: ServiceAccount x?'],
    ],
    [
      'an Ingress',
      [
        object(
          'networking.k8s.io/v1 Ingress a',
          'spec: {ingressClassName: nginx, tls: [{secretName: cert}], defaultBackend: {service: {name: other}}, rules: [{http: {paths: [{backend: {service: {name: web}}}, {backend: {service: {name: web}}}]}}]}',
        ),
        service('selector: {app: web}'),
      ],
      [
        ...['routes to: Service web', 'routes to: Service other?', 'serves TLS with: Secret cert?'],
        'of class: IngressClass nginx?',
      ],
    ],
    [
      'an Ingress from before v1',
      [
        object('extensions/v1beta1 Ingress a', 'spec: {backend: {serviceName: web}}'),
        service('selector: {app: web}'),
      ],
      ['routes to: Service web'],
    ],
    [
      'a route and its gateway',
      [
        object(
          'gateway.networking.k8s.io/v1 HTTPRoute a',
          'spec: {parentRefs: [{name: g, namespace: infra}], rules: [{backendRefs: [{name: web, port: 80}]}]}',
        ),
        object('gateway.networking.k8s.io/v1 Gateway g', 'spec: {}', 'infra'),
        service('selector: {app: web}'),
      ],
      ['routes to: Service web', 'attached to: Gateway g in infra'],
    ],
    [
      'a binding in a namespace',
      [
        object(
          'rbac.authorization.k8s.io/v1 RoleBinding a',
          'roleRef: {kind: Role, name: r}\nsubjects: [{kind: ServiceAccount, name: app}, {kind: ServiceAccount, name: ci, namespace: tools}, {kind: User, name: jane}]',
          'shop',
        ),
        object('rbac.authorization.k8s.io/v1 Role r', 'rules: []', 'shop'),
        object('rbac.authorization.k8s.io/v1 Role r', 'rules: []'),
        object('v1 ServiceAccount app', '', 'shop'),
      ],
      [
        'binds: Role r in shop',
        'binds to: ServiceAccount app in shop',
        'binds to: ServiceAccount ci in tools?',
      ],
    ],
    [
      'a binding for the whole cluster: the subject has to name its namespace, the account does not',
      [
        object(
          'rbac.authorization.k8s.io/v1 ClusterRoleBinding a',
          'roleRef: {kind: ClusterRole, name: r}\nsubjects: [{kind: ServiceAccount, name: app, namespace: default}]',
        ),
        object('rbac.authorization.k8s.io/v1 ClusterRole r', 'rules: []', 'ignored'),
        object('v1 ServiceAccount app', ''),
      ],
      ['binds: ClusterRole r in ignored', 'binds to: ServiceAccount app'],
    ],
    [
      'a claim and its volume',
      [
        object('v1 PersistentVolumeClaim p', 'spec: {volumeName: v, storageClassName: fast}', 'shop'),
        object('v1 PersistentVolume v', 'spec: {}'),
      ],
      ['of class: StorageClass fast?', 'bound to: PersistentVolume v'],
    ],
    [
      'two objects of one name',
      [
        deployment('volumes: [{configMap: {name: c}}]'),
        object('v1 ConfigMap c', 'data: {a: b}'),
        object('v1 ConfigMap c', 'data: {a: c}'),
      ],
      ['mounts: ConfigMap c', 'mounts: ConfigMap c'],
    ],
    [
      'values of other types',
      [deployment('volumes: {a: b}, containers: [1, {env: x}], imagePullSecrets: [{name: 3}]')],
      [],
    ],
    ['a kind that is a property of every object', [object('v1 constructor a', 'spec: {}')], []],
  ]

test.each(table)('%s', (_, documents, expected) => {
  const { objects } = read(...documents)
  const [first] = objects
  expect(first && lines(relatedObjects(first, objects))).toEqual(expected)
})

test('a related object is listed at its name, also inside a List', () => {
  const { text, objects } = read(
    deployment(),
    `apiVersion: v1\nkind: List\nitems:\n- ${service('selector: {app: web}').trimEnd().replaceAll('\n', '\n  ')}\n`,
  )
  const [related] = relatedOf(objects, 'Deployment web')
  const range = related?.objects[0]?.found?.range
  expect(range && text.slice(0, range.from).split('\n').length).toBe(11)
  expect(range && text.slice(range.from, range.to)).toBe('web')
})

/** A relation of two objects as one line, whichever of them it is seen from. */
const pairs = (objects: readonly LocatedObject[]): readonly string[] =>
  objects.flatMap((located) =>
    relatedObjects(located, objects).flatMap(({ relation, objects: others }) =>
      others.flatMap(({ found }) => (found ? [`${located.id} ${relation} ${found.id}`] : [])),
    ),
  )

test('what one object says of another, the other says of it in the other words', () => {
  const { objects } = read(...table.flatMap(([, documents]) => documents))
  const said = new Set(pairs(objects))
  const words = new Map<string, string[]>()
  for (const [relation, inverse] of Object.entries(inverses)) {
    words.set(relation, [inverse])
    words.set(inverse, [...(words.get(inverse) ?? []), relation])
  }
  const located = new Map(objects.map((one) => [one.id, one]))
  let compared = 0
  for (const one of objects)
    for (const { relation, objects: others, count } of relatedObjects(one, objects)) {
      // What is left out of a long list cannot be found in it.
      if (count > 20) continue
      for (const { found } of others) {
        const other = found && located.get(found.id)
        if (!other || relatedObjects(other, objects).some((list) => list.count > 20)) continue
        compared += 1
        const back = words.get(relation)?.map((word) => `${other.id} ${word} ${one.id}`)
        expect(
          back?.some((line) => said.has(line)),
          `${one.id} ${relation} ${other.id}`,
        ).toBe(true)
      }
    }
  expect(compared).toBeGreaterThan(60)
})

test('at most 20 objects are listed, and all are counted', () => {
  const pods = Array.from({ length: 3_000 }, (_, index) =>
    object(`v1 Pod p${index}`, 'spec: {}').replace('namespace: ""', 'labels: {app: web}'),
  )
  const { objects } = read(service('selector: {app: web}'), ...pods)
  const [selected] = relatedOf(objects, 'Service web')
  expect(selected?.relation).toBe('selects')
  expect(selected?.count).toBe(3_000)
  expect(selected?.objects.map(({ name }) => name)).toEqual(
    Array.from({ length: 20 }, (_, index) => `p${index}`),
  )
  expect(lines(relatedOf(objects, 'Pod p2999'))).toEqual(['selected by: Service web'])
})
