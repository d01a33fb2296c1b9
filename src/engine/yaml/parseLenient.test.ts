import { expect, test, vi } from 'vitest'
import { parseLenient } from './parseLenient'
import { parseYaml } from './parseYaml'

vi.mock(import('./parseYaml'), async (importOriginal) => {
  const actual = await importOriginal()
  return { ...actual, parseYaml: vi.fn<typeof parseYaml>(actual.parseYaml) }
})

const parses = (text: string) => {
  vi.mocked(parseYaml).mockClear()
  const { errors } = parseLenient(text)
  return { times: vi.mocked(parseYaml).mock.calls.length, isRead: errors.length === 0 }
}

test('brackets may continue at any indentation', () => {
  expect(parses('a:\n  b: {\n  c: 1}\n')).toEqual({ times: 2, isRead: true })
})

test('a text with many errors is parsed once', () => {
  const text = `  {\n    "a": [\n      {\n        "b": 1\n      },\n      },\n        6${'{{x}}'.repeat(500)}\n`
  expect(parses(text)).toEqual({ times: 1, isRead: false })
})

test('lines are joined twenty times at most', () => {
  expect(parses(`a:\n  b: [\n${'  1,\n'.repeat(50)}]\n`).times).toBe(21)
})
