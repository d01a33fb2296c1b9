/** Deflates bytes, with the dictionary as what came before them. The result is raw deflate, without a header. */
export async function deflate(bytes: Uint8Array, dictionary: Uint8Array): Promise<Uint8Array> {
  const { deflateSync } = await import('fflate')
  return deflateSync(bytes, { level: 9, dictionary })
}

/**
 * Inflates what `deflate` made, with the browser's own decoder. Undefined when it is damaged, and `too long` as soon as
 * there are more than `limit` bytes: a few kilobytes can claim to be gigabytes. Memory grows with what has been inflated,
 * never with what is claimed.
 */
export async function inflate(
  deflated: Uint8Array<ArrayBuffer>,
  dictionary: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | 'too long' | undefined> {
  const source = new Blob([storedBlock(dictionary.length), dictionary, deflated]).stream()
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
      size += next.value.length
      if (size - dictionary.length > limit) {
        await reader.cancel()
        return 'too long'
      }
    }
  } catch {
    return undefined
  }
  return joined(chunks, size).slice(dictionary.length)
}

/**
 * The head of a deflate block that contains bytes as they are. The browser's decoder takes no dictionary, but it decodes
 * this block first, and what follows can refer to it.
 */
const storedBlock = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff)

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
