import { expect, test } from 'vitest'
import { checklist } from '../../checks'
import { syntax } from '../../rules/syntax'
import type { Finding, Verdict } from '../model/finding'
import { defaultSettings, type Settings } from '../model/settings'
import { createEngine } from './engine'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "web:1"}]}
`
const service = `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{port: 80}]
`
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Ingress, Egress]
`
const broken = (text: string): string => text.replace('{name: web}', '{name: "web}')
const template = (text: string): string => `{{- if .Values.enabled }}\n${text}{{- end }}\n`

const engine = createEngine({ sources: [syntax, checklist] })

const id = 'pod-networkpolicy'

function answer(
  documents: readonly string[],
  check = id,
  settings: Partial<Settings> = {},
): { readonly found: readonly Finding[]; readonly verdict: Verdict | undefined; readonly total: number } {
  const report = engine.evaluate(documents.join('---\n'), { ...defaultSettings, ...settings })
  const verdict = report.objects.flatMap(({ verdicts }) => verdicts).find((one) => one.check === check)
  const found = report.findings.filter(({ rule }) => rule === check)
  const total = report.score?.steps.find(({ rule }) => rule === check)?.total ?? 0
  return { found, verdict, total }
}

const reason = (documents: string): string =>
  `${documents} cannot be read, and what this check looks for may be in ${documents.startsWith('Documents') ? 'them' : 'it'}.`

test('while a document cannot be read, nothing is said about what may be in it', () => {
  const { found, verdict, total } = answer([deployment, broken(service), broken(policy)])
  expect(found).toEqual([])
  expect(verdict).toMatchObject({ grade: 0, skipped: reason('Documents 2 and 3'), cannotTell: true })
  expect(verdict?.findings).toEqual([])
  expect(total).toBe(0)
  // The same engine, with the policy readable again, and with another one that selects nothing here.
  expect(answer([deployment, service, policy])).toMatchObject({ found: [], verdict: { grade: 10 } })
  expect(answer([deployment, service, policy]).verdict?.skipped).toBeUndefined()
  const other = policy.replaceAll('web', 'api')
  expect(answer([deployment, service, other]).found).toMatchObject([{ mayBeElsewhere: true }])
  expect(answer([deployment, service, other]).verdict?.skipped).toBeUndefined()
  expect(answer([deployment, broken(service), policy]).verdict?.skipped).toBeUndefined()
})

test('a template that is not rendered cannot be read', () => {
  const { found, verdict } = answer([deployment, service, template(policy)])
  expect(found).toEqual([])
  expect(verdict?.skipped).toBe(reason('Document 3'))
})

test('of many documents that cannot be read, the first are named', () => {
  const many = Array.from({ length: 8 }, () => broken(policy))
  expect(answer([deployment, ...many]).verdict?.skipped).toBe(reason('Documents 2, 3, 4, 5, 6 and 3 more'))
})

test('what is wrong with an object that is there is said all the same', () => {
  const ingressOnly = policy.replace('Ingress, Egress', 'Ingress')
  expect(answer([deployment, broken(service), ingressOnly])).toMatchObject({
    found: [{ severity: 'warning' }],
    verdict: { grade: 5 },
  })
  const ingress = (...names: readonly string[]): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - http:
        paths:
${names.map((name) => `          - {path: /${name}, pathType: Prefix, backend: {service: {name: ${name}, port: {name: http}}}}\n`).join('')}`
  const targets = 'ingress-targets-service'
  const texts = [ingress('web', 'api'), service, broken(policy)]
  const { found, verdict } = answer(texts, targets)
  expect(found.map(({ about }) => about?.name)).toEqual(['/web'])
  expect(verdict).toMatchObject({ grade: 1, findings: [found[0]?.id] })
  expect(verdict?.cannotTell).toBeUndefined()
  expect(answer([ingress('api'), service, broken(policy)], targets).verdict?.cannotTell).toBe(true)
})

test('an ignored check says why it is ignored, not that it cannot tell', () => {
  const { verdict, found } = answer([deployment, broken(policy)], id, { ignoredChecks: [id] })
  expect(found).toEqual([])
  expect(verdict?.skipped).toBe('The settings ignore this check.')
  expect(verdict?.cannotTell).toBeUndefined()
})

test('with more deployed elsewhere, what may be there is listed and does not count', () => {
  const elsewhere = { moreIsElsewhere: true }
  const { found, verdict, total } = answer([deployment], id, elsewhere)
  const ignored = 'The settings say that more is deployed elsewhere.'
  expect(found).toMatchObject([{ ignored }])
  expect(verdict).toMatchObject({ skipped: ignored, findings: [found[0]?.id] })
  expect(total).toBe(0)
  expect(answer([deployment]).total).toBe(1)
  expect(answer([deployment], id, { ...elsewhere, ignoredChecks: [id] }).verdict?.skipped).toBe(
    'The settings ignore this check.',
  )
  const report = engine.evaluate(service, { ...defaultSettings, ...elsewhere })
  expect(report.objects[0]?.grade).toBe('passed')
})

test('a budget in another namespace is in this text', () => {
  const budget = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: other}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
`
  const check = 'deployment-has-poddisruptionbudget'
  expect(answer([deployment], check).found[0]?.mayBeElsewhere).toBe(true)
  expect(answer([deployment, budget], check).found).toMatchObject([{ severity: 'critical' }])
  expect(answer([deployment, budget], check).found[0]?.mayBeElsewhere).toBeUndefined()
})
