import { expect, test } from 'vitest'
import { readDocument } from './readDocument'
import { locate } from './value'
import type { Path } from '../model/path'

const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {}
spec:
  template:
    spec:
      containers:
        - name: app
          image: &image registry.example.com/web:1
          resources:
        - image: *image
          args: [--a, "--b"]
        - &shared
          command:
            - run
        - *shared
`

const { root } = readDocument(text)
if (!root) throw new Error('the document could not be read')

test.each<[path: Path, marked: string, missing: boolean]>([
  [['kind'], 'Deployment', false],
  [['metadata'], 'metadata', false],
  [['metadata', 'labels'], 'labels', false],
  [['metadata', 'labels', 'app'], 'labels', true],
  [['metadata', 'namespace'], 'metadata', true],
  [['spec', 'replicas'], 'spec', true],
  [['status'], 'web', true],
  [[], 'web', false],
  [['spec', 'template', 'spec', 'containers', 0], 'app', false],
  [['spec', 'template', 'spec', 'containers', 0, 'image'], 'registry.example.com/web:1', false],
  [['spec', 'template', 'spec', 'containers', 0, 'imagePullPolicy'], 'app', true],
  [['spec', 'template', 'spec', 'containers', 0, 'resources', 'limits', 'cpu'], 'resources', true],
  [['spec', 'template', 'spec', 'containers', 0, 'resources'], 'resources', false],
  [['spec', 'template', 'spec', 'containers', 1, 'image'], '*image', false],
  [['spec', 'template', 'spec', 'containers', 1, 'name'], 'image', true],
  [['spec', 'template', 'spec', 'containers', 1, 'args', 1], '"--b"', false],
  [['spec', 'template', 'spec', 'containers', 3, 'command', 0], 'run', false],
  [['spec', 'template', 'spec', 'containers', 3, 'image'], 'command', true],
  [['spec', 'template', 'spec', 'containers', 9], 'containers', true],
  [['kind', 'deeper'], 'kind', true],
])('%j is marked at %s (missing: %s)', (path, marked, missing) => {
  const location = locate(root, path)
  expect([text.slice(location.range.from, location.range.to), location.missing]).toEqual([marked, missing])
})
