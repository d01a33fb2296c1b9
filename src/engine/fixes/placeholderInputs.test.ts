import { expect, test } from 'vitest'
import type { Json } from '../model/json'
import type { Path } from '../model/path'
import { givenValues, placeholderInputs } from './placeholderInputs'

const placeholder = (what: string, path: Path, data: Json, finding = 'f') => ({
  ...{ what, path, data, finding, value: String(data) },
  range: { from: 0, to: 0 },
})

const memoryOf = (container: string, index: number, data: string) =>
  placeholder(
    `memory limit of container ${container}`,
    ['spec', 'containers', index, 'resources', 'limits', 'memory'],
    data,
    container,
  )

test('the same suggestion for several containers is one input; another one says what it is for', () => {
  const inputs = placeholderInputs([
    memoryOf('a', 0, '256Mi'),
    memoryOf('b', 1, '256Mi'),
    memoryOf('c', 2, '3Gi'),
  ])
  expect(inputs.map(({ label, owner, suggestion }) => [label, owner, suggestion])).toEqual([
    ['memory limit', 'container a, container b', '256Mi'],
    ['memory limit', 'container c', '3Gi'],
  ])
  const typed = new Map([
    [inputs[0]?.key ?? '', ' 1Gi '],
    [inputs[1]?.key ?? '', '3Gi'],
  ])
  expect(givenValues(inputs, typed).map(({ finding, value }) => [finding, value])).toEqual([
    ['a', '1Gi'],
    ['b', '1Gi'],
  ])
  expect(givenValues(inputs, new Map([[inputs[0]?.key ?? '', 'lots']]))).toEqual([])
})

test.each<[what: string, path: Path, data: Json, typed: string, read: Json]>([
  ['CPU', ['resources', 'requests', 'cpu'], '100m', '0.5', '0.5'],
  ['a port', ['httpGet', 'port'], 80, '8080', 8080],
  ['a user', ['securityContext', 'runAsUser'], 10001, '1000', 1000],
  ['a number', ['spec', 'maxReplicas'], 3, '0', 0],
  ['a path', ['httpGet', 'path'], '/readyz', '/ready?x=1', '/ready?x=1'],
  ['a switch', ['spec', 'paused'], true, 'false', false],
  ['a name', ['ports', 0, 'name'], 'http', 'web-1', 'web-1'],
  ['text', ['spec', 'image'], 'x', 'a:1', 'a:1'],
])('%s is read as data', (_, path, data, typed, read) => {
  const [input] = placeholderInputs([placeholder('value', path, data)])
  expect(input?.read(typed)).toEqual({ value: read })
})

test.each<[what: string, path: Path, data: Json, typed: string]>([
  ['no amount', ['resources', 'requests', 'cpu'], '100m', '2x'],
  ['no CPU', ['resources', 'requests', 'cpu'], '100m', '0'],
  ['no port', ['httpGet', 'port'], 80, '70000'],
  ['root', ['securityContext', 'runAsUser'], 10001, '0'],
  ['a relative path', ['httpGet', 'path'], '/readyz', 'ready'],
  ['no switch', ['spec', 'paused'], true, 'yes'],
  ['capitals in a name', ['ports', 0, 'name'], 'http', 'Web'],
  ['nothing', ['spec', 'image'], 'x', ''],
])('%s is said in a sentence', (_, path, data, typed) => {
  const [input] = placeholderInputs([placeholder('value', path, data)])
  expect(input?.read(typed)).toEqual({ problem: expect.stringMatching(/^.+\.$/) })
})

test('what is no scalar is not asked for', () => {
  expect(
    placeholderInputs([placeholder('rules', ['rules'], [{}]), placeholder('none', ['x'], null)]),
  ).toEqual([])
})
