import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readAddress } from './address'
import dictionary from './dictionary/version1.txt?raw'
import published from './fixtures/version1.json'
import { decodeSession } from './link'

/** The text of the fixture that has none of its own. */
const longText = Array.from(
  { length: 1500 },
  (_, index) => `key-${index}: value ${(index * 7919) % 1000}\n`,
).join('')

// Links are in chats and documents that nobody can change. A row may be added here; none may ever be changed.
test.each(published)('a published link opens forever: $name', async ({ link, session }) => {
  const address = readAddress(link)
  const expected = session ?? { text: longText, settings: {}, view: {} }
  if (address.kind === 'session') expect(await decodeSession(address.data)).toEqual({ session: expected })
  else expect(address).toEqual({ kind: 'text', text: expected.text })
})

test('the dictionary of version 1 never changes', () => {
  expect(createHash('sha256').update(dictionary).digest('hex')).toBe(
    '347020df45da45509e605ad4dc356b2b264a073a08824ac957d5c8682fd5f792',
  )
})
