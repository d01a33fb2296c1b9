import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** The name under which the page and the package have the JSON Schema of `--output json`. */
export const reportSchemaFile = 'report.schema.json'

/** Publishes the JSON Schema of the report beside the page, where other programs can read it. */
export const reportSchema = (): Plugin => {
  let isPage = false
  return {
    name: 'playground:report-schema',
    apply: 'build',
    configResolved: ({ build: { ssr } }) => {
      isPage = ssr === false
    },
    generateBundle() {
      const file = resolve(import.meta.dirname, '../formats', reportSchemaFile)
      if (isPage)
        this.emitFile({ type: 'asset', fileName: reportSchemaFile, source: readFileSync(file, 'utf8') })
    },
  }
}
