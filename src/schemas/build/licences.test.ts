import { expect, test } from 'vitest'
import licences from '../generated/licences.json'
import { packLicences, runtimePackages } from './licences'

const apache = 'Apache License\n  Version 2.0, January 2004\n…\nEND OF TERMS AND CONDITIONS'

test('equal texts are stored once, and packages without a text get the standard text', () => {
  const { texts, packages } = packLicences([
    { name: 'a', version: '1', licence: 'MIT', texts: ['MIT of A'], contents: 'Apache-2.0', note: 'N.' },
    { name: 'b', version: '2', licence: 'Apache-2.0', texts: [apache, 'Notice of B'] },
    { name: 'c', version: '3', licence: 'MIT', texts: ['MIT of A'] },
    { name: 'd', version: '4', licence: 'Apache-2.0', texts: [] },
    { name: 'e', version: '5', licence: 'MIT', texts: [] },
  ])
  expect(texts).toEqual(['MIT of A', apache, 'Notice of B'])
  expect(packages.map(({ name, text }) => [name, ...text])).toEqual([
    ['a', 0, 1],
    ['b', 1, 2],
    ['c', 0],
    ['d', 1],
    ['e'],
  ])
  expect(packages[0]).toEqual({ name: 'a', version: '1', licence: 'MIT', text: [0, 1], note: 'N.' })
})

test('runtime packages include transitive dependencies', () => {
  const packages = runtimePackages('.')
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'monaco-editor',
      'react',
      'react-dom',
      'scheduler',
      'state-local',
      'yaml',
      'zustand',
    ]),
  )
  expect(packages.filter(({ texts }) => texts.length === 0)).toEqual([])
})

test('every source of schemas has a note about its origin and a licence text', () => {
  const own = new Set(runtimePackages('.').map(({ name }) => name))
  const sources = licences.packages.filter(({ name }) => !own.has(name))
  expect(sources.length).toBeGreaterThan(40)
  expect(sources.filter((entry) => !('note' in entry) || entry.text.length === 0)).toEqual([])
})
