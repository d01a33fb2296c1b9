import { expect, test } from 'vitest'

/** The rooms of the engine that a row of the law may name. */
const engine = (...names: readonly string[]): readonly string[] => names.map((name) => `engine/${name}`)

const findsMayImport = ['kubernetes', ...engine('model', 'objects', 'findings')]
const fixesMayImport = [...findsMayImport, ...engine('yaml', 'schema', 'fixes')]
const wholeEngine = engine(
  ...['model', 'yaml', 'objects', 'schema', 'edits', 'findings', 'report', 'fixes', 'language'],
)

/** What each room may import, apart from itself. The rows are the flow of the data; README.md draws it. */
const law: Readonly<Record<string, readonly string[]>> = {
  kubernetes: [],
  // What the pages of checks consist of.
  pages: engine('model'),
  // Runs while the page is built, and knows nothing of it but who renders the pages without scripts.
  build: ['offline', 'session', 'store', 'lessons', 'static'],
  'engine/model': ['kubernetes'],
  'engine/yaml': ['kubernetes', ...engine('model')],
  'engine/objects': ['kubernetes', ...engine('model', 'yaml')],
  'engine/schema': ['kubernetes', ...engine('model', 'yaml', 'objects')],
  'engine/edits': engine('model', 'yaml'),
  'engine/findings': ['kubernetes', ...engine('model', 'yaml', 'objects', 'schema')],
  'engine/report': ['kubernetes', ...engine('model', 'yaml', 'objects', 'schema', 'findings')],
  'engine/fixes': ['kubernetes', ...wholeEngine.filter((room) => room !== 'engine/language')],
  'engine/language': engine('model', 'yaml', 'objects', 'schema'),
  schemas: ['kubernetes', ...wholeEngine],
  checks: [...findsMayImport, 'pages'],
  'checks (fixes)': fixesMayImport,
  // What a cluster would answer: facts about objects as plain data, and nothing about texts.
  apiServer: ['kubernetes', 'engine/model', 'schemas'],
  rules: [...findsMayImport, 'engine/yaml', 'engine/schema', 'apiServer', 'checks'],
  'rules (fixes)': [...fixesMayImport, 'apiServer', 'checks', 'checks (fixes)'],
  offline: [],
}

/** The rooms around the engine: each may import those before it. */
const order = [
  ...Object.keys(law),
  ...[
    'formats',
    'examples',
    'session',
    'pipelines',
    'simulators',
    'lessons',
    'worker',
    'store',
    'editor',
    'views',
    'static',
  ],
  ...['main.tsx', 'cli', 'conformance', 'bench', 'fuzz'],
]

/** The command line has no page. */
const pageRooms = ['worker', 'store', 'editor', 'views', 'static', 'main.tsx']

/**
 * `engine/yaml` for `engine/yaml/value.ts`. What proposes fixes is a room of its own, because it is loaded later: every
 * `fix.ts`, and the files beside those of `rules/` whose names say so.
 */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  if (first === 'engine') return `${first}/${second}`
  if (!['checks', 'rules'].includes(first)) return first
  if (file.startsWith('checks/facts/')) return `${first} (fixes)`
  return /\/(fix|\w+Fixes|\w+Values)(\.ts)?$/.test(file) ? `${first} (fixes)` : first
}

function mayImport(room: string, target: string): boolean {
  // Facts are shared by what finds and what fixes; a check loads its fix later.
  if (room === target || `${room} (fixes)` === target || room === `${target} (fixes)`) return true
  const row = law[room]
  if (row) return row.includes(target)
  if (room === 'cli' && pageRooms.includes(target)) return false
  return order.includes(target) && order.indexOf(target) <= order.indexOf(room)
}

/** Packages that are known in one place only. */
const doors: readonly (readonly [name: RegExp, files: RegExp])[] = [
  [/^yaml$/, /^(engine\/(yaml\/(parseYaml|tabLines)|edits\/readSource)|build\/lesson(Files|Problems))\.ts$/],
  [/^(monaco-editor|@monaco-editor)\b/, /^editor\//],
  [/^re2js$/, /^schemas\/reading\/pattern\.ts$/],
]

/** What would make an answer depend on more than the text and the settings. */
const impure =
  /\bwindow\b|\bdocument\.(body|cookie|head|createElement|getElementById|querySelector)|\bfetch\(|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\./
const pureRooms = ['kubernetes', 'engine', 'apiServer', 'checks', 'rules']

/** A test may call on any room: nothing is built on it. */
const testFile = /\.test\.tsx?$|\/testing\//

const vague = /(^|\/)(utils?|helpers?|common|services?)(\/|\.|$)|Manager\./i

/** Tables of facts may be as long as the facts. */
const data = [
  'apiServer/cel/functionTable.ts',
  'apiServer/rules.ts',
  'kubernetes/fieldTypes.ts',
  'kubernetes/removals.ts',
]

/** `later`: it is loaded when the program asks for it. */
type Import = { readonly from: string; readonly typeOnly: boolean; readonly later: boolean }

const withoutComments = (source: string): string =>
  source.replace(/^\s*\/\*[^]*?\*\//gm, '').replace(/(^|\s)\/\/.*$/gm, '')

const importsOf = (source: string): Import[] => {
  const statement = /^(?:import|export)\s+(type\s)?(?:[\w*{][^'";]*?\sfrom\s+)?'([^']+)'/gm
  const expression =
    /\b(?:import\(\s*|import\.meta\.glob(?:<[^>]*>)?\(\s*\[?)'([^']+)'|\bnew URL\(\s*'([^']+)', import\.meta\.url/g
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

/** The file or folder an import names, from src: `../engine/model/path` in `checks/index.ts` is `engine/model/path`. */
const resolve = (file: string, from: string): string =>
  new URL(from.replace(/\?.*/, ''), `file:///repository/src/${file}`).pathname.replace('/repository/src/', '')

const importProblem = (file: string, { from }: Import): string | undefined => {
  if (!from.startsWith('.')) {
    const closed = doors.some(([name, files]) => name.test(from) && !files.test(file))
    return closed ? `${file} imports ${from}` : undefined
  }
  const target = resolve(file, from)
  const room = roomOf(file)
  // The bench starts the same browser as the tests of the page.
  if (target.startsWith('/')) return room === 'bench' ? undefined : `${file} imports ${from}, outside src`
  return mayImport(room, roomOf(target)) ? undefined : `${file} imports ${target}`
}

const problemsOf = (file: string, text: string): (string | undefined)[] => {
  const source = withoutComments(text)
  const room = roomOf(file)
  const [first = ''] = file.split('/')
  const isTest = testFile.test(file)
  return [
    order.includes(room) ? undefined : `${file} is in no known room`,
    vague.test(file) ? `${file} has a vague name` : undefined,
    !isTest && !data.includes(file) && text.split('\n').length > 301
      ? `${file} is over 300 lines`
      : undefined,
    pureRooms.includes(first) && impure.test(source) ? `${file} says ${impure.exec(source)?.[0]}` : undefined,
    ...(isTest ? [] : importsOf(source).map((entry) => importProblem(file, entry))),
  ]
}

const problems = (files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files)
    .flatMap(([file, text]) => problemsOf(file, text))
    .filter((problem) => problem !== undefined)

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const files = new Map(Object.entries(sources).map(([path, text]) => [path.slice(2), text]))

test('every file imports only what its room may import', () => {
  expect(files.size).toBeGreaterThan(50)
  expect(problems(Object.fromEntries(files))).toEqual([])
})

/** What a file imports, types and what it loads later included. */
const importedBy = (file: string): readonly string[] =>
  importsOf(withoutComments(files.get(file) ?? ''))
    .filter(({ from }) => from.startsWith('.'))
    .flatMap(({ from }) => {
      const target = resolve(file, from)
      return [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].filter((path) => files.has(path))
    })

/** A chain of imports that comes back to its first file; undefined when there is none. */
function findCycle(
  imports: (file: string) => readonly string[],
  all: Iterable<string>,
): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, chain: readonly string[]): readonly string[] | undefined => {
    if (chain.includes(file)) return [...chain.slice(chain.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const target of imports(file)) {
      const cycle = visit(target, [...chain, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of all) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}

test('no imports form a cycle, types and lazy imports included', () => {
  const own = [...files.keys()].filter((file) => !testFile.test(file))
  expect(findCycle(importedBy, own)).toBeUndefined()
  expect(own.flatMap(importedBy).length).toBeGreaterThan(own.length)
  expect(importedBy('checks/pod-probes/check.ts')).toContain('checks/pod-probes/fix.ts')
  const ring: Readonly<Record<string, readonly string[]>> = { a: ['b'], b: ['c'], c: ['d', 'b'], d: [] }
  expect(findCycle((file) => ring[file] ?? [], 'abcd')).toEqual(['b', 'c', 'b'])
})

test('the worker starts without the code for fixes, which is loaded after the first report', () => {
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
  ['engine/report/score.ts', 'imports checks', `import { checks } from '../../checks'`],
  ['engine/report/score.ts', 'imports checks', `import type { Check } from '../../checks'`],
  ['engine/report/score.test.ts', undefined, `import { checks } from '../../checks'`],
  ['engine/report/score.ts', 'imports engine/fixes/fixer', `import type { Fix } from '../fixes/fixer'`],
  ['engine/fixes/fixer.ts', undefined, `import { score } from '../report/score'`],
  ['engine/edits/planEdits.ts', 'imports engine/schema/schema', `import type { A } from '../schema/schema'`],
  ['engine/yaml/value.ts', 'imports yaml', `import { parse } from 'yaml'`],
  ['engine/yaml/parseYaml.ts', undefined, `import { parse } from 'yaml'`],
  ['engine/loose.ts', 'is in no known room', ''],
  ['kubernetes/time.ts', 'imports engine/model/path', `import { pathText } from '../engine/model/path'`],
  ['checks/a/check.ts', 'imports engine/schema/didYouMean', `import '../../engine/schema/didYouMean'`],
  ['checks/a/fix.ts', undefined, `import '../../engine/schema/didYouMean'`],
  ['checks/a/check.ts', undefined, `const fix = () => import('./fix')`],
  ['checks/a/check.ts', 'imports rules/sources', `import { sources } from '../../rules/sources'`],
  ['store/store.ts', 'imports views/App', `const view = () => import('../views/App')`],
  ['engine/yaml/value.ts', 'imports worker/worker.ts', `new URL('../../worker/worker.ts', import.meta.url)`],
  ['engine/yaml/value.ts', 'imports checks/*/docs.md', `import.meta.glob<string>('../../checks/*/docs.md')`],
  ['cli/main.ts', 'imports store/store', `import { store } from '../store/store'`],
  ['cli/main.ts', undefined, `import { sources } from '../rules/sources'`],
  ['views/App.tsx', undefined, `import '../editor/editor.css'`],
  ['views/App.tsx', 'imports monaco-editor/editor', `import 'monaco-editor/editor'`],
  ['views/App.tsx', 'imports ../../package.json, outside src', `import config from '../../package.json'`],
  ['engine/report/score.ts', 'says Date.now', `const now = Date.now()`],
  ['engine/report/score.ts', undefined, `// Date.now() would make it depend on the hour.`],
  ['views/helpers/list.ts', 'has a vague name', ''],
  ['store/SessionManager.ts', 'has a vague name', ''],
  ['attic/old.ts', 'is in no known room', ''],
  ['views/App.tsx', 'is over 300 lines', '\n'.repeat(301)],
])('%s: %s', (file, problem, text) => {
  expect(problems({ [file]: text })).toEqual(problem === undefined ? [] : [`${file} ${problem}`])
})
