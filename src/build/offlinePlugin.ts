import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import type { BuildFile } from '../offline/buildFile.ts'
import { headersFile } from './contentSecurity.ts'
import { listFiles } from './listFiles.ts'
import { reportSchemaFile } from './reportSchema.ts'

const serviceWorkerFile = 'sw.js'
const headersName = '_headers'

/** Completes the build of the page when all its other files are written. */
export const offlinePlugin = (): Plugin => {
  let folder = ''
  let isPage = true
  return {
    name: 'playground:offline',
    apply: 'build',
    configResolved: ({ root, build: { outDir, ssr } }) => {
      folder = resolve(root, outDir)
      isPage = ssr === false
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        if (isPage) await completeBuild(folder)
      },
    },
  }
}

/**
 * Writes the service worker of a built page, with the list of the files that it keeps, and `_headers`. `folder`: with all
 * other files of the page.
 */
export const completeBuild = async (folder: string): Promise<void> => {
  const files = listFiles(folder).filter((path) => ![serviceWorkerFile, headersName].includes(path))
  await writeServiceWorker(
    folder,
    files.filter(isKept).map((path) => ({ path, integrity: integrityOf(readFileSync(join(folder, path))) })),
  )
  writeFileSync(join(folder, headersName), headersFile([...files, serviceWorkerFile]))
}

/** Without a network, the page itself shows the same as the pages of checks. The program is kept, because its hash is in the page. */
const isKept = (path: string): boolean => !path.startsWith('checks/') && path !== reportSchemaFile

/** As in the `integrity` attribute of an element. */
const integrityOf = (bytes: Buffer): string => `sha256-${createHash('sha256').update(bytes).digest('base64')}`

/** One script that imports nothing: no server has to know a module type for it, and every browser can start it. */
const writeServiceWorker = async (folder: string, files: readonly BuildFile[]): Promise<void> => {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILD: JSON.stringify({ files, version: integrityOf(Buffer.from(JSON.stringify(files))) }) },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, '../offline/serviceWorker.ts'),
        output: { format: 'iife', entryFileNames: serviceWorkerFile },
      },
    },
  })
}
