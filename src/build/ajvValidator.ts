import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
    const schema = readJson(file)
    const others = referencedBy(schema, dirname(file))
    for (const watched of [file, ...Object.keys(others).map((name) => join(dirname(file), name))])
      this.addWatchFile(watched)
    // The type of a module keeps Vite from reading the code as JSON.
    return { code: validatorCode(schema, others), moduleType: 'js' }
  },
})

/** Schemas by the names of their files. */
type Schemas = Readonly<Record<string, object>>

const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8'))

/** The schemas in other files of the same folder that a schema refers to, directly or through others. */
function referencedBy(schema: object, folder: string): Schemas {
  const found = new Map<string, object>()
  const visit = (node: object): void => {
    const names = [...JSON.stringify(node).matchAll(/"\$ref":"([\w.]+\.schema\.json)"/g)].map(
      ([, name = '']) => name,
    )
    for (const name of names) {
      if (found.has(name)) continue
      const other = readJson(join(folder, name))
      found.set(name, other)
      visit(other)
    }
  }
  visit(schema)
  return Object.fromEntries(found)
}

/**
 * The code of a module whose default export is the validator of `schema`. It imports nothing. `others`: the schemas that it
 * refers to by the names of their files.
 */
export function validatorCode(schema: object, others: Schemas = {}): string {
  // Lengths in UTF-16 code units need no function of ajv's at run time.
  const ajv = new Ajv({
    schemas: Object.entries(others).map(([name, other]) => ({ ...other, $id: name })),
    code: { source: true, esm: true },
    unicode: false,
    messages: false,
    logger: false,
  })
  const code = standaloneCode(ajv, ajv.compile(schema))
  if (/\brequire\(/.test(code)) throw new Error('The schema has a keyword that needs code of ajv at run time')
  return code
}
