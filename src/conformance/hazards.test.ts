import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { sources } from '../rules/sources'
import { hazardsOf } from './hazards'
import { cutConnections } from './traffic'

const pod = (spec: string, name = 'web') =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}, spec: {${spec}}}\n`

test.each([
  ['a value that is gone', 'a: {b: 1}\nc: 2', 'c: 2', ['object 0 loses .a.b: 1']],
  ['a value that is somewhere else', 'a: {b: 1}', 'c: 1', []],
  ['another value in its place', 'a: 1', 'a: 2', []],
  ['a new object before it', 'kind: A', 'kind: B\n---\nkind: A', []],
  ['an object that is gone', 'kind: A\n---\nkind: B', 'kind: A', ['object 1 is gone']],
  [
    'a user that somebody chose',
    pod('securityContext: {runAsUser: 999}'),
    pod('securityContext: {runAsUser: 10001}'),
    ['object 0 gets another runAsUser for the Pod: 999 becomes 10001'],
  ],
  [
    'a user that nobody chose',
    pod('containers: []'),
    pod('securityContext: {runAsUser: 10001}, containers: []'),
    [],
  ],
  [
    'a new user with files that stay',
    pod('volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]'),
    pod('securityContext: {runAsUser: 10001}, volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]'),
    ['object 0 keeps files and gets a new user for the Pod'],
  ],
  [
    'Windows',
    pod('os: {name: windows}, containers: [{name: a}]'),
    pod('os: {name: windows}, containers: [{name: a, securityContext: {readOnlyRootFilesystem: true}}]'),
    ['object 0 runs on Windows and gets readOnlyRootFilesystem in containers[0]'],
  ],
])('%s', (_, before, after, hazards) => {
  expect([...hazardsOf(before, after)]).toEqual(hazards)
})

describe('connections', () => {
  const labelled = (name: string) =>
    `---\n{apiVersion: v1, kind: Pod, metadata: {name: ${name}, labels: {app: ${name}}}, spec: {containers: [{name: a}]}}\n`
  const service = (type: string) =>
    `---\n{apiVersion: v1, kind: Service, metadata: {name: db}, spec: {type: ${type}, selector: {app: db}, ports: [{port: 80}]}}\n`
  const policy = (pods: string, spec: string) =>
    `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {matchLabels: {app: ${pods}}}, ${spec}}}\n`
  const objectsIn = (text: string) =>
    createEngine({ sources })
      .evaluation(text, defaultSettings)
      .objects.map(({ object }) => object)

  test.each([
    ['ClusterIP', '', []],
    ['ClusterIP', policy('db', 'policyTypes: [Ingress]'), ['Pod web is cut off from Pod db, port 80']],
    ['ClusterIP', policy('web', 'policyTypes: [Egress]'), ['Pod web is cut off from Pod db, port 80']],
    ['ClusterIP', policy('db', 'ingress: [{from: [{podSelector: {}}]}]'), []],
    [
      'NodePort',
      policy('db', 'ingress: [{from: [{podSelector: {}}]}]'),
      ['clients outside are cut off from Pod db, port 80'],
    ],
    ['NodePort', policy('db', 'ingress: [{ports: [{port: 80}]}, {from: [{podSelector: {}}]}]'), []],
  ])('to a %s Service with the policy %j', (type, added, cut) => {
    const text = labelled('web') + labelled('db') + service(type)
    const count = { connections: 0 }
    expect([...cutConnections(objectsIn(text), objectsIn(text + added), count)]).toEqual(cut)
    expect(count.connections).toBeGreaterThan(0)
  })
})
