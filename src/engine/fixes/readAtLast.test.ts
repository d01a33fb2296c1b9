import { expect, test } from 'vitest'
import { sources } from '../../rules/sources'
import { catalog } from '../../schemas'
import { defaultSettings } from '../model/settings'
import { createEngine } from '../report/engine'
import { createFixer } from './fixer'

const engine = createEngine({ sources, schemas: catalog })
const fixer = await createFixer(engine)

test('what a check can tell once a document is readable does not come from the fix of that document', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "web:1"}]}
---
apiVersion: v1
kind: ConfigMap
metadata:
\tname: web
`
  const { findings, objects } = engine.evaluate(text, defaultSettings)
  expect(objects[0]?.verdicts.filter(({ cannotTell }) => cannotTell)).toHaveLength(2)
  const tab = findings.find(({ document }) => document === 1)
  const [fix] = fixer.fixesFor(text, tab?.id ?? '', defaultSettings).offered
  expect(fix).toMatchObject({ title: 'Use spaces for indentation', safety: 'safe', introduces: [] })
})
