const readable = /\.(?:ya?ml|json)$/i
/** In bytes: larger than any manifest that a person reads. */
const sizeLimit = 5_000_000

export type ReadManifests = { readonly text: string | undefined; readonly notice: string | undefined }

/** Reads manifests and joins them into one text; the notice says which files were left out, and why. */
export const readManifests = async (files: readonly File[]): Promise<ReadManifests> => {
  const wanted = files.filter((file) => readable.test(file.name) && file.size <= sizeLimit)
  const refused = files
    .filter((file) => !wanted.includes(file))
    .map((file) =>
      readable.test(file.name) ? `${file.name} is larger than 5 MB.` : `${file.name} is not YAML or JSON.`,
    )
  const read = await Promise.allSettled(
    wanted.map(async (file) => ({ name: file.name, text: await readText(file) })),
  )
  const manifests = read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const unread = wanted
    .filter((_, index) => read[index]?.status === 'rejected')
    .map((file) => `${file.name} could not be read.`)
  const notes = [...refused, ...unread]
  return {
    text: manifests.length > 0 ? joinManifests(manifests) : undefined,
    notice: notes.length > 0 ? `Not opened: ${notes.join(' ')}` : undefined,
  }
}

/** PowerShell writes UTF-16 for `kubectl get -o yaml > file`; everything else is UTF-8. Fails when the file is gone. */
export const readText = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer()
  const [first, second] = new Uint8Array(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

export type NamedText = { readonly name: string; readonly text: string }

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
