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
  const read = await Promise.allSettled(wanted.map(async (file) => decode(await file.arrayBuffer())))
  const texts = read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const unread = wanted
    .filter((_, index) => read[index]?.status === 'rejected')
    .map((file) => `${file.name} could not be read.`)
  const notes = [...refused, ...unread]
  return {
    text: texts.length > 0 ? joinManifests(texts) : undefined,
    notice: notes.length > 0 ? `Left out: ${notes.join(' ')}` : undefined,
  }
}

/** PowerShell's `kubectl get -o yaml > file` writes UTF-16; everything else is UTF-8. */
const decode = (bytes: ArrayBuffer): string => {
  const [first, second] = new Uint8Array(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

export const joinManifests = (texts: readonly string[]): string =>
  texts.reduce((whole, text) => {
    const ended = /[\r\n]$/.test(whole) || whole === '' ? whole : `${whole}\n`
    const marked = ended === '' || /^---(?:\s|$)/.test(text)
    return ended + (marked ? '' : '---\n') + text
  }, '')
