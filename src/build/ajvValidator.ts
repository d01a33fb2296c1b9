import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone'
import type { Plugin } from 'vite'

const suffix = '?validator'

/**
 * `import validate from './session.schema.json?validator'` is the compiled validator of a JSON Schema. ajv compiles with
 * `new Function`, which the page's content-security policy forbids, so it runs when the page is built. `validators.d.ts`
 * has the type of such an import.
 */
export const ajvValidator = (): Plugin => ({
  name: 'ajv-validator',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith(suffix)) return undefined
    const file = id.slice(0, -suffix.length)
    this.addWatchFile(file)
    // The type of a module keeps Vite from reading the code as JSON.
    return { code: validatorCode(JSON.parse(readFileSync(file, 'utf8'))), moduleType: 'js' }
  },
})

/** The code of a module whose default export is the validator of `schema`. It imports nothing. */
export function validatorCode(schema: object): string {
  // Lengths in UTF-16 code units need no function of ajv's at run time.
  const ajv = new Ajv({ code: { source: true, esm: true }, unicode: false, messages: false, logger: false })
  const code = standaloneCode(ajv, ajv.compile(schema))
  if (/\brequire\(/.test(code)) throw new Error('The schema has a keyword that needs code of ajv at run time')
  return code
}
