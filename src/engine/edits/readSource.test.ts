import { expect, test } from 'vitest'
import { readSource } from './readSource'
import type { Member } from './sourceNode'

/** The member `replicas` of a document, which is its first. */
const memberOf = (text: string): Member | undefined => {
  const source = readSource(text)
  return 'refused' in source ? undefined : source.data.node?.members[0]
}

test('a value without an anchor or a tag starts after the indicator', () =>
  expect(memberOf('replicas: 2 # two\n')).toEqual({
    from: 0,
    to: 11,
    key: { from: 0, to: 8, style: 'plain' },
    colonEnd: 9,
    value: {
      style: 'plain',
      indicatorEnd: 9,
      propertiesEnd: 9,
      replaceFrom: 10,
      from: 10,
      to: 11,
      members: [],
    },
  }))

test('a value with a tag is replaced from its properties on', () =>
  expect(memberOf('replicas: &n !!int 2\n')?.value).toEqual({
    style: 'plain',
    anchor: 'n',
    indicatorEnd: 9,
    replaceFrom: 10,
    propertiesEnd: 18,
    from: 19,
    to: 20,
    members: [],
  }))

test('a value with an anchor alone keeps the anchor', () =>
  expect(memberOf('replicas: &n 2\n')?.value).toMatchObject({ replaceFrom: 13, propertiesEnd: 12, from: 13 }))

test('an absent value is at the end of its indicator', () =>
  expect(memberOf('replicas: # none\n')?.value).toMatchObject({
    style: 'absent',
    from: 9,
    to: 9,
    replaceFrom: 9,
  }))

test('a document without content has no source', () =>
  expect(readSource('# nothing\n')).toEqual({ refused: 'This document contains no object to change.' }))
