import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** What every `import()` of the page calls, in place of Vite's own function. */
const importChunk = fileURLToPath(new URL('../store/importChunk.ts', import.meta.url))

/** Makes the page fetch again what it could not fetch: Vite's own function asks for a file only once. */
export const retryableImports = (): Plugin => ({
  name: 'playground:retryable-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? `export { importChunk as __vitePreload } from ${JSON.stringify(importChunk)}`
      : undefined,
})
