import * as fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { firstExample } from '../examples'
import { base64url, checksum } from './base64url'
import dictionary from './dictionary/version1.txt?raw'
import { decodeSession, encodeSession, largestPayload, longestData } from './link'
import { sessionOf, settingsOf, viewOf, type Session } from './session'
import { defaultView } from './session'

const plain = (text: string): Session => ({ text, settings: {}, view: {} })

const dataOf = async (session: Session): Promise<string> => {
  const encoded = await encodeSession(session)
  return 'data' in encoded ? encoded.data : expect.fail(encoded.problem)
}

/** A link that nobody but a test makes: `payload` in the format of version 1, with a correct checksum. */
const craft = (type: string, payload: string | Buffer): string => {
  const bytes = Buffer.from(payload)
  const deflated = deflateRawSync(bytes, { level: 9, dictionary: Buffer.from(dictionary) })
  return type + base64url(deflated) + checksum(Buffer.from(type), bytes)
}

const damaged = { problem: expect.stringMatching(/^The link is damaged or cut off: /) }

const sample = firstExample.text

test('every text survives to the letter', async () => {
  const text = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 127 }), fc.integer({ min: 0, max: 0xffff })))
    .map((codes) => String.fromCharCode(...codes))
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, fc.string({ unit: 'binary' })), async (value) => {
      const data = await dataOf(plain(value))
      expect(data).toMatch(/^t[\w-]*[A-Za-z0-9]$/)
      expect(await decodeSession(data)).toEqual({ session: plain(value) })
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['an empty text', ''],
  ['no final line break', 'kind: Pod'],
  ['CRLF', 'kind: Pod\r\nspec:\r\n'],
  ['a byte order mark', '\ufeffkind: Pod\n'],
  ['a lone surrogate', 'a: "\ud800"\n'],
  ['NUL', 'a\u0000b'],
  ['characters of four bytes', 'a: 😀👩‍🚀\n'],
  ['1 MB of the same', 'a'.repeat(1_000_000)],
  ['1 MB of a manifest', sample.repeat(Math.ceil(1_000_000 / sample.length))],
])('%s survives', async (_, text) => {
  expect(await decodeSession(await dataOf(plain(text)))).toEqual({ session: plain(text) })
})

test('1 MB of noise survives', async () => {
  let state = 1
  const text = Array.from({ length: 1_000_000 }, () => {
    state = Math.imul(state, 1_103_515_245) + 12_345
    return String.fromCharCode(32 + ((state >>> 16) % 95))
  }).join('')
  expect(await decodeSession(await dataOf(plain(text)))).toEqual({ session: plain(text) })
})

test('settings and view survive, and defaults take no room', async () => {
  const settings = {
    ...defaultSettings,
    kubernetesVersion: '1.30',
    strict: false,
    skipKinds: ['Secret'],
    minReplicasHpa: 3,
    schemaFiles: [{ name: 'a.json', text: '{"type":"object"}' }],
  }
  const view = {
    ...defaultView,
    pane: 'report',
    severities: ['critical'],
    finding: 'abc',
    filter: 'web\n',
  } as const
  const session = sessionOf(sample, settings, view)
  expect(Object.keys(session.settings)).toHaveLength(5)
  expect(Object.keys(session.view)).toHaveLength(4)
  const decoded = await decodeSession(await dataOf(session))
  expect(decoded).toEqual({ session })
  expect(settingsOf(session)).toEqual(settings)
  expect(viewOf(session)).toEqual(view)
  expect(await dataOf(sessionOf(sample, defaultSettings, defaultView))).toBe(await dataOf(plain(sample)))
})

test('a link that is cut off anywhere says so', async () => {
  const data = await dataOf(plain(sample))
  for (let length = 0; length < data.length; length++)
    expect(await decodeSession(data.slice(0, length)), `${length} characters`).toEqual(damaged)
})

test('a link with a changed character says so, or gives the same text', async () => {
  const data = await dataOf(plain(sample))
  for (let at = 1; at < data.length; at++) {
    const changed = data.slice(0, at) + (data[at] === 'x' ? 'y' : 'x') + data.slice(at + 1)
    const decoded = await decodeSession(changed)
    if (!('session' in decoded)) expect(decoded).toEqual(damaged)
    else expect(decoded.session.text).toBe(sample)
  }
})

test('characters of the sentence around the link do not matter', async () => {
  const data = await dataOf(plain('kind: Pod\n'))
  for (const end of ['.', ')', '>', '_', '**', '",', '...'])
    expect(await decodeSession(data + end)).toEqual({ session: plain('kind: Pod\n') })
})

test('a link of an unknown type names it', async () => {
  expect(await decodeSession(craft('z', 'kind: Pod'))).toEqual({
    problem: expect.stringContaining('a type that this page does not know: “z”'),
  })
})

test.each<[name: string, data: string]>([
  ['nothing', ''],
  ['no base64url', 'tab+/cd==abc'],
  ['no deflate', 'tAAAAAAAAAAAA'],
  ['no UTF-8', craft('t', Buffer.from([0x80]))],
  ['no head', craft('s', 'kind: Pod')],
  ['a head that is no JSON', craft('s', '{\nkind: Pod')],
  ['a head that is no object', craft('s', '[]\nkind: Pod')],
  ['settings that are no object', craft('s', '{"settings":[]}\nkind: Pod')],
  ['another checksum', `${craft('t', 'kind: Pod').slice(0, -1)}_0`],
])('%s is damaged', async (_, data) => {
  expect(await decodeSession(data)).toEqual(damaged)
})

test.each<[name: string, head: string, ignored: string, settings: object]>([
  ['an unknown setting', '{"settings":{"color":1,"strict":false}}', 'color', { strict: false }],
  ['an unknown member', '{"author":"x","settings":{"strict":false}}', 'author', { strict: false }],
  ['a value of the wrong type', '{"settings":{"strict":"no"}}', 'strict', {}],
  ['an unknown version of Kubernetes', '{"settings":{"kubernetesVersion":"1.999"}}', 'kubernetesVersion', {}],
  ['a key of every object', '{"settings":{"__proto__":{"strict":false}}}', '__proto__', {}],
  ['too many kinds', JSON.stringify({ settings: { skipKinds: Array(501).fill('a') } }), 'skipKinds', {}],
  ['an unknown grouping', '{"view":{"groupBy":"moon"}}', 'groupBy', {}],
])('%s is left out and named, and the text is shown', async (_, head, ignored, settings) => {
  expect(await decodeSession(craft('s', `${head}\nkind: Pod`))).toEqual({
    session: { text: 'kind: Pod', settings, view: {} },
    notice: expect.stringContaining(`what it says about ${ignored},`),
  })
})

test('settings that a link cannot hold are named when it is made', async () => {
  const schemaFiles = Array.from({ length: 51 }, (_, index) => ({ name: `${index}.json`, text: '{}' }))
  expect(await encodeSession({ text: '', settings: { strict: false, schemaFiles }, view: {} })).toEqual({
    problem: 'A link cannot hold the current value of schemaFiles. Save it as a file instead.',
  })
})

test('a small link that claims to be large is not unpacked', async () => {
  const bomb = craft('t', Buffer.alloc(200_000_000, ' '))
  expect(bomb.length).toBeLessThan(300_000)
  expect(await decodeSession(bomb)).toEqual({ problem: expect.stringContaining('too large') })
})

test('the limits hold on both sides', async () => {
  const tooLarge = { problem: expect.stringContaining('too large') }
  expect(await decodeSession('t'.repeat(longestData + 1))).toEqual(tooLarge)
  expect(await encodeSession(plain('a'.repeat(largestPayload + 1)))).toEqual(tooLarge)
  expect(await encodeSession(plain('€'.repeat(largestPayload / 2)))).toEqual(tooLarge)
  const largest = plain('a'.repeat(largestPayload))
  expect(await decodeSession(await dataOf(largest))).toEqual({ session: largest })
})
