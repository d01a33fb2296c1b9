import { base64url, bytesOfBase64url, checksum, checksumLength } from './base64url'
import { deflate, inflate } from './deflate'
import words from './dictionary/version1.txt?raw'
import { readHead, writeHead } from './linkHead'
import type { Session } from './session'
import { bytesOfText, textOfBytes } from './textBytes'

/**
 * A link to a session, version 1. The data after `#1.` is
 *
 *     type · payload · checksum
 *
 * The type is one character. `t`: the payload is a text, and everything else is as by default. `s`: the payload is a line
 * of JSON with the settings and the view, then the text. A payload is UTF-8, deflated with the dictionary of version 1, in
 * base64url. The checksum is of the type and the bytes before deflation.
 */
const types = { text: 't', session: 's' } as const

/** What a link can carry, in bytes; and what is looked at, in characters. Chromium opens no address above 2 MiB. */
export const largestPayload = 4_000_000
export const longestData = 2_000_000

export type Encoded = { readonly data: string } | { readonly problem: string }

/** `notice`: what of the link is not shown as it was shared, in a sentence for people. */
export type Decoded = { readonly session: Session; readonly notice?: string } | { readonly problem: string }

/** What follows `#1.` in a link to a session, or why there can be no link. */
export async function encodeSession(session: Session): Promise<Encoded> {
  const head = writeHead(session)
  const type = head === '' ? types.text : types.session
  const refused = head === '' ? [] : (readHead(head)?.ignored ?? [])
  // Whoever opens the link would get another report.
  if (refused.length > 0)
    return {
      problem: `A link cannot hold the current value of ${refused.join(', ')}. Save it as a file instead.`,
    }
  if (session.text.length > largestPayload) return { problem: tooLargeToShare }
  const bytes = bytesOfText(head === '' ? session.text : `${head}\n${session.text}`)
  if (bytes.length > largestPayload) return { problem: tooLargeToShare }
  const deflated = await deflate(bytes, dictionary())
  const data = type + base64url(deflated) + checksum(bytesOfText(type), bytes)
  return data.length > longestData ? { problem: tooLargeToShare } : { data }
}

/**
 * The session of a link, from what follows `#1.`, or why there is none, in a sentence for people. Anybody can have written
 * it: time and memory are limited by `longestData` and `largestPayload`, whatever it claims.
 */
export async function decodeSession(link: string): Promise<Decoded> {
  if (link.length > longestData) return { problem: tooLong }
  // A full stop or a bracket of the sentence around a link is not part of it: data ends in a letter or figure.
  const data = link.replace(/[^A-Za-z0-9]{1,9}$/, '')
  const type = data.slice(0, 1)
  if (data.length < 1 + checksumLength) return { problem: damaged }
  if (type !== types.text && type !== types.session)
    return {
      problem: `The link is of a type that this page does not know: “${type}”. Reload the page to get its newest version, or ask for the manifest as a file.`,
    }
  const deflated = bytesOfBase64url(data.slice(1, -checksumLength))
  const bytes = deflated && (await inflate(deflated, dictionary(), largestPayload))
  if (bytes === 'too long') return { problem: tooLong }
  if (!bytes || checksum(bytesOfText(type), bytes) !== data.slice(-checksumLength))
    return { problem: damaged }
  const payload = textOfBytes(bytes)
  if (payload === undefined) return { problem: damaged }
  return type === types.text
    ? { session: { text: payload, settings: {}, view: {} } }
    : decodeWithHead(payload)
}

function decodeWithHead(payload: string): Decoded {
  const end = payload.indexOf('\n')
  const head = end < 0 ? undefined : readHead(payload.slice(0, end))
  if (!head) return { problem: damaged }
  const { ignored, settings, view } = head
  const session = { text: payload.slice(end + 1), settings, view }
  return ignored.length === 0
    ? { session }
    : {
        session,
        notice: `The link was made by another version of the page. This one does not know what it says about ${ignored.slice(0, 5).join(', ')}, so the report can differ.`,
      }
}

const damaged =
  'The link is damaged or cut off: some of its characters are missing or changed. Copy the whole link again, or ask for the manifest as a file.'
const tooLong = 'The link is too large: it contains more than 4 MB of text. Ask for the manifest as a file.'
const tooLargeToShare =
  'The text is too large for a link: a link holds at most 4 MB. Save it as a file instead.'

const dictionary = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words)
