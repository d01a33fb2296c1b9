import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createStorage, sessionLimit, type StoredSession } from './storage'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const stored = (id: string, change: Partial<StoredSession['entry']> = {}): StoredSession => ({
  entry: { id, name: undefined, summary: id, changed: 1, isTouched: true, revision: `${id}-1`, ...change },
  session: { text: `text of ${id}`, settings: { strict: false }, view: { pane: 'report' } },
})

test('keeps a session, and reads it as it was', async () => {
  const storage = createStorage()
  expect(await storage.keep(stored('a'), undefined)).toBe('kept')
  expect(await storage.read('a')).toEqual(stored('a'))
  expect(await storage.read('b')).toBeUndefined()
  expect(await createStorage().list()).toEqual([stored('a').entry])
})

test('lists the newest first', async () => {
  const storage = createStorage()
  for (const [id, changed] of [
    ['old', 1],
    ['new', 3],
    ['middle', 2],
  ] as const)
    await storage.keep(stored(id, { changed }), undefined)
  expect((await storage.list()).map(({ id }) => id)).toEqual(['new', 'middle', 'old'])
})

test('two tabs do not overwrite each other', async () => {
  const [one, two] = [createStorage(), createStorage()]
  await one.keep(stored('a'), undefined)
  expect(await two.keep(stored('a', { revision: 'two' }), 'a-1')).toBe('kept')
  expect(await one.keep(stored('a', { revision: 'one' }), 'a-1')).toBe('taken')
  expect((await one.read('a'))?.entry.revision).toBe('two')
})

test('a session that was removed elsewhere is kept again by the tab that has it open', async () => {
  const storage = createStorage()
  await storage.keep(stored('a'), undefined)
  await storage.remove('a')
  expect(await storage.list()).toEqual([])
  expect(await storage.read('a')).toBeUndefined()
  expect(await storage.keep(stored('a', { revision: 'later' }), 'a-1')).toBe('kept')
})

test('keeps the last dozen; what nobody changed goes first, and never the one that is being written', async () => {
  const storage = createStorage()
  await storage.keep(stored('looked at', { changed: 100, isTouched: false }), undefined)
  for (let index = 1; index <= sessionLimit; index++)
    await storage.keep(stored(`s${index}`, { changed: index }), undefined)
  const ids = (await storage.list()).map(({ id }) => id)
  expect(ids).toHaveLength(sessionLimit)
  expect(ids).not.toContain('looked at')
  await storage.keep(stored('oldest of all', { changed: 0 }), undefined)
  expect((await storage.list()).map(({ id }) => id)).toContain('oldest of all')
  expect(await storage.read('s1')).toBeUndefined()
})

test('rejects where the browser blocks storage, and works once it no longer does', async () => {
  const storage = createStorage()
  const { indexedDB } = globalThis
  globalThis.indexedDB = Object.assign(new IDBFactory(), {
    open: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  await expect(storage.list()).rejects.toThrow('blocked')
  globalThis.indexedDB = indexedDB
  expect(await storage.list()).toEqual([])
})
