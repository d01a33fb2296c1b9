import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { Answer } from '../answer'
import type { Kind } from '../kind'
import { validateMetadata } from './metadata'
import { cronJobName, labelName, pathName, serviceName, subdomainName } from './nameRules'

const configMap: Kind = { of: ['v1 ConfigMap'], name: subdomainName }
const node: Kind = { of: ['v1 Node'], isClusterScoped: true, name: subdomainName }
const lease: Kind = { of: ['coordination.k8s.io/v1 Lease'], name: subdomainName }
const deployment: Kind = { of: ['apps/v1 Deployment'], name: subdomainName }

const answerTo = (metadata: JsonObject | undefined, kind: Kind): Answer => {
  const answer = new Answer(36)
  validateMetadata(metadata ? { metadata } : {}, kind, answer)
  return answer
}
const causes = (metadata: JsonObject | undefined, kind = configMap): readonly string[] =>
  answerTo(metadata, kind).causes.map(({ reason, place }) => `${reason.slice(10)} ${place.field}`)

const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'o', uid: 'u' }
const long = (length: number): string => 'a'.repeat(length)

test.each<[JsonObject | undefined, readonly string[]]>([
  [undefined, ['Required metadata.name']],
  [{ name: '' }, ['Required metadata.name']],
  [{ name: 'My_App' }, ['Invalid metadata.name']],
  [{ name: 'my.app' }, []],
  [{ generateName: 'p-' }, []],
  // The character before the hyphen is not looked at, but the name has it.
  [{ generateName: 'P-' }, ['Invalid metadata.name']],
  [{ generateName: 'Pp-' }, ['Invalid metadata.generateName', 'Invalid metadata.name']],
  [{ generateName: long(300) }, ['Invalid metadata.generateName']],
  [{ name: 'a', namespace: 'Prod' }, ['NotFound metadata.namespace']],
  [{ name: 'a', namespace: 'prod' }, []],
  [{ name: 'a', labels: { 'a b': 'x' } }, ['Invalid metadata.labels']],
  [{ name: 'a', labels: { '/a': 'x' } }, ['Invalid metadata.labels']],
  [{ name: 'a', labels: { A: 'feature/x' } }, ['Invalid metadata.labels']],
  [{ name: 'a', labels: { 'example.com/A_b.c': '', b: null } }, []],
  [{ name: 'a', labels: { 'Example.com/a': 'x' } }, ['Invalid metadata.labels']],
  [{ name: 'a', annotations: { 'Example.com/a': 'x y' } }, []],
  [{ name: 'a', annotations: { 'a/b/c': 'x' } }, ['Invalid metadata.annotations']],
  [{ name: 'a', annotations: { a: long(262_143) } }, []],
  [{ name: 'a', annotations: { a: `ä${long(262_142)}` } }, ['TooLong metadata.annotations']],
  [{ name: 'a', ownerReferences: [owner] }, []],
  [
    { name: 'a', ownerReferences: [{ ...owner, apiVersion: 'a/b/c' }] },
    ['Invalid metadata.ownerReferences.apiVersion'],
  ],
  [{ name: 'a', ownerReferences: [{ ...owner, uid: '' }] }, ['Invalid metadata.ownerReferences.uid']],
  [{ name: 'a', ownerReferences: [{ ...owner, kind: 'Event' }] }, ['Invalid metadata.ownerReferences']],
  [
    { name: 'a', ownerReferences: ['o', 'p'].map((name) => ({ ...owner, name, controller: true })) },
    ['Invalid metadata.ownerReferences'],
  ],
  [{ name: 'a', finalizers: ['example.com/a', 'kubernetes', 'orphan'] }, []],
  [{ name: 'a', finalizers: ['a'] }, ['Invalid metadata.finalizers[0]']],
  [{ name: 'a', finalizers: ['a b/c'] }, ['Invalid metadata.finalizers']],
  [{ name: 'a', finalizers: [''] }, ['Invalid metadata.finalizers', 'Invalid metadata.finalizers[0]']],
  [{ name: 'a', finalizers: ['orphan', 'foregroundDeletion'] }, ['Invalid metadata.finalizers']],
])('metadata %j gives %j', (metadata, expected) => expect(causes(metadata)).toEqual(expected))

test('only kinds that the server counts itself may have a negative generation', () => {
  expect(causes({ name: 'a', generation: -1 })).toEqual(['Invalid metadata.generation'])
  expect(causes({ name: 'a', generation: 0 })).toEqual([])
  expect(causes({ name: 'a', generation: -1 }, deployment)).toEqual([])
})

test('some kinds allow finalizers without a domain', () =>
  expect(causes({ name: 'a', finalizers: ['a'] }, lease)).toEqual([]))

test('the namespace of an object of the cluster is dropped', () => {
  const { causes: none, dropped } = answerTo({ name: 'a', namespace: 'Prod' }, node)
  expect(none).toEqual([])
  expect(dropped.map(({ rule }) => rule)).toEqual(['invalid-namespace'])
})

test('an owner that is given twice counts once', () => {
  const controller = { ...owner, controller: true }
  const { causes: none, warnings } = answerTo({ name: 'a', ownerReferences: [controller, controller] }, node)
  expect(none).toEqual([])
  expect(warnings.map(({ rule }) => rule)).toEqual(['invalid-owner-reference'])
})

test.each<[JsonObject, number]>([
  [{ name: 'a.b' }, 1],
  [{ name: long(64) }, 1],
  [{ name: 'a-b' }, 0],
  [{ generateName: 'a.b-' }, 1],
])('the name of a Deployment %j gives %i warnings', (metadata, count) => {
  expect(answerTo(metadata, deployment).warnings.map(({ place }) => place.field)).toEqual(
    Array(count).fill('metadata.name'),
  )
  expect(answerTo(metadata, configMap).warnings).toEqual([])
})

test.each<[string, string | undefined, string | undefined]>([
  ['label', labelName('a.b'), labelName('1a')],
  ['path', pathName('a/b'), pathName('System:a b')],
  ['CronJob', cronJobName(long(53)), cronJobName(long(52))],
  ['Service before 1.36', serviceName('1a', 35), serviceName('a1', 35)],
  ['Service', serviceName('a.b', 36), serviceName('1a', 36)],
])('a name of the form %s', (_form, bad, good) => {
  expect(bad).toBeDefined()
  expect(good).toBeUndefined()
})
