import { isBase64 } from '../../kubernetes/base64'

const block =
  /-----BEGIN ([A-Z0-9 ]+)-----\s*\n((?:[A-Za-z0-9+/=\s]|[A-Za-z-]+: [^\n]*\n)*?)-----END \1-----/g

/** The names of the PEM blocks of a text and their bytes in base64. Source: Go's `pem.Decode`. */
const blocksOf = (text: string): readonly (readonly [name: string, body: string])[] =>
  [...text.matchAll(block)]
    .map(
      ([, name = '', body = '']) =>
        [name, body.replace(/^[A-Za-z-]+: .*$/gm, '').replace(/\s/g, '')] as const,
    )
    .filter(([, body]) => isBase64(body))

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
 * Why a certificate and its key cannot be read; undefined when they seem readable. Whether the key is that of the
 * certificate is not looked at. Source: Go's `tls.X509KeyPair`.
 */
export function tlsProblem(certificate: string, key: string): string | undefined {
  const certificates = blocksOf(certificate).filter(([name]) => name === 'CERTIFICATE')
  if (certificates.length === 0) return 'The value of tls.crt contains no PEM certificate.'
  const keys = blocksOf(key).filter(([name]) => name === 'PRIVATE KEY' || name.endsWith(' PRIVATE KEY'))
  if (keys.length === 0) return 'The value of tls.key contains no PEM private key.'
  const [first] = certificates
  if (first && !isSequence(first[1])) return 'The certificate in tls.crt is malformed.'
  const [firstKey] = keys
  return firstKey && !isSequence(firstKey[1]) ? 'The private key in tls.key is malformed.' : undefined
}
