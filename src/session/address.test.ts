import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { addressText, readAddress, type Address } from './address'

test.each<[hash: string, address: Address]>([
  ['', { kind: 'none' }],
  ['#1.tAbC', { kind: 'session', data: 'tAbC' }],
  ['#1.', { kind: 'session', data: '' }],
  ['#/checks', { kind: 'checks' }],
  ['#/lessons', { kind: 'lessons' }],
  ['#/settings', { kind: 'settings' }],
  ['#/checks/container-image-tag', { kind: 'check', id: 'container-image-tag' }],
  ['#/lessons/probes/3', { kind: 'lesson', id: 'probes', step: '3' }],
  ['#yaml=', { kind: 'text', text: '' }],
  ['#yaml=kind%3A%20Pod%0D%0A%23%20%E2%82%AC%2B%251.', { kind: 'text', text: 'kind: Pod\r\n# €+%1.' }],
])('the address %s', (hash, address) => {
  expect(readAddress(hash)).toEqual(address)
  expect(addressText(address)).toBe(hash)
})

test('the # may be left out', () => {
  expect(readAddress('1.x')).toEqual({ kind: 'session', data: 'x' })
  expect(readAddress('#')).toEqual({ kind: 'none' })
})

test.each([
  ['#2.abc', /version “2”.*version 1/],
  ['#01.abc', /version “01”/],
  ['#1', /“#1”/],
  ['#/settings/', /does not know/],
  ['#/setting', /does not know/],
  ['#/checks/', /“#\/checks\/”/],
  ['#/checks/a/b', /does not know/],
  ['#/checks/<b>', /does not know/],
  ['#/lessons/probes', /does not know/],
  ['#/lessons/probes/1/2', /does not know/],
  ['#code=abc', /“#code=abc”/],
  ['#Yaml=a', /does not know/],
  ['#yaml=100%', /percent-encoded/],
  ['#yaml=%FF', /percent-encoded/],
  [`#${'x'.repeat(1_000_000)}`, /^.{60,160}$/],
  [`#${'9'.repeat(1_000_000)}.`, /^.{60,240}$/],
])('the address %.40s is named, not guessed', (hash, problem) => {
  const address = readAddress(hash)
  expect(address).toEqual({ kind: 'unknown', problem: expect.stringMatching(problem) })
})

test('half of a surrogate pair is written as a replacement character', () => {
  expect(addressText({ kind: 'text', text: 'a\ud800b' })).toBe('#yaml=a%EF%BF%BDb')
})

test('every well-formed text survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readAddress(addressText({ kind: 'text', text }))).toEqual({ kind: 'text', text })
    }),
  )
})
