import { expect, test } from 'vitest'
import { folderName, folderPattern, folderWord, yamlFilesIn } from './folder'

test.each([
  ['k8s/', 'k8s', 'k8s/', 'k8s/*.yaml'],
  [' ./k8s//prod ', 'k8s/prod', 'k8s/prod/', 'k8s/prod/*.yaml'],
  ['', '.', '.', './*.yaml'],
  ['./', '.', '.', './*.yaml'],
  ['/etc/k8s', '/etc/k8s', '/etc/k8s/', '/etc/k8s/*.yaml'],
  ['/', '/', '/', '/*.yaml'],
  ['-v', '-v', './-v/', './-v/*.yaml'],
  ['our app', 'our app', "'our app/'", "'our app/'*.yaml"],
  ["it's $HOME", "it's $HOME", "'it'\\''s $HOME/'", "'it'\\''s $HOME/'*.yaml"],
  ['a\nb\u2028c\u0085d', 'abcd', 'abcd/', 'abcd/*.yaml'],
])('the folder %j', (typed, name, word, yamlFiles) => {
  expect(folderName(typed)).toBe(name)
  expect(folderWord(typed)).toBe(word)
  expect(yamlFilesIn(typed)).toBe(yamlFiles)
})

test.each([
  ['k8s/', 'k8s/web.yaml', true],
  ['k8s/', 'k8s/prod/web.yml', true],
  ['k8s/', 'k8s/web.json', true],
  ['k8s/', 'k8s/web.yaml.bak', false],
  ['k8s/', 'charts/k8s/web.yaml', false],
  ['a.b (c)', 'a.b (c)/web.yaml', true],
  ['a.b (c)', 'a-b (c)/web.yaml', false],
  ['.', 'web.yaml', true],
  ['.', 'web.txt', false],
])('the pattern of %j for %s', (typed, file, isMatch) => {
  expect(new RegExp(folderPattern(typed)).test(file)).toBe(isMatch)
})
