import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { globSync } from 'tinyglobby'
import { build, type Plugin } from 'vite'
import { programFile as fileName } from '../session/program.ts'
import { ajvValidator } from './ajvValidator.ts'
import { buildInfo } from './buildInfo.ts'

const root = resolve(import.meta.dirname, '../..')

type Program = { readonly fileName: string; readonly code: string; readonly sha256: string }

/**
 * Puts the command-line program beside the page, as one file, and makes `virtual:program` say what it is, so that the page
 * can offer it with its hash.
 */
export const programPlugin = (): Plugin => {
  let isPage = false
  let built: Promise<Program> | undefined
  const program = (): Promise<Program> => (built ??= buildProgram())
  return {
    name: 'playground:program',
    configResolved: ({ command, build: { ssr } }) => {
      isPage = command === 'build' && ssr === false
    },
    resolveId: (id) => (id === 'virtual:program' ? `\0${id}` : undefined),
    load: async (id) => {
      if (id !== '\0virtual:program') return undefined
      const { code, sha256 } = await program()
      return `export const program = ${JSON.stringify({ sha256, size: Buffer.byteLength(code) })}`
    },
    async generateBundle() {
      if (isPage) this.emitFile({ type: 'asset', fileName, source: (await program()).code })
    },
  }
}

/** The program as one file that imports nothing but Node’s own modules. Equal sources give equal bytes. */
export const buildProgram = async (): Promise<Program> => {
  const yaml = fileURLToPath(new URL('browser/index.js', import.meta.resolve('yaml/package.json')))
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [ajvValidator(), buildInfo(), packedData()],
    resolve: { alias: [{ find: /^yaml$/, replacement: yaml }] },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/cli/main.ts'),
      target: 'node20',
      write: false,
      minify: true,
      rolldownOptions: {
        checks: { pluginTimings: false },
        output: { codeSplitting: false, banner: '#!/usr/bin/env node', entryFileNames: fileName },
      },
    },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const [chunk, ...others] = outputs.flatMap((output) => (output.type === 'chunk' ? [output] : []))
  if (!chunk || others.length > 0) throw new Error('The program is not one file.')
  const code = inAscii(chunk.code)
  return { fileName, code, sha256: createHash('sha256').update(code).digest('hex') }
}

/**
 * Code with escapes in place of all characters that are not ASCII. They are all in texts and regular expressions, where an
 * escape means the same. Node reads such a file faster, and keeps one byte for each character.
 */
function inAscii(code: string): string {
  const other = code.match(/(?:(?<!\\)(?:\\\\)*\\|String\.raw`[^`]*)\P{ASCII}.{0,20}/u)
  if (other) throw new Error(`An escape would mean something else here: ${other[0]}`)
  return code.replace(/\P{ASCII}/gu, (character) =>
    // A character beyond U+FFFF is two of them.
    character.replace(/[^]/g, (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/** Files with less than this are not worth it. In bytes. */
const smallest = 4_000

/** Schemas and texts are compressed, and only those that are needed are unpacked: one start reads few of them. */
const packedData = (): Plugin => ({
  name: 'playground:packed-data',
  enforce: 'pre',
  load(id) {
    const [path = '', query] = id.split('?')
    const isJson = query === undefined && path.includes('/schemas/generated/') && path.endsWith('.json')
    if (!isJson) return undefined
    const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
    if (text.length < smallest) return undefined
    // Otherwise Vite reads the code as JSON.
    return { code: `${unpackImport}export default ${unpacking(text)}`, moduleType: 'js' }
  },
  transform(code, id) {
    if (!rawGlob.test(code)) return undefined
    const packed = code.replace(rawGlob, (_, patterns: string) =>
      unpacking(JSON.stringify(textsOf(patterns, dirname(id)))),
    )
    return { code: unpackImport + packed, map: null }
  },
})

/** All files of some patterns as texts: together they are a third of what each would be for itself. */
const rawGlob =
  /import\.meta\.glob<string>\(\[([^\]]+)\], \{\s*query: '\?raw',\s*import: 'default',\s*eager: true,\s*\}\)/

function textsOf(patterns: string, folder: string): Readonly<Record<string, string>> {
  const names = [...patterns.matchAll(/'([^']+)'/g)].map(([, name = '']) => name)
  const found = globSync(names, { cwd: folder }).toSorted()
  return Object.fromEntries(found.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

const unpackImport = "import { brotliDecompressSync } from 'node:zlib'\n"

/** An expression for the value of a JSON text. */
function unpacking(json: string): string {
  const packed = brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return `JSON.parse(brotliDecompressSync(Buffer.from(${JSON.stringify(packed.toString('base64'))}, 'base64')).toString())`
}
