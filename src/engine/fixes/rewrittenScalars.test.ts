import { expect, test } from 'vitest'
import { syntax } from '../../rules/syntax'
import { defaultSettings } from '../model/settings'
import { applyEdits, type TextEdit } from '../model/textEdit'
import { createEngine } from '../report/engine'
import { rewrittenScalars, saysTheSame } from './rewrittenScalars'

const evaluationOf = (text: string) => createEngine({ sources: [syntax] }).evaluation(text, defaultSettings)

/** The edits of a text in which `[old|new]` is one edit each. */
function editsOf(marked: string): { readonly text: string; readonly edits: readonly TextEdit[] } {
  const edits: TextEdit[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(/\[([^\]|]*)\|([^\]]*)\]/g)) {
    text += marked.slice(at, match.index)
    edits.push({ from: text.length, to: text.length + (match[1] ?? '').length, insert: match[2] ?? '' })
    text += match[1] ?? ''
    at = match.index + match[0].length
  }
  return { text: text + marked.slice(at), edits }
}

test.each<[what: string, marked: string, restored: string]>([
  ['other quotes', 'a: [foo|"foo"]\n', 'a: foo\n'],
  ['quotes around', 'a: [|"]foo[|"]\n', 'a: foo\n'],
  ['no quotes', 'a: ["|]foo["|]\n', 'a: "foo"\n'],
  ['with a line after it', 'a: ["foo"|foo\nb: c]\n', 'a: "foo"\nb: c\n'],
  ['a number in another form', 'a: [0x10|16]\n', 'a: 0x10\n'],
  ['another value', 'a: [foo|"bar"]\n', 'a: "bar"\n'],
  ['another type', 'a: [1|"1"]\n', 'a: "1"\n'],
  ['an item that moves up', 'a:\n[- "b"\n|]- b\n', 'a:\n- b\n'],
  ['a key that moves', '[a: "b"\n|]c: d\n[|a: b\n]', 'c: d\na: b\n'],
  ['in the second document', 'a: b\n[|---\nn: w\n]---\na: [b|"b"]\n', 'a: b\n---\nn: w\n---\na: b\n'],
  ['with aliases', 'a: &a [b|"b"]\nc: *a\n', 'a: &a "b"\nc: *a\n'],
])('%s', (_, marked, restored) => {
  const { text, edits } = editsOf(marked)
  const after = applyEdits(text, edits)
  const rewritten = rewrittenScalars(evaluationOf(text), evaluationOf(after), edits)
  expect(applyEdits(after, rewritten)).toBe(restored)
  expect(saysTheSame(evaluationOf(after), evaluationOf(restored))).toBe(true)
})

test('texts say the same when their data and their findings are equal', () => {
  const same = (left: string, right: string) => saysTheSame(evaluationOf(left), evaluationOf(right))
  expect(same('a: b\n', 'a: "b" # c\n')).toBe(true)
  expect(same('a: 1\n', 'a: "1"\n')).toBe(false)
  expect(same('a: b\n', 'a: b\na: b\n')).toBe(false)
  expect(same('a: b\n', 'a: b\n---\na: b\n')).toBe(false)
})
