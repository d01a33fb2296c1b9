import { isAbsolute, resolve } from 'node:path'
import type { SchemaFile, Settings } from '../engine/model/settings'
import { looksLikeSchema } from '../schemas/reading'
import { visible } from '../formats/visible'
import { UsageError } from './command'
import { metadataIn, schemasIn } from './engine'
import { filesBelow, kindOf } from './findFiles'
import type { Io } from './io'
import { outputName } from './outputName'
import { readOrRefuse } from './settingsSearch'

/**
 * The settings with the schemas of files and folders, before those of the file of settings. A catalogue can have thousands:
 * only those that may be for a kind in `texts` are kept. Throws a `UsageError` for a file that was named and has no schema;
 * in folders, a schema that cannot be used is said on standard error.
 */
export function withSchemaFiles(
  settings: Settings,
  paths: readonly string[],
  texts: readonly string[],
  io: Io,
): Settings {
  if (paths.length === 0) return settings
  const isMentioned = mentionedIn(texts)
  const metadata = metadataIn(settings.kubernetesVersion)
  const files = paths.flatMap((path) => filesAt(path, io)).filter(isMentioned)
  const usable = files.filter(({ isNamed, ...file }) => {
    const { error } = schemasIn(file, metadata)
    if (error === undefined) return true
    const message = `${visible(file.name)}: ${error}`
    if (isNamed) throw new UsageError(message)
    if (looksLikeSchema(file.text) || file.text.includes('CustomResourceDefinition'))
      io.stderr.write(`${message}\n`)
    return false
  })
  return {
    ...settings,
    schemaFiles: [...usable.map(({ name, text }) => ({ name, text })), ...settings.schemaFiles],
  }
}

type Candidate = SchemaFile & { readonly isNamed: boolean }

function filesAt(given: string, io: Io): readonly Candidate[] {
  const path = resolve(io.cwd, given)
  const isNamed = kindOf(path) !== 'folder'
  const problems: string[] = []
  const found = isNamed ? [path] : filesBelow(path, problems)
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  return found.map((one) => {
    const name = outputName(io.cwd, one, isAbsolute(given))
    return { name, text: readOrRefuse(one, name), isNamed }
  })
}

/** Whether a file may have the schema of a kind in some texts. It says the kind, in any case or in its name. */
function mentionedIn(texts: readonly string[]): (file: Candidate) => boolean {
  // A kind that is an alias or stands in the next line can be any.
  if (texts.some((text) => /\bkind["']?[ \t]*:[ \t]*(?:[*&!|>]|[\r\n])/.test(text))) return () => true
  const kinds = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\bkind["']?[ \t]*:[ \t]*["']?([A-Za-z]\w*)/g)].map(([, kind = '']) => kind),
    ),
  )
  const pairs = [...kinds].map((kind) => [kind, kind.toLowerCase()] as const)
  return ({ name, text, isNamed }) => {
    const lower = name.toLowerCase()
    return isNamed || pairs.some(([kind, inName]) => lower.includes(inName) || text.includes(kind))
  }
}
