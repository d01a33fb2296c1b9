const readable = /\.(?:ya?ml|json)$/i
/** Larger than any manifest a person reads, small enough not to stall the page. */
const largest = 5_000_000

export type Opened = { readonly text: string | undefined; readonly notice: string | undefined }

/** Reads manifests and joins them into one text with `---` lines; says which files were left out and why. */
export const readManifests = async (files: readonly File[]): Promise<Opened> => {
  const wanted = files.filter((file) => readable.test(file.name) && file.size <= largest)
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
    notice: notes.length > 0 ? `Left out: ${notes.join(' ')}` : undefined,
  }
}

/** PowerShell's `kubectl get -o yaml > file` writes UTF-16; everything else is UTF-8. Fails when the file is gone. */
export const readText = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer()
  const [first, second] = new Uint8Array(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

export type NamedText = { readonly name: string; readonly text: string }

/** One text of several files. A comment says where each begins, as rendered charts do it, unless the file does itself. */
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
