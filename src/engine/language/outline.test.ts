import { expect, test } from 'vitest'
import { outlineAt } from './outline'

const text = `apiVersion: apps/v1
kind: Deployment
---
spec:
  template:
    metadata:
      labels: {app: web}
    # a comment
    spec:
      containers:
      - name: web
        image: web:1.0
        args:
          - --listen=:8080
        "quoted.key/x": 1
      volumes:
        - configMap:
            name: x
  script: |
    if true: then
`

test.each<[word: string, keys: string]>([
  ['apiVersion', 'apiVersion'],
  ['kind', 'kind'],
  ['template', 'spec template'],
  ['app: web', 'spec template metadata labels'],
  ['containers', 'spec template spec containers'],
  ['name: web', 'spec template spec containers name'],
  ['web:1.0', 'spec template spec containers image'],
  ['--listen', 'spec template spec containers args'],
  ['quoted', 'spec template spec containers quoted.key/x'],
  ['name: x', 'spec template spec volumes configMap name'],
  ['script', 'spec script'],
])('the keys that contain %s are %s', (word, keys) =>
  expect(outlineAt(text, text.indexOf(word)).join(' ')).toBe(keys),
)

test('JSON has an outline by its indentation', () => {
  const json = '{\n  "spec": {\n    "replicas": 2\n  }\n}\n'
  expect(outlineAt(json, json.indexOf('replicas'))).toEqual(['spec', 'replicas'])
})

test('an empty text has no outline', () => expect(outlineAt('', 0)).toEqual([]))
