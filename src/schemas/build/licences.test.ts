import { expect, test } from 'vitest'
import licences from '../generated/licences.json'
import { bundledPackages, packLicences, runtimePackages } from './licences'

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

const ownFiles = import.meta.glob<string>(
  [
    '../../**/*.{ts,tsx}',
    '!../../**/*.{test,conformance,spec}.{ts,tsx}',
    '!../../**/testing/**',
    '!../../{bench,build,conformance,fuzz,static}/**',
    '!../../schemas/build/**',
  ],
  { query: '?raw', import: 'default', eager: true },
)

test('the bundled packages are those that the page and the program import', () => {
  const statement =
    /^(?:import|export)\s+(type\s)?(?:[\w*{][^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'/gm
  const imported = Object.values(ownFiles).flatMap((source) =>
    [...source.matchAll(statement)].flatMap(([, type, first = '', name = first]) =>
      type === undefined && /^[@a-z]/.test(name) ? [/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0]] : [],
    ),
  )
  const packages = new Set(imported.filter((name) => !/^(?:node|virtual):/.test(name ?? '')))
  expect([...packages].toSorted()).toEqual(bundledPackages)
})

test('every source of schemas has a note about its origin and a licence text', () => {
  const own = new Set(runtimePackages('.').map(({ name }) => name))
  const sources = licences.packages.filter(({ name }) => !own.has(name))
  expect(sources.length).toBeGreaterThan(40)
  expect(sources.filter((entry) => !('note' in entry) || entry.text.length === 0)).toEqual([])
})
