import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build, createServer, type Plugin } from 'vite'
import type { renderPages as RenderPages } from '../static/renderPages.tsx'
import { staticPagePolicy } from './contentSecurity.ts'

const source = resolve(import.meta.dirname, '..')
const entry = resolve(source, 'static/renderPages.tsx')
const sheetEntry = resolve(source, 'static/styles.css')

/** Writes a page without scripts for every rule, and a list of them, into `checks/` of the built page. */
export const staticPages = (): Plugin => {
  let folder = ''
  let isPage = true
  return {
    name: 'playground:static-pages',
    apply: 'build',
    configResolved: ({ root, build: { outDir, ssr } }) => {
      folder = resolve(root, outDir)
      isPage = ssr === false
    },
    closeBundle: {
      sequential: true,
      handler: async () => {
        if (isPage) await writePages(folder)
      },
    },
  }
}

const writePages = async (folder: string): Promise<void> => {
  const server = await createServer({
    root: resolve(source, '..'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false, hmr: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [leaveOutStyles()],
  })
  try {
    const { renderPages } = await server.ssrLoadModule(entry)
    const render: typeof RenderPages = renderPages
    const sheet = await styleSheet()
    const pages = await render({ policy: staticPagePolicy, styleSheet: sheet.path })
    for (const { path, text } of [...pages, { path: `checks/${sheet.path}`, text: sheet.text }]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  } finally {
    await server.close()
  }
}

/** Markup needs no style sheets. One that is missing in the sheet of the pages is an error. */
const leaveOutStyles = (): Plugin => ({
  name: 'playground:leave-out-styles',
  enforce: 'pre',
  resolveId: (id, importer) => {
    if (importer === undefined || !id.endsWith('.css')) return undefined
    const file = resolve(dirname(importer), id)
    if (!importedSheets().includes(file)) throw new Error(`${file} has to be imported by ${sheetEntry}.`)
    return '\0style'
  },
  load: (id) => (id === '\0style' ? 'export {}' : undefined),
})

const importedSheets = (): readonly string[] =>
  [...readFileSync(sheetEntry, 'utf8').matchAll(/^@import '(.+)';$/gm)].map(([, path = '']) =>
    resolve(dirname(sheetEntry), path),
  )

/** All style sheets of the pages as one, named by its content. `path`: from the folder of the pages. */
const styleSheet = async (): Promise<{ readonly path: string; readonly text: string }> => {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      write: false,
      rolldownOptions: { input: sheetEntry, output: { assetFileNames: 'pages-[hash][extname]' } },
    },
  })
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const sheet = outputs.find(({ fileName }) => fileName.endsWith('.css'))
  if (sheet?.type !== 'asset') throw new Error('The static pages have no style sheet.')
  return { path: sheet.fileName, text: sheet.source.toString() }
}
