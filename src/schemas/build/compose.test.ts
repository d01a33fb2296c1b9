import { expect, test } from 'vitest'
import { faultsIn } from './check'
import type { Definition, Definitions, Property, Shape } from './definition'
import { withFacts } from './facts'
import { pack, pooled } from './pack'
import { earlierRelease, laterRelease } from './releases'
import { repair } from './repairs'
import { settle } from './settle'

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
  Object.fromEntries([...definitions].map(([name, entry]) => [name, pooled(entry)]))

test('formats, enums and quantities come from the sources that know them', () => {
  const own = definition({ port: { is: 'integer' }, limits: { is: 'map', of: text }, mode: text, kind: text })
  const models = set({
    A: definition({ mode: { is: 'string', values: ['b', 'a'] }, kind: { is: 'string', values: ['A'] } }),
  })
  const client = set({ A: definition({ port: { is: 'integer', format: 'int32' } }) })
  const facts = { models, client, quantities: new Set(['A#limits{}']) }
  expect(pooled(withFacts(own, 'A', facts)).p).toEqual({ port: 'i', limits: '{Q', mode: 'ea|b', kind: 's' })
})

test('a minor gets status and lost definitions from the complete release', () => {
  const pod = { kinds: ['v1/Pod'] }
  const minor = set({ Pod: definition({ spec: text }, pod) })
  const complete = set({
    Pod: definition({ spec: text, status: to('Status') }, pod),
    Status: definition({ phase: text }),
    'io.k8s.api.core.v1.EventSource': definition({ host: text }),
  })
  expect(codes(repair(minor, complete, new Map()))).toEqual({
    Pod: { g: ['v1/Pod'], p: { spec: 's', status: '?#Status' } },
    Status: { p: { phase: 's' } },
    'io.k8s.api.core.v1.EventSource': { p: { host: 's' } },
  })
})

test('releases beside an exact one differ from it as the unions differ', () => {
  const base = set({
    A: definition({ old: text, fresh: text }, { required: ['fresh', 'old'] }),
    B: definition({ b: text }),
  })
  const known = set({ A: definition({ old: text, removed: text }, { required: ['old'] }) })
  const later = set({
    A: definition({ old: text, removed: text, fresh: text, next: text }),
    B: definition({ b: text }),
    C: definition({ c: text }),
  })
  expect(codes(earlierRelease(base, { before: new Map(), known, later }))).toEqual({
    A: { r: ['old'], p: { old: 's' } },
  })
  expect(codes(laterRelease(base, known, later))).toEqual({
    A: { r: ['fresh', 'old'], p: { old: 's', fresh: 's', next: 's' } },
    B: { p: { b: 's' } },
    C: { p: { c: 's' } },
  })
})

test('only what a kind leads to stays, in order', () => {
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
  expect(codes(settle(definitions))).toEqual({
    Pod: { g: ['v1/Pod'], r: ['spec'], p: { kind: 's', raw: '*', spec: '#Spec' } },
    Spec: { p: { next: '[#Spec' } },
  })
})

test('a version is packed as its difference from the one before', () => {
  const name = 'io.k8s.api.core.v1.Pod'
  const a = definition({ a: text })
  const releases = new Map([
    ['1.25', set({ [name]: a, B: a })],
    ['1.26', set({ [name]: a, B: definition({ a: text, b: text }) })],
    ['1.27', set({ [name]: a })],
  ])
  expect(pack(releases)).toEqual({
    versions: ['1.25', '1.26', '1.27'],
    names: ['core.v1.Pod', 'B'],
    pool: [{ p: { a: 's' } }, { p: { a: 's', b: 's' } }],
    index: { '1.25': [0, 0, 1, 0], '1.26': [1, 1], '1.27': [1, -1] },
  })
})

test('the check names what moved', () => {
  const faults = faultsIn(
    new Map([['1.25', set({ Pod: definition({ spec: to('Gone') }, { required: ['name'] }) })]]),
  )
  expect(faults).toEqual(
    expect.arrayContaining([
      '1.25: 1 definitions instead of 494',
      '1.25: Pod is not a name of the API',
      '1.25: Pod.spec refers to Gone, which is not there',
      '1.25: Pod requires name, which it does not have',
      '1.25: io.k8s.api.core.v1.ContainerPort.containerPort is missing instead of i',
      '1.25: io.k8s.api.apps.v1.DeploymentSpec is missing',
      'v1/Pod is served in no version instead of 1.25',
    ]),
  )
})
