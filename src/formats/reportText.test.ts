import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { reportMarkdown, reportText } from './reportText'

const engine = createEngine({ sources, schemas: catalog })

const text = `apiVersion: v1
kind: Service
metadata:
  name: my_web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
---
a: "
`

const forms = { text: reportText, markdown: reportMarkdown }

const written = (form: keyof typeof forms, of: string): string =>
  forms[form](engine.evaluate(of, defaultSettings), { text: of, version: '1.36' })

test('a report as text names the score, what a cluster would do, and every row with its lines', () => {
  const lines = written('text', text).split('\n')
  expect(lines[0]).toBe('Score 20 of 100: part of this cannot be read')
  expect(lines[1]).toBe('A cluster running 1.36 would refuse this object.')
  expect(lines).toContain('Service my_web')
  expect(lines).toContain('Document 2')
  expect(
    lines.filter((line) => /^ {2}(?:refused|critical|warning|advice) +\S.* \(lines? \d/.test(line)),
  ).toHaveLength(engine.evaluate(text, defaultSettings).findings.length)
})

test('in Markdown, what a text contains is never markup', () => {
  const markdown = written('markdown', text.replace('my_web', '"<b>*x*[a](b)"'))
  expect(markdown).toContain(String.raw`### Service \<b\>\*x\*\[a\](b)`)
  expect(markdown).toMatch(/^## Score 20 of 100/)
  expect(markdown).toMatch(/^- \*\*refused\*\*: /m)
})

test('without a finding it says so', () => {
  const role =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a, namespace: b}\nrules: []\n'
  expect(written('text', role)).toBe(
    'Valid; no check looks at this kind\nA cluster running 1.36 would accept this object.\nNo problems found.\n',
  )
})
