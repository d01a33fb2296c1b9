/** How a file was written. PowerShell writes UTF-16 for `kubectl get -o yaml > file`; everything else is UTF-8. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The text of a file. A byte-order mark of UTF-8 stays in it; one of UTF-16 only said how to read it. */
export function textOfFile(bytes: Uint8Array): { readonly text: string; readonly encoding: FileEncoding } {
  const encoding = encodingOf(bytes)
  const ignoreBOM = encoding === 'utf-8'
  return { text: new TextDecoder(encoding, { ignoreBOM }).decode(bytes), encoding }
}

function encodingOf([first, second]: Uint8Array): FileEncoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** The bytes of a text in an encoding; those of UTF-16 begin with a byte-order mark. */
export function bytesOfText(text: string, encoding: FileEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2))
  const isLittle = encoding === 'utf-16le'
  bytes.setUint16(0, 0xfeff, isLittle)
  for (let index = 0; index < text.length; index += 1)
    bytes.setUint16(2 * index + 2, text.charCodeAt(index), isLittle)
  return new Uint8Array(bytes.buffer)
}
