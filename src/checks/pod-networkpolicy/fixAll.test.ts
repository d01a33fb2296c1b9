import { expect, test } from 'vitest'
import { checklistOf } from '../../engine/findings/source'
import { createFixer } from '../../engine/fixes/fixer'
import { defaultSettings } from '../../engine/model/settings'
import { isOfKind, isPodBearer } from '../../engine/objects/readObjects'
import { createEngine } from '../../engine/report/engine'
import { isService } from '../facts/servicePorts'
import { checks } from '../index'
import { isAllowed, listenersBehind } from '../testing/networkTraffic'

const engine = createEngine({
  sources: [
    checklistOf(
      'kube-score',
      'kube-score',
      checks.filter(({ id }) => /networkpolicy/.test(id)),
    ),
  ],
})
const fixer = await createFixer(engine)

const workload = (name: string, { labels = `app: ${name}`, namespace = 'shop', args = '' } = {}) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {${labels}}}
  template:
    metadata: {labels: {${labels}}}
    spec:
      containers:
        - {name: a, image: "a:1", args: [${args}], ports: [{name: http, containerPort: 8080}]}
`

const service = (name: string, more = '') => `---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}, ports: [{port: 80, targetPort: http}]${more}}
`

/** The text after all fixes, the policies that were added, and what the objects are then. */
function fixAll(...documents: readonly string[]) {
  const plan = fixer.planFixes(documents.join(''), { safety: 'review', declined: [] }, defaultSettings)
  const after = engine.evaluation(plan.text, defaultSettings)
  const objects = [...after.locatedOf.keys()]
  const policies = objects.filter((object) => isOfKind(object, 'NetworkPolicy'))
  expect(after.report.findings.filter(({ ignored }) => ignored === undefined)).toEqual([])
  return { objects, policies, names: policies.map(({ name }) => name) }
}

test('a policy that several workloads share is added once', () => {
  expect(fixAll(...['a', 'b', 'c', 'd'].map((name) => workload(name))).names).toEqual(['allow-namespace'])
})

test('policies for several groups get different names', () => {
  const documents = [
    ...['a', 'b'].map((name) => workload(name)),
    ...['c', 'd'].map((name) => workload(name, { labels: `name: ${name}` })),
    ...['e', 'f'].map((name) => workload(name) + service(name, ', type: LoadBalancer')),
    ...['g', 'h'].map((name) => workload(name, { namespace: 'other' })),
    workload('i', { labels: 'app: i, tier: x' }),
  ]
  expect(fixAll(...documents).names.toSorted()).toEqual([
    'allow-namespace',
    'allow-namespace',
    'allow-namespace-2',
    'allow-namespace-8080',
    'i',
  ])
})

test('a policy lists only so many workloads', () => {
  const { names } = fixAll(...Array.from({ length: 60 }, (_, index) => workload(`w-${index}`)))
  expect(names.toSorted()).toEqual(['allow-namespace', 'allow-namespace-2'])
})

test('what the text shows still gets through, and nothing else from outside does', () => {
  const { objects, policies } = fixAll(
    workload('front') + service('front', ', type: LoadBalancer'),
    workload('api') + service('api'),
    workload('db', { labels: 'app: db, tier: back' }) + service('db'),
    workload('job', { namespace: 'batch', args: 'api.shop.svc' }),
  )
  const bearers = objects.filter(isPodBearer)
  const served = objects
    .filter(isService)
    .flatMap((one) =>
      bearers.flatMap((server) => listenersBehind(one, server).map((listener) => ({ server, listener }))),
    )
  const data = policies.map((policy) => policy.data)
  const reached = ['outside' as const, ...bearers].map((client) => {
    const open = served.filter(({ server, listener }) => isAllowed(data, client, server, listener))
    return [client === 'outside' ? client : client.name, open.map(({ server }) => server.name).join(' ')]
  })
  expect(Object.fromEntries(reached)).toEqual({
    outside: 'front',
    front: 'front api db',
    api: 'front api db',
    db: 'front api db',
    job: 'front api',
  })
})
