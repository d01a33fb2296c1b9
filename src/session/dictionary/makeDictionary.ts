import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fieldsOf, itemSchema, typesOf } from '../../engine/schema/schemaFields'
import type { Schema } from '../../engine/schema/schema'
import { defaultSettings } from '../../engine/model/settings'
import { catalog } from '../../schemas'
import { verifiedVersion } from '../../schemas/versions'
import { defaultView } from '../session'

/**
 * `npm run dictionary -- FILE` writes a dictionary for links: what manifests have in common, from the schemas, our own
 * examples and `typical.yaml`. Deflate needs fewer bits for places that are near, so the likeliest comes last.
 *
 * The dictionary of a version never changes, because published links need it. `version1.txt` was made by this program; a
 * better one is a new file, for a new version of the links.
 */
function makeDictionary(): string {
  const manifests = [...checkExamples(), ...menuExamples(), read('src/session/dictionary/typical.yaml')].join(
    '---\n',
  )
  const known = new Set(manifests.match(/[A-Za-z]+/g))
  const rest = head() + kindLines() + fieldLines(known)
  return rest + manifests.slice(Math.max(0, rest.length + manifests.length - size))
}

/** Deflate reaches back 32,768 bytes: from every place in a text of 1,500 bytes to the start of the dictionary. */
const size = 31_200

const read = (file: string): string => readFileSync(file, 'utf8')

/** The corrected manifests of the checks. The wrong ones are nearly the same. */
const checkExamples = (): readonly string[] =>
  readdirSync('src/checks', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('good.yaml'))
    .sort()
    .map((file) => read(`src/checks/${file}`))

const menuExamples = (): readonly string[] =>
  ['list.json', 'bare-web-app.yaml', 'hardened-web-app.yaml'].map((file) => read(`src/examples/${file}`))

/** The words of what a link says besides the text. */
const head = (): string => `${JSON.stringify({ settings: defaultSettings, view: defaultView })}\n`

const kinds = catalog.kindsOf(verifiedVersion).filter(({ kind }) => !kind.endsWith('List'))

const kindLines = (): string =>
  kinds.map(({ apiVersion, kind }) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n`).join('')

/** Groups whose fields people write by hand. */
const commonGroups =
  /^(v1|(apps|batch|policy|autoscaling|((networking|storage|rbac\.authorization|apiextensions|admissionregistration)\.k8s\.io))\/v[12])$/

/** The fields of the common kinds, except those with a word in `known`: one line each, with the start of a value. */
function fieldLines(known: ReadonlySet<string>): string {
  const lines = new Set<string>()
  const waiting = kinds
    .filter(({ apiVersion }) => commonGroups.test(apiVersion))
    .flatMap(({ apiVersion, kind }) => catalog.kind(verifiedVersion, apiVersion, kind) ?? [])
  const seen = new Set<string | undefined>()
  for (const schema of waiting) {
    if (seen.has(schema.name)) continue
    seen.add(schema.name)
    for (const [field, value] of fieldsOf(schema)) {
      if (field === 'status') continue
      const items = itemSchema(value)
      waiting.push(
        ...[value, items].filter((child) => child !== undefined).filter((child) => fieldsOf(child).size > 0),
      )
      if (!known.has(field)) lines.add(`  ${field}:${startOf(value)}\n`)
    }
  }
  return [...lines].join('')
}

const startOf = (schema: Schema): string => {
  const types = typesOf(schema)
  if (types.includes('array') || fieldsOf(schema).size > 0) return ''
  return types.includes('boolean') ? ' true' : types.includes('integer') ? ' 1' : ' '
}

const [, , target] = process.argv
if (target === undefined) throw new Error('Name the file to write: npm run dictionary -- FILE')
writeFileSync(target, makeDictionary())
