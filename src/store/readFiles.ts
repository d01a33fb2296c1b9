import { textOfFile } from '../session/fileText'

/**
 * In bytes, for all files that are opened together: more than any manifest that a person reads, and no more than the
 * editor and the checks can hold.
 */
const sizeLimit = 10_000_000

export type NamedText = { readonly name: string; readonly text: string }

export type ReadFiles = {
  readonly read: readonly NamedText[]
  /** Which files were left out, and why: a sentence for each. */
  readonly refused: readonly string[]
}

/** Reads files as text. Those that are too large are never read. `names`: which names are expected. */
export const readFiles = async (files: readonly File[], names = /^/): Promise<ReadFiles> => {
  const refused: string[] = []
  const wanted = files.filter((file) => {
    const size = megabytesOver(file.size)
    const problem = !names.test(file.name) ? 'is not YAML or JSON' : size && `has ${size}`
    if (problem !== undefined) refused.push(`${file.name} ${problem}.`)
    return problem === undefined
  })
  const sum = wanted.reduce((size, file) => size + file.size, 0)
  const together = megabytesOver(sum)
  if (together !== undefined) {
    refused.push(`${wanted.map(({ name }) => name).join(', ')} together have ${together}.`)
    return { read: [], refused }
  }
  const read: NamedText[] = []
  for (const [index, text] of (await Promise.all(wanted.map(readText))).entries()) {
    const name = wanted[index]?.name ?? ''
    if (text === undefined) refused.push(`${name} could not be read.`)
    else if (text.includes('\0')) refused.push(`${name} is a binary file, not text.`)
    else read.push({ name, text })
  }
  return { read, refused }
}

const megabytesOver = (size: number): string | undefined =>
  size > sizeLimit ? `${(size / 1e6).toFixed(1)} MB, and the limit is ${sizeLimit / 1e6} MB` : undefined

/** Without a byte-order mark. Undefined when the file is gone. */
const readText = async (file: File): Promise<string | undefined> => {
  const bytes = await file.arrayBuffer().catch(() => undefined)
  return bytes && textOfFile(new Uint8Array(bytes)).text.replace(/^\uFEFF/, '')
}

/** Joins files into one text. Like in rendered charts, a comment names each file, unless the file begins with one. */
export const joinManifests = (files: readonly NamedText[]): string => {
  const [only, ...more] = files
  if (!only) return ''
  if (more.length === 0) return only.text
  return files.reduce((whole, { name, text }) => {
    const ended = /[\r\n]$/.test(whole) || whole === '' ? whole : `${whole}\n`
    const [separator = ''] = /^---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
    const body = text.slice(separator.length)
    const named = body.startsWith('# Source: ') || /^(?:%|---|\s*\{)/.test(body)
    return `${ended}${ended === '' ? '' : '---\n'}${named ? '' : `# Source: ${name}\n`}${body}`
  }, '')
}
