import { readdirSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve, sep } from 'node:path'
import { visible } from '../formats/visible'
import { outputName } from './outputName'

/** A file to read. `isNamed`: somebody wrote its name, so it is read whatever is in it. */
type FoundFile = { readonly path: string; readonly name: string; readonly isNamed: boolean }

/** `problems`: a sentence for each operand without a file. */
export type FoundFiles = { readonly files: readonly FoundFile[]; readonly problems: readonly string[] }

/**
 * The files that operands name, each once: files, folders with everything below them that is YAML or JSON by its name, and
 * glob patterns, which are needed where no shell expands them. In the order of the operands; below a folder, by name.
 */
export async function findFiles(operands: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>()
  const problems: string[] = []
  const add = (path: string, isGivenAbsolute: boolean, isNamed: boolean): void => {
    const known = files.get(path)
    if (known && (known.isNamed || !isNamed)) return
    files.set(path, { path, name: outputName(cwd, path, isGivenAbsolute), isNamed })
  }
  for (const operand of operands) {
    const path = resolve(cwd, operand)
    const kind = kindOf(path)
    if (kind === 'file') add(path, isAbsolute(operand), true)
    else {
      const found = kind === 'folder' ? filesBelow(path, problems) : await matching(operand, cwd)
      for (const one of found ?? []) add(one, isAbsolute(operand), false)
      if (found === undefined) problems.push(`There is no file ${visible(operand)}.`)
      else if (found.length === 0)
        problems.push(
          kind === 'folder'
            ? `There is no YAML or JSON file in ${visible(operand)}.`
            : `No file matches ${visible(operand)}.`,
        )
    }
  }
  return { files: [...files.values()], problems }
}

/** What is at a path; undefined for nothing, and for what cannot be looked at, such as a link to itself. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

/**
 * The YAML and JSON files below a folder, by name. Hidden folders and `node_modules` are left out. Links to folders are not
 * followed, so that none is read twice or forever. Adds a sentence for each folder that cannot be read.
 */
export function filesBelow(folder: string, problems: string[]): readonly string[] {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    problems.push(`The folder ${visible(folder)} cannot be read.`)
    return []
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory())
        return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(path, problems)
      return /\.(?:ya?ml|json)$/i.test(entry.name) && kindOf(path) !== 'folder' ? [path] : []
    })
}

/** Undefined for an operand that is no pattern. */
async function matching(operand: string, cwd: string): Promise<readonly string[] | undefined> {
  if (!/[*?[{]/.test(operand)) return undefined
  const { glob } = await import('tinyglobby')
  // A backslash of Windows would be an escape.
  const pattern = sep === '\\' ? operand.replaceAll('\\', '/') : operand
  const found = await glob(pattern, {
    ...{ cwd, absolute: true, onlyFiles: true, expandDirectories: false, followSymbolicLinks: true },
    ignore: ['**/node_modules/**'],
  })
  return found
    .map((path) => resolve(path))
    .filter((path) => kindOf(path) === 'file')
    .sort()
}
