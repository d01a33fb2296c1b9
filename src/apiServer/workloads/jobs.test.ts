import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../engine/model/json'
import { cronJob, job, refusedFields, template, warnedFields } from './examples'

type Row = readonly [spec: JsonObject, fields: readonly string[]]

const indexed = { completionMode: 'Indexed', completions: 5 }
const never = { template: template({ restartPolicy: 'Never' }) }
const codes = (onExitCodes: JsonObject): JsonObject => ({
  podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes }] },
})
const success = (...rules: readonly Json[]): JsonObject => ({ ...indexed, successPolicy: { rules } })
const rule = 'spec.podFailurePolicy.rules[0]'
const succeeded = 'spec.successPolicy.rules[0]'

const rows: readonly Row[] = [
  [{}, []],
  [{ backoffLimit: -1, ttlSecondsAfterFinished: 0 }, ['spec.backoffLimit']],
  [{ selector: { matchLabels: { a: 'b' } } }, ['spec.selector', 'spec.template.metadata.labels']],
  [{ managedBy: '' }, ['spec.managedBy']],
  [{ managedBy: `a.b/${'c'.repeat(60)}` }, ['spec.managedBy']],
  [{ managedBy: `a.b/${'c'.repeat(59)}` }, []],
  [
    {
      podFailurePolicy: {
        rules: Array.from({ length: 21 }, () => ({
          action: 'Count',
          onExitCodes: { operator: 'In', values: [1] },
        })),
      },
    },
    ['spec.podFailurePolicy.rules'],
  ],
  [{ podFailurePolicy: { rules: [{ onExitCodes: { operator: 'In', values: [1] } }] } }, [`${rule}.action`]],
  [success(...Array.from({ length: 21 }, () => ({ succeededCount: 1 }))), ['spec.successPolicy.rules']],
  [success({ succeededCount: -1 }), [`${succeeded}.succeededCount`]],
  [success({ succeededCount: 0 }), []],
  [
    {
      ...indexed,
      completions: 100_001,
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 10_001,
      parallelism: 10_001,
    },
    ['spec.parallelism', 'spec.maxFailedIndexes'],
  ],
  [{ manualSelector: true }, ['spec.selector', 'spec.template.metadata.labels']],
  [{ manualSelector: true, selector: { matchLabels: { app: 'web' } } }, []],
  [
    { template: template({ restartPolicy: 'Never' }, { 'job-name': 'other' }) },
    ['spec.template.metadata.labels[job-name]'],
  ],
  [{ template: template({ restartPolicy: 'Never' }, { 'job-name': 'web' }) }, []],
  [{ completionMode: 'indexed' }, ['spec.completionMode']],
  [indexed, []],
  [{ completionMode: 'Indexed', parallelism: 2 }, ['spec.completions']],
  [{ ...indexed, parallelism: 100_000 }, []],
  [{ ...indexed, parallelism: 100_001 }, ['spec.parallelism']],
  [{ backoffLimitPerIndex: 1 }, ['spec.backoffLimitPerIndex']],
  [{ ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 5 }, []],
  [{ ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 6 }, ['spec.maxFailedIndexes']],
  [{ ...indexed, maxFailedIndexes: 1 }, ['spec.backoffLimitPerIndex']],
  [{ ...indexed, completions: 100_001, backoffLimitPerIndex: 1 }, ['spec.maxFailedIndexes']],
  [{ managedBy: 'example.com/queue' }, []],
  [{ managedBy: 'queue' }, ['spec.managedBy']],
  [{ managedBy: `example.com/${'q'.repeat(60)}` }, ['spec.managedBy']],
  [{ podReplacementPolicy: 'failed' }, ['spec.podReplacementPolicy']],
  [
    { ...codes({ operator: 'In', values: [1] }), podReplacementPolicy: 'TerminatingOrFailed' },
    ['spec.podReplacementPolicy'],
  ],
  [codes({ operator: 'In', values: [1, 2] }), []],
  [codes({ operator: 'NotIn', values: [0] }), []],
  [codes({ operator: 'In', values: [0] }), [`${rule}.onExitCodes.values[0]`]],
  [codes({ operator: 'In', values: [2, 1] }), [`${rule}.onExitCodes.values`]],
  [codes({ operator: 'In', values: [1, 1] }), [`${rule}.onExitCodes.values[1]`]],
  [codes({ operator: 'in', values: [1] }), [`${rule}.onExitCodes.operator`]],
  [codes({ operator: 'In', values: [] }), [`${rule}.onExitCodes.values`]],
  [codes({ operator: 'In', values: [1], containerName: 'web' }), []],
  [codes({ operator: 'In', values: [1], containerName: 'api' }), [`${rule}.onExitCodes.containerName`]],
  [{ podFailurePolicy: { rules: [{ action: 'Ignore' }] } }, [rule]],
  [{ podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'Ready' }] }] } }, []],
  [
    { podFailurePolicy: { rules: [{ action: 'FailIndex', onPodConditions: [{ type: 'Ready' }] }] } },
    [`${rule}.action`],
  ],
  [
    { podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: '', status: 'true' }] }] } },
    [`${rule}.onPodConditions[0].type`, `${rule}.onPodConditions[0].status`],
  ],
  [
    {
      ...codes({ operator: 'In', values: [1] }),
      template: template({ restartPolicy: 'OnFailure' }),
    },
    ['spec.template.spec.restartPolicy'],
  ],
  [{ successPolicy: { rules: [{ succeededCount: 1 }] } }, ['spec.successPolicy']],
  [success(), ['spec.successPolicy.rules']],
  [success({}), [succeeded]],
  [success({ succeededIndexes: '0,2-4', succeededCount: 4 }), []],
  [success({ succeededIndexes: '0,2-4', succeededCount: 5 }), [`${succeeded}.succeededCount`]],
  [success({ succeededIndexes: '0-5' }), [`${succeeded}.succeededIndexes`]],
  [success({ succeededIndexes: '3,1' }), [`${succeeded}.succeededIndexes`]],
  [success({ succeededIndexes: 'all' }), [`${succeeded}.succeededIndexes`]],
  [success({ succeededCount: 6 }), [`${succeeded}.succeededCount`]],
]
test.each(rows)('the server refuses a Job with %j at %j', (spec, fields) =>
  expect(refusedFields(job(spec))).toEqual(fields),
)

test('the names of Jobs go into labels and host names', () => {
  const long = 'x'.repeat(64)
  // Without labels of its own, a Job has those of its template; whether they are looked at belongs to metadata.
  expect(refusedFields(job({}, long)).filter((field) => field !== 'metadata.labels')).toEqual([
    'spec.template.labels',
  ])
  expect(refusedFields(job({}, 'x'.repeat(63)))).toEqual([])
  expect(refusedFields(job(indexed, 'a.b'))).toEqual(['metadata.name'])
  expect(refusedFields(job({}, 'a.b'))).toEqual([])
})

test('the server warns of very large Indexed Jobs', () => {
  const large = { ...indexed, completions: 100_001 }
  expect(warnedFields(job({ ...large, parallelism: 10_001 }))).toEqual(['spec'])
  expect(warnedFields(job({ ...large, parallelism: 10_000 }))).toEqual([])
})

test.each<readonly [spec: JsonObject, ofJobs: JsonObject, fields: readonly string[]]>([
  [{}, {}, []],
  [{ schedule: '' }, {}, ['spec.schedule']],
  [{ schedule: 'TZ=UTC 0 0 * * *' }, {}, ['spec.schedule']],
  [{ timeZone: 'PST' }, {}, ['spec.timeZone']],
  [{ timeZone: null }, {}, []],
  [{ concurrencyPolicy: 'allow' }, {}, ['spec.concurrencyPolicy']],
  [{ startingDeadlineSeconds: -1 }, {}, ['spec.startingDeadlineSeconds']],
  [{ failedJobsHistoryLimit: -1 }, {}, ['spec.failedJobsHistoryLimit']],
  [{}, { backoffLimit: -1 }, ['spec.jobTemplate.spec.backoffLimit']],
  [{}, { completionMode: 'Indexed' }, ['spec.jobTemplate.spec.completions']],
  [{}, { selector: { matchLabels: { app: 'web' } } }, ['spec.jobTemplate.spec.selector']],
  [{}, { ...never, manualSelector: true }, ['spec.jobTemplate.spec.manualSelector']],
])('the server refuses a CronJob with %j and Jobs with %j at %j', (spec, ofJobs, fields) =>
  expect(refusedFields(cronJob(spec, ofJobs))).toEqual(fields),
)

test('a CronJob leaves room for what its Jobs are called', () => {
  expect(refusedFields(cronJob({}, {}, 'x'.repeat(53)))).toEqual(['metadata.name'])
  expect(refusedFields(cronJob({}, {}, 'x'.repeat(52)))).toEqual([])
})
