import { shorten } from '../engine/model/shorten'

/** The pages that need no more than their name. */
const listedPages = ['checks', 'lessons', 'settings'] as const

/**
 * What the part of the page's address after `#` says. This grammar is settled, because addresses live on in chats and
 * documents:
 *
 * - `#1.<data>`: a session; the data belongs to `link.ts`
 * - `#/checks`: all checks
 * - `#/checks/<id>`: the page of a check
 * - `#/lessons`: all lessons
 * - `#/settings`: the settings of the session that is open
 * - `#/lessons/<id>/<step>`: a step of a lesson
 * - `#yaml=<text>`: a text, percent-encoded as by `encodeURIComponent`
 * - nothing: the page as it is
 */
export type Address =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly data: string }
  | { readonly kind: 'checks' | 'lessons' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'check'; readonly id: string }
  | { readonly kind: 'lesson'; readonly id: string; readonly step: string }
  | { readonly kind: 'text'; readonly text: string }

/** An address that is none of ours, in a sentence for people. */
type Unknown = { readonly kind: 'unknown'; readonly problem: string }

/** Reads what follows `#`; the `#` itself may be there. Nothing is guessed: what does not fit the grammar is `unknown`. */
export function readAddress(hash: string): Address | Unknown {
  const text = hash.startsWith('#') ? hash.slice(1) : hash
  if (text === '') return { kind: 'none' }
  const [, version, data = ''] = /^(\d+)\.(.*)$/s.exec(text) ?? []
  if (version === '1') return { kind: 'session', data }
  if (version !== undefined)
    return unknown(
      `The link has version ${quote(version)}, and this page reads version 1. Reload the page to get its newest version, or ask for the manifest as a file.`,
    )
  if (text.startsWith('yaml=')) return readText(text.slice('yaml='.length))
  return readPath(text)
}

/**
 * What follows the address of the page: `#/checks/container-image-tag`, or nothing. The inverse of `readAddress`, except that
 * percent-encoding knows no half of a surrogate pair: a replacement character stands in its place.
 */
export function addressText(address: Address): string {
  switch (address.kind) {
    case 'none':
      return ''
    case 'session':
      return `#1.${address.data}`
    case 'checks':
    case 'lessons':
    case 'settings':
      return `#/${address.kind}`
    case 'check':
      return `#/checks/${address.id}`
    case 'lesson':
      return `#/lessons/${address.id}/${address.step}`
    case 'text':
      return `#yaml=${encodeURIComponent(address.text.replace(/\p{Surrogate}/gu, '\ufffd'))}`
  }
}

function readText(encoded: string): Address | Unknown {
  try {
    return { kind: 'text', text: decodeURIComponent(encoded) }
  } catch {
    return unknown(
      'The text after “#yaml=” is not percent-encoded correctly: a “%” must be followed by the two hexadecimal digits of a byte of UTF-8. Encode the text with encodeURIComponent, or copy the link again.',
    )
  }
}

function readPath(text: string): Address | Unknown {
  const page = listedPages.find((kind) => text === `/${kind}`)
  if (page) return { kind: page }
  const check = /^\/checks\/([a-z0-9-]+)$/.exec(text)?.[1]
  if (check !== undefined) return { kind: 'check', id: check }
  const [, id, step] = /^\/lessons\/([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(text) ?? []
  if (id !== undefined && step !== undefined) return { kind: 'lesson', id, step }
  return unknown(
    `The address ends in ${quote(`#${text}`)}, which this page does not know. Copy the link again, or open the page without it.`,
  )
}

const unknown = (problem: string): Unknown => ({ kind: 'unknown', problem })

const quote = (text: string): string => `“${shorten(text, 40)}”`
