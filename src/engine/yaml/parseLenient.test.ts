import { expect, test, vi } from 'vitest'
import { parseLenient } from './parseLenient'
import { parseYaml } from './parseYaml'

const parses = (text: string) => {
  const parse = vi.fn<typeof parseYaml>(parseYaml)
  const { errors } = parseLenient(text, parse)
  return { times: parse.mock.calls.length, isRead: errors.length === 0 }
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

test('a quote that is never closed does not become part of the block scalar above', () => {
  const { errors } = parseLenient('a: |\n  b\nc: "\n')
  expect(errors.map(({ message }) => message)).toEqual(['Missing closing "quote'])
})
