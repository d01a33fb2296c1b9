import { redacted, secretAt, type Secret } from './secret'

const start = /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g

/** Line breaks, as they are and escaped, and what stands before a line of a comment. */
const before = /^(?:[\s#]+|\\[nrt])*/
const after = /(?:[\s#]|\\[nrt])*$/

/** The content of private keys in PEM, as they are, in one line with `\n`, or in a comment. */
export function* findPrivateKeys(text: string): Generator<Secret> {
  for (const { 0: head, index } of text.matchAll(start)) {
    const from = index + head.length
    const next = text.indexOf('-----', from)
    // A key that is cut off ends with the last character that a key can have.
    const end = next < 0 ? from + cutOff(text.slice(from)) : next
    const body = text.slice(from, end)
    const skipped = before.exec(body)?.[0].length ?? 0
    const content = body.slice(skipped)
    const trailing = after.exec(content.slice(-200))?.[0].length ?? 0
    const length = content.length - trailing
    if (length < 16 || content.startsWith(redacted)) continue
    yield secretAt(from + skipped, from + skipped + length, 'private key')
  }
}

const cutOff = (rest: string): number =>
  /^(?:[A-Za-z0-9+/=\s]+|\\[nrt])*/.exec(rest)?.[0].trimEnd().length ?? 0
