import { describe, expect, test } from 'vitest'
import { createFixer } from '../../engine/fixes/fixer'
import type { Finding } from '../../engine/model/finding'
import { defaultSettings } from '../../engine/model/settings'
import { applyEdits } from '../../engine/model/textEdit'
import { createEngine } from '../../engine/report/engine'
import { catalog } from '../../schemas'
import { schema } from '../schema'
import { syntax } from '../syntax'
import { apiServer } from '.'

const files = import.meta.glob<string>('./*/bad.yaml', { query: '?raw', import: 'default', eager: true })
const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? '', text] as const)

// Without checks: they would speak for some of the rules.
const engine = createEngine({ sources: [syntax, schema, apiServer], schemas: catalog })
const fixer = await createFixer(engine)

const findingsIn = (text: string): readonly Finding[] => engine.evaluate(text, defaultSettings).findings

/** Everything that is offered for a finding, with the text after it. */
const fixesOf = (text: string, finding: Finding | undefined) => {
  const { offered, refused, unfixable } = fixer.fixesFor(text, finding?.id ?? '', defaultSettings)
  return {
    fixes: offered.map(
      ({ title, safety, edits }) => [`${safety} ${title}`, applyEdits(text, edits)] as const,
    ),
    refused,
    unfixable,
  }
}

test.each(examples)('%s has a fix that the API server accepts, or a reason for none', (rule, text) => {
  const [finding, ...others] = findingsIn(text)
  expect([finding?.rule, ...others]).toEqual([rule])
  const { fixes, refused, unfixable } = fixesOf(text, finding)
  if (fixes.length === 0) expect(unfixable ?? refused[0]?.reason).toMatch(/^[A-Z].*\.$/)
  for (const [, after] of fixes) {
    const rules = findingsIn(after).map((left) => `${left.severity} ${left.rule}`)
    expect(rules.filter((left) => left.startsWith('refused') || left.endsWith(` ${rule}`))).toEqual([])
  }
})

const object = (head: string, rest: string): string => `${head}\nmetadata:\n  name: web\n${rest}`
const service = (spec: string): string => object('apiVersion: v1\nkind: Service', `spec:\n${spec}`)
const daemons = (labels: string): string =>
  object(
    'apiVersion: apps/v1\nkind: DaemonSet',
    `spec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n${labels}    spec:\n      containers:\n        - name: web\n          image: web:1\n`,
  )
const pod = (spec: string): string => object('apiVersion: v1\nkind: Pod', `spec:\n${spec}`)

describe('fixes', () => {
  test.each<[what: string, text: string, fixes: Readonly<Record<string, string>>]>([
    [
      'a name in capital letters',
      service('  ports:\n    - port: 80\n').replace('name: web', 'name: Web # shop'),
      {
        'review Rename to web': service('  ports:\n    - port: 80\n').replace(
          'name: web',
          'name: web # shop',
        ),
      },
    ],
    [
      'a label that the template lacks',
      daemons('        tier: front\n'),
      { 'safe Add label app to the template': daemons('        tier: front\n        app: web\n') },
    ],
    [
      'a label with another value',
      daemons('        app: wbe\n'),
      {
        'review Set label app of the template': daemons('        app: web\n'),
        'review Select the labels of the template': daemons('        app: wbe\n').replace(
          'app: web',
          'app: wbe',
        ),
      },
    ],
    [
      'a volume with a bad name, and what mounts it',
      pod(
        '  containers:\n    - name: web\n      image: web:1\n      volumeMounts:\n        - name: My_Data\n          mountPath: /data\n  volumes:\n    - name: My_Data\n      emptyDir: {}\n',
      ),
      {
        'review Rename to my-data': pod(
          '  containers:\n    - name: web\n      image: web:1\n      volumeMounts:\n        - name: my-data\n          mountPath: /data\n  volumes:\n    - name: my-data\n      emptyDir: {}\n',
        ),
      },
    ],
    [
      'the key of a label',
      service('  ports:\n    - port: 80\n').replace('name: web', 'name: web\n  labels:\n    -app: web'),
      {
        'review Rename to app': service('  ports:\n    - port: 80\n').replace(
          'name: web',
          'name: web\n  labels:\n    app: web',
        ),
      },
    ],
    [
      'a session affinity that differs only in case',
      service('  sessionAffinity: clientIP\n  ports:\n    - port: 80\n'),
      { 'safe Set to ClientIP': service('  sessionAffinity: ClientIP\n  ports:\n    - port: 80\n') },
    ],
  ])('%s', (_, text, fixes) => {
    const refused = findingsIn(text).filter(({ severity }) => severity === 'refused')
    const all = refused.flatMap((finding) => fixesOf(text, finding).fixes)
    expect(Object.fromEntries(all)).toEqual(fixes)
  })
})
