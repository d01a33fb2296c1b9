import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

/** A fresh page, with a finger or a mouse as its main pointer and what the browser remembers of earlier ones. */
const visit = async (pointer: 'coarse' | 'fine', storage: Partial<Storage>) => {
  vi.resetModules()
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === `(pointer: ${pointer})` }))
  vi.stubGlobal('localStorage', storage)
  return import('./fullEditor')
}

const memory = () => {
  const values = new Map<string, string>()
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

const blocked = () => {
  const block = (): never => {
    throw new Error('access is denied')
  }
  return { getItem: block, setItem: block, removeItem: block }
}

test('with a mouse the full editor is wanted without asking, with a finger when it was chosen', async () => {
  expect((await visit('fine', memory())).wantsFullEditor()).toBe(true)
  const browser = memory()
  const first = await visit('coarse', browser)
  expect(first.wantsFullEditor()).toBe(false)
  first.chooseFullEditor(true)
  expect(first.wantsFullEditor()).toBe(true)
  const second = await visit('coarse', browser)
  expect(second.wantsFullEditor()).toBe(true)
  second.chooseFullEditor(false)
  expect((await visit('coarse', browser)).wantsFullEditor()).toBe(false)
})

test('where the browser blocks storage, the choice lasts as long as the page', async () => {
  const { wantsFullEditor, chooseFullEditor } = await visit('coarse', blocked())
  expect(wantsFullEditor()).toBe(false)
  chooseFullEditor(true)
  expect(wantsFullEditor()).toBe(true)
  chooseFullEditor(false)
  expect(wantsFullEditor()).toBe(false)
})
