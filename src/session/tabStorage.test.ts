import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StoredSession } from './storage'

const stored = (revision: string): StoredSession => ({
  entry: { id: 'a', name: undefined, summary: '', changed: 1, isTouched: true, revision },
  session: { text: `kind: ${revision}`, settings: {}, view: {} },
})

let { forgetInTab, keepInTab, readFromTab } = await import('./tabStorage')

beforeEach(async () => {
  // As after a reload.
  vi.resetModules()
  ;({ forgetInTab, keepInTab, readFromTab } = await import('./tabStorage'))
  const items = new Map<string, string>()
  vi.stubGlobal('history', { state: null })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  })
})

afterEach(() => vi.unstubAllGlobals())

test('a tab keeps the newest session, by its id', () => {
  keepInTab(stored('1'))
  keepInTab(stored('2'))
  expect(readFromTab('a')?.session.text).toBe('kind: 2')
  expect(readFromTab('b')).toBeUndefined()
})

test('what a page before has kept is forgotten once this page has written anything', () => {
  sessionStorage.setItem('session', JSON.stringify(stored('0')))
  expect(readFromTab('a')).toEqual(stored('0'))
  forgetInTab('1')
  expect(readFromTab('a')).toBeUndefined()
})

test('what the database has is forgotten, but nothing that was kept after it', () => {
  keepInTab(stored('1'))
  keepInTab(stored('2'))
  forgetInTab('1')
  expect(readFromTab('a')?.session.text).toBe('kind: 2')
  forgetInTab('2')
  expect(readFromTab('a')).toBeUndefined()
})
