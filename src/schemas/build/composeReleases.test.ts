import { expect, test } from 'vitest'
import { fillCdk8sGaps } from './cdk8sGaps'
import { checkReleases } from './checkReleases'
import { composeReleases } from './composeReleases'
import type { Definition, Definitions, Property, Shape } from './definition'
import { releaseAfter, releaseBefore } from './deriveRelease'
import { normalizeDefinitions } from './normalizeDefinitions'
import { packDefinition, packStructure } from './packStructure'
import { withTypeHints } from './typeHints'

const text: Shape = { is: 'string' }
const to = (name: string): Shape => ({ is: 'reference', to: name })
const definition = (fields: Readonly<Record<string, Shape>>, rest: Partial<Definition> = {}): Definition => ({
  kinds: [],
  required: [],
  properties: new Map(Object.entries(fields).map(([name, shape]): [string, Property] => [name, { shape }])),
  ...rest,
})
const set = (definitions: Readonly<Record<string, Definition>>): Definitions =>
  new Map(Object.entries(definitions))
const codes = (definitions: Definitions): unknown =>
  Object.fromEntries([...definitions].map(([name, entry]) => [name, packDefinition(entry)]))

test('formats, enums and quantities come from the sources that have them', () => {
  const own = definition({ port: { is: 'integer' }, limits: { is: 'map', of: text }, mode: text, kind: text })
  const models = set({
    A: definition({ mode: { is: 'string', values: ['b', 'a'] }, kind: { is: 'string', values: ['A'] } }),
  })
  const client = set({ A: definition({ port: { is: 'integer', format: 'int32' } }) })
  const hints = { models, client, quantities: new Set(['A#limits{}']) }
  expect(packDefinition(withTypeHints(own, 'A', hints)).p).toEqual({
    port: 'i',
    limits: '{Q',
    mode: 'ea|b',
    kind: 's',
  })
})

test('a version from cdk8s gets its status and the dropped definitions from the complete API', () => {
  const pod = { kinds: ['v1/Pod'] }
  const minor = set({ Pod: definition({ spec: text }, pod) })
  const complete = set({
    Pod: definition({ spec: text, status: to('Status') }, pod),
    Status: definition({ phase: text }),
    'io.k8s.api.core.v1.EventSource': definition({ host: text }),
  })
  expect(codes(fillCdk8sGaps(minor, complete, new Map()))).toEqual({
    Pod: { g: ['v1/Pod'], p: { spec: 's', status: '?#Status' } },
    Status: { p: { phase: 's' } },
    'io.k8s.api.core.v1.EventSource': { p: { host: 's' } },
  })
})

test('versions next to an exact one differ from it as the unions differ', () => {
  const exact = set({
    A: definition({ old: text, fresh: text }, { required: ['fresh', 'old'] }),
    B: definition({ b: text }),
  })
  const older = set({ A: definition({ old: text, removed: text }, { required: ['old'] }) })
  const newer = set({
    A: definition({ old: text, removed: text, fresh: text, next: text }),
    B: definition({ b: text }),
    C: definition({ c: text }),
  })
  expect(codes(releaseBefore(exact, new Map(), { older, newer }))).toEqual({
    A: { r: ['old'], p: { old: 's' } },
  })
  expect(codes(releaseAfter(exact, { older, newer }))).toEqual({
    A: { r: ['fresh', 'old'], p: { old: 's', fresh: 's', next: 's' } },
    B: { p: { b: 's' } },
    C: { p: { c: 's' } },
  })
})

test('only definitions that a kind refers to are kept, sorted', () => {
  const definitions = set({
    Pod: definition(
      { spec: to('Spec'), raw: to('Empty'), kind: text },
      { kinds: ['v1/Pod'], required: ['spec', 'kind'] },
    ),
    Spec: definition({ next: { is: 'list', of: to('Spec') } }),
    Empty: definition({}),
    Stray: definition({ a: text }),
    GoneList: definition({ items: { is: 'list', of: to('Gone') } }, { kinds: ['v1/GoneList'] }),
  })
  expect(codes(normalizeDefinitions(definitions))).toEqual({
    Pod: { g: ['v1/Pod'], r: ['spec'], p: { kind: 's', raw: '*', spec: '#Spec' } },
    Spec: { p: { next: '[#Spec' } },
  })
})

test('a version is composed from its own source and from the unions next to it', () => {
  const pod = (fields: string) =>
    definition(Object.fromEntries([...fields].map((field) => [field, text])), { kinds: ['v1/Pod'] })
  const name = 'io.k8s.api.core.v1.Pod'
  const releases = composeReleases({
    versions: [
      { version: '1.1', source: 'cdk8s', definitions: set({ [name]: pod('a') }) },
      { version: '1.2', source: 'pulumi', definitions: set({ [name]: pod('ab') }) },
      { version: '1.3', source: 'client', definitions: set({ V1Pod: pod('abc') }) },
      { version: '1.4', source: 'pulumi', definitions: set({ [name]: pod('abcd') }) },
      { version: '1.5', source: 'pulumi', definitions: set({ [name]: pod('abcde') }) },
    ],
    models: new Map(),
  })
  const fields = [...releases].map(([version, definitions]) => [
    version,
    [...(definitions.get(name)?.properties.keys() ?? [])].join(''),
  ])
  expect(Object.fromEntries(fields)).toEqual({
    '1.1': 'a',
    '1.2': 'ab',
    '1.3': 'abc',
    '1.4': 'abcd',
    '1.5': 'abcde',
  })
})

test('a missing source throws', () => {
  expect(() => composeReleases({ versions: [], models: new Map() })).toThrow('no union among the sources')
})

test('a version is packed as its changes since the version before', () => {
  const name = 'io.k8s.api.core.v1.Pod'
  const a = definition({ a: text })
  const releases = new Map([
    ['1.25', set({ [name]: a, B: a })],
    ['1.26', set({ [name]: a, B: definition({ a: text, b: text }) })],
    ['1.27', set({ [name]: a })],
  ])
  expect(packStructure(releases)).toEqual({
    versions: ['1.25', '1.26', '1.27'],
    names: ['core.v1.Pod', 'B'],
    pool: [{ p: { a: 's' } }, { p: { a: 's', b: 's' } }],
    index: { '1.25': [0, 0, 1, 0], '1.26': [1, 1], '1.27': [1, -1] },
  })
})

test('the check names each difference', () => {
  const errors = checkReleases(
    new Map([['1.25', set({ Pod: definition({ spec: to('Gone') }, { required: ['name'] }) })]]),
  )
  expect(errors).toEqual(
    expect.arrayContaining([
      '1.25: found 1 definitions, expected 494',
      '1.25: Pod is not the name of an API definition',
      '1.25: Pod.spec refers to Gone, which does not exist',
      '1.25: Pod requires the unknown field name',
      '1.25: io.k8s.api.core.v1.ContainerPort.containerPort is missing, expected i',
      '1.25: io.k8s.api.apps.v1.DeploymentSpec is missing',
      'v1/Pod is served in no version, expected 1.25',
    ]),
  )
})
