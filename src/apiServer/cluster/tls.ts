import { isBase64 } from '../../kubernetes/base64'

type Block = { readonly name: string; readonly body: string }

/** The names of the PEM blocks of a text and their bytes in base64. Source: Go's `pem.Decode`. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  let open: { readonly name: string; readonly lines: string[] } | undefined
  for (const line of text.split('\n').map((raw) => raw.trimEnd())) {
    const name = /^-----BEGIN (.+)-----$/.exec(line)?.[1]
    if (name !== undefined) open = { name, lines: [] }
    else if (!line.startsWith('-----END ')) open?.lines.push(line)
    else {
      const body = open && bodyOf(open.lines)
      if (open && body !== undefined && line === `-----END ${open.name}-----`)
        blocks.push({ name: open.name, body })
      open = undefined
    }
  }
  return blocks
}

/** The base64 after the headers of a block, such as `Proc-Type: 4,ENCRYPTED`; undefined when it is none. */
function bodyOf(lines: readonly string[]): string | undefined {
  const start = lines.findIndex((line) => !line.includes(':'))
  const body = (start === -1 ? [] : lines.slice(start)).join('').replace(/\s/g, '')
  return isBase64(body) ? body : undefined
}

/** Whether the bytes are one complete value of DER: a sequence that is as long as it says. */
function isSequence(body: string): boolean {
  const bytes = Uint8Array.from(atob(body), (char) => char.charCodeAt(0))
  const [tag, first = 0] = bytes
  if (tag !== 0x30) return false
  if (first < 0x80) return bytes.length === first + 2
  const count = first & 0x7f
  const length = bytes.slice(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  return count > 0 && bytes.length === 2 + count + length
}

/**
 * Why a certificate and its key cannot be read; undefined when they seem readable. Whether the key belongs to the
 * certificate is not checked. Source: Go's `tls.X509KeyPair`.
 */
export function tlsProblem(certificate: string, key: string): string | undefined {
  const first = blocksOf(certificate).find(({ name }) => name === 'CERTIFICATE')
  if (!first) return 'The value of tls.crt contains no PEM certificate.'
  const firstKey = blocksOf(key).find(({ name }) => name === 'PRIVATE KEY' || name.endsWith(' PRIVATE KEY'))
  if (!firstKey) return 'The value of tls.key contains no PEM private key.'
  if (!isSequence(first.body)) return 'The certificate in tls.crt is malformed.'
  return isSequence(firstKey.body) ? undefined : 'The private key in tls.key is malformed.'
}
