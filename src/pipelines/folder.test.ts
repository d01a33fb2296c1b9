import { expect, test } from 'vitest'
import { folderName, folderWord } from './folder'

test.each([
  ['k8s/', 'k8s', 'k8s/'],
  [' ./k8s//prod ', 'k8s/prod', 'k8s/prod/'],
  ['', '.', '.'],
  ['./', '.', '.'],
  ['/etc/k8s', '/etc/k8s', '/etc/k8s/'],
  ['/', '/', '/'],
  ['-v', '-v', './-v/'],
  ['our app', 'our app', "'our app/'"],
  ["it's $HOME", "it's $HOME", "'it'\\''s $HOME/'"],
  ['a\nb\u2028c\u0085d', 'abcd', 'abcd/'],
])('the folder %j', (typed, name, word) => {
  expect(folderName(typed)).toBe(name)
  expect(folderWord(typed)).toBe(word)
})
