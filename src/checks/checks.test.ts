import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { type Check } from '../engine/findings/check'
import { checklistOf } from '../engine/findings/source'
import { createEngine } from '../engine/report/engine'
import type { Report } from '../engine/model/report'
import { defaultSettings } from '../engine/model/settings'
import { checks } from './index'
import { pathText } from '../engine/model/path'
import type { Severity, Finding } from '../engine/model/finding'

const bad = texts(import.meta.glob<string>('./*/bad.yaml', { query: '?raw', import: 'default', eager: true }))
const good = texts(
  import.meta.glob<string>('./*/good.yaml', { query: '?raw', import: 'default', eager: true }),
)
const docs = texts(import.meta.glob<string>('./*/docs.md', { query: '?raw', import: 'default', eager: true }))

/** What a check finds in its `bad.yaml`: where, how bad, and the very text under the finding's range. */
type Row = readonly [id: string, severity: Severity, path: string, place: 'present' | 'missing', text: string]

const pod = 'spec.template.spec'
const container = `${pod}.containers[0]`
const resources = `${container}.resources`
const podLabels = 'spec.template.metadata.labels'

const rows: readonly Row[] = [
  ['deployment-strategy', 'warning', 'spec.strategy.type', 'present', 'Recreate'],
  ['deployment-replicas', 'warning', 'spec.replicas', 'present', '1'],
  [
    'ingress-targets-service',
    'critical',
    'spec.rules[0].http.paths[0].backend.service.name',
    'present',
    'webapi',
  ],
  ['cronjob-has-deadline', 'critical', 'spec.startingDeadlineSeconds', 'missing', 'spec'],
  [
    'cronjob-restartpolicy',
    'critical',
    'spec.jobTemplate.spec.template.spec.restartPolicy',
    'missing',
    'spec',
  ],
  ['container-resources', 'critical', `${resources}.limits.memory`, 'missing', 'limits'],
  [
    'container-resource-requests-equal-limits',
    'critical',
    `${resources}.requests.memory`,
    'present',
    '128Mi',
  ],
  ['container-cpu-requests-equal-limits', 'critical', `${resources}.requests.cpu`, 'present', '250m'],
  ['container-memory-requests-equal-limits', 'critical', `${resources}.requests.memory`, 'present', '256Mi'],
  ['container-image-tag', 'critical', `${container}.image`, 'present', 'registry.example.com/web:latest'],
  ['container-image-pull-policy', 'critical', `${container}.imagePullPolicy`, 'missing', 'web'],
  [
    'container-ephemeral-storage-request-and-limit',
    'critical',
    `${resources}.limits.ephemeral-storage`,
    'missing',
    'limits',
  ],
  [
    'container-ephemeral-storage-request-equals-limit',
    'critical',
    `${resources}.requests.ephemeral-storage`,
    'present',
    '1Gi',
  ],
  ['container-ports-check', 'critical', `${container}.ports[1].name`, 'present', 'http'],
  ['environment-variable-key-duplication', 'critical', `${container}.env[2].name`, 'present', 'DB_HOST'],
  ['statefulset-has-poddisruptionbudget', 'critical', podLabels, 'present', 'labels'],
  ['deployment-has-poddisruptionbudget', 'critical', podLabels, 'present', 'labels'],
  ['poddisruptionbudget-has-policy', 'critical', 'spec.maxUnavailable', 'missing', 'spec'],
  ['pod-networkpolicy', 'critical', 'metadata.labels', 'present', 'labels'],
  ['networkpolicy-targets-pod', 'critical', 'spec.podSelector', 'present', 'podSelector'],
  ['pod-probes', 'critical', `${container}.readinessProbe`, 'missing', 'web'],
  ['pod-probes-identical', 'critical', `${container}.livenessProbe`, 'present', 'livenessProbe'],
  ['container-security-context-user-group-id', 'critical', `${container}.securityContext`, 'missing', 'web'],
  [
    'container-security-context-privileged',
    'critical',
    `${container}.securityContext.privileged`,
    'present',
    'true',
  ],
  [
    'container-security-context-readonlyrootfilesystem',
    'critical',
    `${container}.securityContext.readOnlyRootFilesystem`,
    'missing',
    'securityContext',
  ],
  ['container-seccomp-profile', 'warning', `${container}.securityContext.seccompProfile`, 'missing', 'web'],
  ['service-targets-pod', 'critical', 'spec.selector', 'present', 'selector'],
  ['service-type', 'warning', 'spec.type', 'present', 'NodePort'],
  ['stable-version', 'warning', 'apiVersion', 'present', 'batch/v1beta1'],
  ['deployment-has-host-podantiaffinity', 'warning', `${pod}.affinity`, 'missing', 'spec'],
  ['statefulset-has-host-podantiaffinity', 'warning', `${pod}.affinity`, 'missing', 'spec'],
  [
    'deployment-targeted-by-hpa-does-not-have-replicas-configured',
    'critical',
    'spec.replicas',
    'present',
    '3',
  ],
  ['statefulset-has-servicename', 'critical', 'spec.serviceName', 'present', 'db'],
  [
    'deployment-pod-selector-labels-match-template-metadata-labels',
    'critical',
    `${podLabels}.tier`,
    'missing',
    'labels',
  ],
  [
    'statefulset-pod-selector-labels-match-template-metadata-labels',
    'critical',
    `${podLabels}.shard`,
    'missing',
    'labels',
  ],
  ['label-values', 'critical', 'metadata.labels.branch', 'present', 'feature/checkout'],
  ['horizontalpodautoscaler-has-target', 'critical', 'spec.scaleTargetRef', 'present', 'scaleTargetRef'],
  ['horizontalpodautoscaler-replicas', 'warning', 'spec.minReplicas', 'present', '1'],
  [
    'pod-topology-spread-constraints',
    'critical',
    `${pod}.topologySpreadConstraints[0].labelSelector`,
    'missing',
    'maxSkew',
  ],
]

describe('the list of checks', () => {
  const ids = checks.map(({ id }) => id)

  it('names each check once', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each([
    ['docs.md', docs],
    ['bad.yaml', bad],
    ['good.yaml', good],
  ])('has a folder with a %s for each check, and no other folder', (_, files) => {
    expect([...files.keys()].sort()).toEqual([...ids].sort())
  })

  it('has a row in this table for each check', () => {
    expect(rows.map(([id]) => id).sort()).toEqual([...ids].sort())
  })

  it.each(checks)('gives $id a title and a topic', ({ title, topic }) => {
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(['reliable', 'secure', 'efficient', 'connected', 'valid']).toContain(topic)
  })
})

describe.each(rows)('%s', (id, severity, path, place, marked) => {
  it('finds one problem in bad.yaml, at the place to change', () => {
    const text = read(bad, id)
    const found = reportOn(text, id).findings
    expect(found.map((finding) => described(finding, text))).toEqual([
      { rule: id, severity, path, missing: place === 'missing', text: marked },
    ])
  })

  it('passes good.yaml', () => {
    const report = reportOn(read(good, id), id)
    expect(report.findings).toEqual([])
    const verdict = report.objects
      .find((object) => sameObject(object) === checkedObject(id))
      ?.verdicts.find(({ check }) => check === id)
    expect(verdict).toMatchObject({ check: id, grade: 10, findings: [] })
    expect(verdict).not.toHaveProperty('skipped')
  })

  it('has short examples that differ', () => {
    expect(read(bad, id)).not.toBe(read(good, id))
    for (const text of [read(bad, id), read(good, id)]) {
      expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
      expect(text).toMatch(/[^\n]\n$/)
      expect(text).not.toContain('\r')
    }
  })

  it('says how to fix it in YAML', () => {
    const [, block = ''] = /```yaml\n([^]*?)```/.exec(section(read(docs, id), 'How to fix it')) ?? []
    expect(block.trim()).not.toBe('')
    expect(parseAllDocuments(block).flatMap(({ errors }) => errors)).toEqual([])
  })

  it('says how to ignore it', () => {
    expect(section(read(docs, id), 'When not to')).toContain(`kube-score/ignore: ${id}`)
  })
})

function texts(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).map(([path, text]) => [path.split('/')[1] ?? '', text]))
}

function read(files: ReadonlyMap<string, string>, id: string): string {
  const text = files.get(id)
  if (text === undefined) throw new Error(`${id} has no such file`)
  return text
}

function checkOf(id: string): Check {
  const check = checks.find((candidate) => candidate.id === id)
  if (!check) throw new Error(`no check ${id}`)
  return check
}

/** The report of one check alone, switched on if it is optional. */
const reportOn = (text: string, id: string): Report =>
  createEngine({ sources: [checklistOf('checks', 'Checks', [checkOf(id)])] }).evaluate(text, {
    ...defaultSettings,
    enabledChecks: [id],
  })

const described = ({ rule, severity, path, missing, range }: Finding, text: string) => ({
  rule,
  severity,
  path: pathText(path),
  missing,
  text: text.slice(range.from, range.to),
})

/** Kind and name: what stays the same even where the example moves to another version of the API. */
const sameObject = ({ kind, name }: { readonly kind: string; readonly name: string }) => `${kind} ${name}`

/** The object that the finding in bad.yaml is about. */
function checkedObject(id: string): string {
  const { findings, objects } = reportOn(read(bad, id), id)
  const object = objects.find((candidate) => candidate.id === findings[0]?.object)
  if (!object) throw new Error(`bad.yaml of ${id} has no finding about an object`)
  return sameObject(object)
}

/** The body of a section, trimmed. */
function section(text: string, name: string): string {
  const part = text.split(/^## /m).find((candidate) => candidate.startsWith(`${name}\n`))
  return (part ?? '').slice(name.length).trim()
}
