import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { checkSync } from 'recheck'
import { parseSync } from 'vite'
import { afterAll, describe, expect, test } from 'vitest'

// The analyser itself, without another process.
process.env['RECHECK_SYNC_BACKEND'] = 'pure'

// Whoever pastes a text chooses what our regular expressions have to search. Each of them must therefore take time in
// proportion to the text: proved by an analyser, and tried on texts that are hard for it.

/** What never sees a text of a person: tests, and the programs that build and measure. */
const ours = /\.test\.tsx?$|\/testing\/|^(?:schemas\/build|bench|conformance|fuzz)\//

/** Expressions that only see short texts, whatever a person pastes: by their source, with the bound and its place. */
const bounded: Readonly<Record<string, string>> = {
  '^(#{1,4}) +(.+)$': 'pages/markdown.ts: a line of the pages that we wrote about rules',
  '`([^`]+)`|\\*\\*(.+?)\\*\\*|\\[([^\\]]+)\\]\\((https:\\/\\/[^\\s)]+)\\)':
    'pages/markdown.ts: a line of the pages that we wrote about rules',
  '\\[([^\\]]*)\\]\\([^)]*\\)':
    'formats/sarifRules.ts: the first paragraph of a page that we wrote about a rule',
  '\\d+\\s*([A-Za-zµ]+)': 'schemas/reading/timeFormats.ts: 1,000 characters, see isLooseDuration',
  '(?:[\\s#]|\\\\[nrt])*$': 'session/secrets/privateKeys.ts: the last 200 characters of a key',
  '(?:\\r?\\n[ \\t]*)*$': 'session/secrets/secret.ts: the last 200 characters of a block scalar',
}

/** `new RegExp` with a source that is not constant, with the reason why it takes no time. */
const notConstant: Readonly<Record<string, string>> = {
  "new RegExp(`\\\\p{Script=${name}}`, 'u')":
    'It is compiled to find out whether there is such a script, and never searches.',
  "new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}-?${variant}[0-9a-f]{3}-?[0-9a-f]{12}$`, 'i')":
    'Every part has a fixed length, and it starts at the start of the text.',
}

type Pattern = { readonly file: string; readonly source: string; readonly flags: string }

type Node = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly start: number
  readonly end: number
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) yield* nodesIn(child)
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const nodeAt = (node: unknown, ...keys: readonly string[]): Node | undefined => {
  let found = node
  for (const key of keys) found = isNode(found) ? found[key] : undefined
  return isNode(found) ? found : undefined
}

/** `/a+/g` as it is in a literal. */
const literalOf = (node: Node | undefined): Omit<Pattern, 'file'> | undefined => {
  const regex = node?.['regex']
  return typeof regex === 'object' && regex !== null && 'pattern' in regex && 'flags' in regex
    ? { source: textOf(regex.pattern), flags: textOf(regex.flags) }
    : undefined
}

/** The modules of a program, for following constants through them. */
type Program = ReadonlyMap<string, Node>

/** The text that a constant expression comes to; undefined for any other expression. */
function constantText(node: Node | undefined, file: string, program: Program): string | undefined {
  if (!node) return undefined
  const literal = literalOf(node)
  if (literal) return literal.source
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node.type === 'Identifier') return constantNamed(textOf(node['name']), file, program)
  if (node.type === 'MemberExpression') return constantText(nodeAt(node, 'object'), file, program)
  const quasi = node.type === 'TaggedTemplateExpression' ? nodeAt(node, 'quasi') : node
  if (quasi?.type !== 'TemplateLiteral') return undefined
  const isRaw = quasi !== node
  const quasis = [...nodesIn(quasi['quasis'])]
  const expressions = Array.isArray(quasi['expressions']) ? quasi['expressions'] : []
  const parts = quasis.map((part, index) => {
    const value = part['value']
    const texts = typeof value === 'object' && value !== null ? value : {}
    const own = isRaw && 'raw' in texts ? texts.raw : 'cooked' in texts ? texts.cooked : ''
    const next = expressions[index]
    return textOf(own) + (next === undefined ? '' : (constantText(next, file, program) ?? '\0'))
  })
  const text = parts.join('')
  return text.includes('\0') ? undefined : text
}

function constantNamed(name: string, file: string, program: Program): string | undefined {
  for (const node of nodesIn(program.get(file))) {
    if (node.type === 'VariableDeclarator' && textOf(nodeAt(node, 'id')?.['name']) === name)
      return constantText(nodeAt(node, 'init'), file, program)
    if (node.type === 'ImportDeclaration')
      for (const specifier of nodesIn(node['specifiers']))
        if (textOf(nodeAt(specifier, 'local')?.['name']) === name) {
          const from = textOf(nodeAt(node, 'source')?.['value'])
          const target = new URL(`${from}.ts`, `file:///${file}`).pathname.slice(1)
          return constantNamed(name, target, program)
        }
  }
  return undefined
}

const isConstructor = (node: Node): boolean =>
  (node.type === 'NewExpression' || node.type === 'CallExpression') &&
  textOf(nodeAt(node, 'callee')?.['name']) === 'RegExp'

/** Every regular expression of some files; `unknown`: those whose source is not constant. */
function patternsIn(files: Readonly<Record<string, string>>) {
  const program: Program = new Map(
    Object.entries(files).flatMap(([file, text]) => {
      const { program: root } = parseSync(file, text)
      return isNode(root) ? [[file, root] as const] : []
    }),
  )
  const patterns = new Map<string, Pattern>()
  const unknown: string[] = []
  for (const [file, root] of program)
    for (const node of nodesIn(root)) {
      const made = isConstructor(node) && Array.isArray(node['arguments']) ? node['arguments'] : undefined
      const source = made && constantText(made[0], file, program)
      const found =
        source === undefined
          ? literalOf(node)
          : { source, flags: constantText(made?.[1], file, program) ?? '' }
      if (found) patterns.set(`/${found.source}/${found.flags}`, { file, ...found })
      else if (made) unknown.push(files[file]?.slice(node.start, node.end) ?? '')
    }
  return { patterns: [...patterns.values()], unknown }
}

/**
 * What the analyser says: `unknown` for lookarounds, which it does not know, and for large counts (`{1,1000}`), which are
 * too much for it.
 */
function analyse({ source, flags }: Pattern) {
  const found = checkSync(source, flags, { checker: 'automaton', timeout: 1_000 })
  return { status: found.status, attack: found.status === 'vulnerable' ? found.attack.pattern : '' }
}

/** Characters for hard texts: one of each class, and those in the expression. */
const atomsOf = (source: string): readonly string[] =>
  [...new Set([' ', '\t', '\n', 'a', '0', ...source.replace(/\\[a-zA-Z]/g, '').replace(/\\/g, '')])].slice(
    0,
    16,
  )

/** Texts of about this many characters. */
const length = 50_000

/**
 * Texts that are hard for expressions that search again from every place: one or two characters over and over, behind
 * another one and before something that fits nowhere.
 */
const hardTexts = (first: string, atoms: readonly string[]): readonly string[] =>
  atoms.flatMap((second) =>
    [first + second.repeat(length), (first + second).repeat(length / 2)].flatMap((text) => [
      `${text}\0`,
      `${text}\n`,
    ]),
  )

/** The code of a thread that searches texts. */
const searcher = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ source, flags, texts }) => {
    const pattern = new RegExp(source, flags)
    for (const text of texts)
      if (pattern.global) for (const _ of text.matchAll(pattern));
      else pattern.exec(text)
    parentPort.postMessage('done')
  })`

let thread: Worker | undefined

/** Milliseconds for some hard texts. Those that take time in proportion to their length need a small part of it. */
const limit = 10_000

/** Whether an expression gets through texts before the thread that searches them is ended. */
async function getsThrough({ source, flags }: Pattern, texts: readonly string[]): Promise<boolean> {
  const own = (thread ??= new Worker(searcher, { eval: true }))
  const timeUp = new AbortController()
  const timer = setTimeout(() => timeUp.abort(), limit)
  // oxlint-disable-next-line require-post-message-target-origin -- a thread of Node, not a window
  own.postMessage({ source, flags, texts })
  try {
    await once(own, 'message', { signal: timeUp.signal })
    return true
  } catch (error) {
    if (!timeUp.signal.aborted) throw error
    thread = undefined
    await own.terminate()
    return false
  } finally {
    clearTimeout(timer)
  }
}

afterAll(() => thread?.terminate())

/** Why an expression may take too long; undefined when it does not. */
async function weaknessOf(pattern: Pattern): Promise<string | undefined> {
  const { status, attack } = analyse(pattern)
  if (status === 'vulnerable') return `${pattern.file}: /${pattern.source}/ takes too long on ${attack}`
  // What the analyser has proved is tried on a few texts only, everything else on many.
  const atoms = atomsOf(pattern.source)
  for (const first of status === 'safe' ? atoms.slice(-1) : atoms)
    if (!(await getsThrough(pattern, hardTexts(first, atoms))))
      return `${pattern.file}: /${pattern.source}/ did not get through its hard texts`
  return undefined
}

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const files = Object.fromEntries(
  Object.entries(sources)
    .map(([path, text]) => [path.slice(2), text] as const)
    .filter(([path]) => !ours.test(path)),
)
const { patterns, unknown } = patternsIn(files)
const unbounded = patterns.filter(({ source }) => !Object.hasOwn(bounded, source))

describe('every regular expression that a pasted text can reach', () => {
  test('is known', () => {
    expect(unknown.toSorted()).toEqual(Object.keys(notConstant).toSorted())
    expect(patterns.length).toBeGreaterThan(200)
    expect(Object.keys(bounded).filter((source) => !patterns.some((one) => one.source === source))).toEqual(
      [],
    )
  })

  test.each(unbounded.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern] as const))(
    'takes time in proportion to the text: %s',
    async (_, pattern) => {
      expect(await weaknessOf(pattern)).toBeUndefined()
    },
  )
})

describe('an expression that takes too long is noticed', () => {
  const patternOf = (code: string): Pattern => {
    const [pattern] = patternsIn({ 'a.ts': code }).patterns
    if (!pattern) throw new Error(`there is no pattern in ${code}`)
    return pattern
  }

  test.each([
    ['exponential', 'const a = /^(?:x+)+$/'],
    ['exponential in a constant', "const word = 'x+'\nconst a = new RegExp(`^(?:${word})+$`)"],
    ['trading', 'const a = /^x*x*$/'],
    ['searching again from every place', 'const a = /\\s+$/'],
    ['placeholders', 'const a = /\\{\\{.*?\\}\\}/g'],
  ])('by the analyser: %s', async (_, code) => {
    expect(analyse(patternOf(code)).status).toBe('vulnerable')
    expect(await weaknessOf(patternOf(code))).toContain('takes too long')
  })

  test('by trying it, where the analyser cannot tell', async () => {
    const pattern = patternOf('const a = /(?<!y)(?:x|x|xx)+(?=z)/')
    expect(analyse(pattern).status).toBe('unknown')
    expect(await weaknessOf(pattern)).toContain('did not get through')
  })

  test('a source that is not constant', () => {
    const { unknown: found } = patternsIn({
      'a.ts': 'export const find = (word: string) => new RegExp(word)',
    })
    expect(found).toEqual(['new RegExp(word)'])
  })
})
