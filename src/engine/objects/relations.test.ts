import { expect, test } from 'vitest'
import type { KubernetesObject, PodBearer } from './readObjects'
import { readDocument } from '../yaml/readDocument'
import { readObjects } from './readObjects'
import { relate } from './relations'

const parse = (text: string): KubernetesObject[] =>
  text.split('---\n').flatMap((document) => readObjects(readDocument(document), document).objects)

const pod = (name: string, labels: string, namespace = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: "${namespace}", labels: {${labels}}}\n`

const service = (name: string, selector: string, namespace = '') =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: "${namespace}"}\nspec: {selector: ${selector}}\n`

const policy = (name: string, selector: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}}\nspec: {podSelector: ${selector}}\n`

const given = (...documents: readonly string[]) => {
  const objects = parse(documents.join('---\n'))
  const bearer = objects.find((object): object is PodBearer => object.pod !== undefined)
  if (!bearer) throw new Error('there is no Pod')
  return { bearer, relations: relate(objects) }
}

test.each<[what: string, documents: readonly string[], service: string | undefined]>([
  ['its labels', [pod('a', 'app: web, tier: x'), service('s', '{app: web}')], 's'],
  ['no labels', [pod('a', 'app: web'), service('s', '{}')], 's'],
  ['another label', [pod('a', 'app: web'), service('s', '{app: api}')], undefined],
  ['one label of two', [pod('a', 'app: web'), service('s', '{app: web, tier: x}')], undefined],
  ['its labels in another namespace', [pod('a', 'app: web'), service('s', '{app: web}', 'shop')], undefined],
  [
    'its labels in the namespace default',
    [pod('a', 'app: web'), service('s', '{app: web}', 'default')],
    undefined,
  ],
  ['an invalid label value', [pod('a', 'app: web'), service('s', '{app: "a b"}')], undefined],
  ['the first of two', [service('t', '{}'), pod('a', 'app: web'), service('s', '{app: web}')], 't'],
  [
    'the first of two, in the other order',
    [service('s', '{app: web}'), service('t', '{}'), pod('a', 'app: web')],
    's',
  ],
])('a Service that selects %s', (_, documents, expected) => {
  const { bearer, relations } = given(...documents)
  expect(relations.serviceFor(bearer)?.name).toBe(expected)
})

test('the policies of a Pod are in text order', () => {
  const { bearer, relations } = given(
    pod('a', 'app: web, tier: x'),
    policy('p', '{matchExpressions: [{key: app, operator: Exists}]}'),
    policy('q', '{matchLabels: {app: web}}'),
    policy('r', '{matchLabels: {app: web}}'),
    policy('s', '{matchLabels: {app: other}}'),
    policy('t', '{}'),
    policy('u', '{matchLabels: {tier: x}}'),
  )
  expect([...relations.policiesFor(bearer)].map(({ name }) => name)).toEqual(['p', 'q', 'r', 't', 'u'])
})

test('a selector finds the first Pod in its namespace', () => {
  const { relations } = given(
    pod('a', 'app: web'),
    pod('b', 'app: web, tier: x'),
    pod('c', 'tier: x', 'shop'),
  )
  const find = (namespace: string, matchLabels: Record<string, string>) =>
    relations.podSelectedBy(namespace, { matchLabels })?.name
  expect(find('', { tier: 'x' })).toBe('b')
  expect(find('', { app: 'web', tier: 'x' })).toBe('b')
  expect(find('shop', { tier: 'x' })).toBe('c')
  expect(find('', {})).toBe('a')
  expect(find('', { tier: 'y' })).toBeUndefined()
  expect(find('none', {})).toBeUndefined()
})
