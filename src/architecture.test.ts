import { expect, test } from 'vitest'

/** A file imports from its own room and from rooms to the left of it. */
const rooms = (
  'kubernetes engine checks schemas formats examples session worker store editor lessons views cli ' +
  'conformance bench main.tsx'
).split(' ')

/** Packages that are known in one place only. */
const doors: readonly (readonly [name: RegExp, files: RegExp])[] = [
  [/^yaml$/, /^engine\/(yaml\/parseYaml|edits\/planEdits)\.ts$/],
  [/^(monaco-editor|@monaco-editor)\b/, /^editor\//],
  [/^re2js$/, /^schemas\/reading\/pattern\.ts$/],
]

/** What would make an answer depend on more than the text and the settings. */
const impure =
  /\bwindow\b|\bdocument\.(body|cookie|head|createElement|getElementById|querySelector)|\bfetch\(|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\./
const pureRooms = ['kubernetes', 'engine', 'checks']

const vague = /(^|\/)(utils?|helpers?|common|services?)(\/|\.|$)|Manager\./i

/** Tables of facts may be as long as the facts. */
const data = ['kubernetes/fieldTypes.ts', 'kubernetes/removals.ts']

/** `later`: it is loaded when the program asks for it. */
type Import = { readonly from: string; readonly typeOnly: boolean; readonly later: boolean }

const withoutComments = (source: string): string =>
  source.replace(/^\s*\/\*[^]*?\*\//gm, '').replace(/(^|\s)\/\/.*$/gm, '')

const importsOf = (source: string): Import[] => {
  const statement = /^(?:import|export)\s+(type\s)?(?:[\w*{][^'";]*?\sfrom\s+)?'([^']+)'/gm
  const expression =
    /\b(?:import\(\s*|import\.meta\.glob(?:<[^>]*>)?\(\s*)'([^']+)'|\bnew URL\(\s*'([^']+)', import\.meta\.url/g
  return [
    ...[...source.matchAll(statement)].map(([, type, from = '']) => ({
      from,
      typeOnly: type !== undefined,
      later: false,
    })),
    ...[...source.matchAll(expression)].map(([, a, b]) => ({
      from: a ?? b ?? '',
      typeOnly: false,
      later: true,
    })),
  ]
}

/** The file or folder an import names, from src: `../engine/place` in `checks/index.ts` is `engine/place`. */
const resolve = (file: string, from: string): string =>
  new URL(from.replace(/\?.*/, ''), `file:///repository/src/${file}`).pathname.replace('/repository/src/', '')

const importFault = (file: string, { from }: Import): string | undefined => {
  if (!from.startsWith('.')) {
    const closed = doors.some(([name, files]) => name.test(from) && !files.test(file))
    return closed ? `${file} imports ${from}` : undefined
  }
  const target = resolve(file, from)
  const [room = ''] = file.split('/')
  const [targetRoom = ''] = target.split('/')
  // The bench starts the same browser as the tests of the page.
  if (target.startsWith('/')) return room === 'bench' ? undefined : `${file} imports ${from}, outside src`
  if (rooms.indexOf(targetRoom) > rooms.indexOf(room)) return `${file} imports ${target}, to the right of it`
  return undefined
}

const faultsOf = (file: string, text: string): (string | undefined)[] => {
  const source = withoutComments(text)
  const [room = ''] = file.split('/')
  const isTest = /\.test\.tsx?$/.test(file)
  return [
    rooms.includes(room) ? undefined : `${file} is in no known room`,
    vague.test(file) ? `${file} has a name that says nothing` : undefined,
    !isTest && !data.includes(file) && text.split('\n').length > 301
      ? `${file} is over 300 lines`
      : undefined,
    pureRooms.includes(room) && impure.test(source) ? `${file} says ${impure.exec(source)?.[0]}` : undefined,
    // A test may call on any room: nothing is built on it.
    ...(isTest ? [] : importsOf(source).map((entry) => importFault(file, entry))),
  ]
}

const faults = (files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files)
    .flatMap(([file, text]) => faultsOf(file, text))
    .filter((fault) => fault !== undefined)

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const files = new Map(Object.entries(sources).map(([path, text]) => [path.slice(2), text]))

test('the source keeps the law', () => {
  expect(files.size).toBeGreaterThan(50)
  expect(faults(Object.fromEntries(files))).toEqual([])
})

test('the worker starts without what mends: that one is loaded when the first report stands', () => {
  const reached = new Set<string>()
  const reach = (file: string): void => {
    const source = files.get(file)
    if (source === undefined || reached.has(file)) return
    reached.add(file)
    for (const { from, typeOnly, later } of importsOf(withoutComments(source)))
      if (from.startsWith('.') && !typeOnly && !later)
        for (const ending of ['.ts', '/index.ts']) reach(resolve(file, from) + ending)
  }
  reach('worker/worker.ts')
  expect([...reached].filter((file) => file.startsWith('checks/')).length).toBeGreaterThan(39)
  expect([...reached].filter((file) => /\/fix\.ts|setField|\/edits\/|\/fixes\//.test(file))).toEqual([])
})

test.each([
  ['engine/score.ts', 'imports checks, to the right of it', `import { checks } from '../checks'`],
  ['engine/score.ts', 'imports checks, to the right of it', `import type { Check } from '../checks'`],
  ['engine/score.test.ts', undefined, `import { checks } from '../checks'`],
  ['engine/score.ts', 'imports yaml', `import { parse } from 'yaml'`],
  ['engine/yaml/parseYaml.ts', undefined, `import { parse } from 'yaml'`],
  [
    'kubernetes/time.ts',
    'imports engine/place, to the right of it',
    `import { place } from '../engine/place'`,
  ],
  ['store/store.ts', 'imports views/App, to the right of it', `const view = () => import('../views/App')`],
  [
    'engine/read.ts',
    'imports worker/worker.ts, to the right of it',
    `new URL('../worker/worker.ts', import.meta.url)`,
  ],
  [
    'engine/score.ts',
    'imports checks/*/docs.md, to the right of it',
    `import.meta.glob<string>('../checks/*/docs.md')`,
  ],
  ['views/App.tsx', undefined, `import '../editor/editor.css'`],
  ['views/App.tsx', 'imports monaco-editor/editor', `import 'monaco-editor/editor'`],
  ['views/App.tsx', 'imports ../../package.json, outside src', `import config from '../../package.json'`],
  ['engine/score.ts', 'says Date.now', `const now = Date.now()`],
  ['engine/score.ts', undefined, `// Date.now() would make it depend on the hour.`],
  ['views/helpers/list.ts', 'has a name that says nothing', ''],
  ['store/SessionManager.ts', 'has a name that says nothing', ''],
  ['attic/old.ts', 'is in no known room', ''],
  ['views/App.tsx', 'is over 300 lines', '\n'.repeat(301)],
])('%s: %s', (file, fault, text) => {
  expect(faults({ [file]: text })).toEqual(fault === undefined ? [] : [`${file} ${fault}`])
})
