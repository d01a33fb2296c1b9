import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build, createServer, type Plugin } from 'vite'
import type { renderPages as RenderPages } from '../static/renderPages.tsx'
import { staticPagePolicy } from './contentSecurity.ts'

const source = resolve(import.meta.dirname, '..')
const entry = resolve(source, 'static/renderPages.tsx')

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
  const styles: string[] = []
  const server = await createServer({
    root: resolve(source, '..'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false, hmr: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [collectStyles(styles)],
  })
  try {
    const { renderPages } = await server.ssrLoadModule(entry)
    const render: typeof RenderPages = renderPages
    const sheet = await styleSheetOf(styles)
    const pages = await render({ policy: staticPagePolicy, styleSheet: sheet.path })
    for (const { path, text } of [...pages, { path: `checks/${sheet.path}`, text: sheet.text }]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  } finally {
    await server.close()
  }
}

/** Lists the style sheets that modules import, in their order, and leaves them out. */
const collectStyles = (styles: string[]): Plugin => ({
  name: 'playground:collect-styles',
  enforce: 'pre',
  resolveId: (id, importer) => {
    if (importer === undefined || !id.endsWith('.css')) return undefined
    styles.push(resolve(dirname(importer), id))
    return '\0style'
  },
  load: (id) => (id === '\0style' ? 'export {}' : undefined),
})

/** Style sheets as one, named by its content. `path`: from the folder of the pages. */
const styleSheetOf = async (
  styles: readonly string[],
): Promise<{ readonly path: string; readonly text: string }> => {
  const all = '\0pages.css'
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'playground:joined-styles',
        resolveId: (id) => (id === all ? id : undefined),
        load: (id) =>
          id === all
            ? [...new Set(styles)].map((file) => `@import ${JSON.stringify(file)};\n`).join('')
            : undefined,
      },
    ],
    build: {
      target: 'es2022',
      write: false,
      rolldownOptions: { input: all, output: { assetFileNames: 'pages-[hash][extname]' } },
    },
  })
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const sheet = outputs.find(({ fileName }) => fileName.endsWith('.css'))
  if (sheet?.type !== 'asset') throw new Error('The static pages have no style sheet.')
  return { path: sheet.fileName, text: sheet.source.toString() }
}
