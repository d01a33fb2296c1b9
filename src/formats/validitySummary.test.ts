import { expect, test } from 'vitest'
import type { DocumentReport, ObjectReport, ObjectValidity, Report } from '../engine/model/report'
import { summaryLine, validitySummary } from './validitySummary'

const range = { from: 0, to: 1 }

const document = (status: DocumentReport['status'], source?: string): DocumentReport => ({
  status,
  range,
  ...(source !== undefined && { source }),
})

const object = (status: ObjectValidity['status']): ObjectReport => ({
  id: '',
  apiVersion: 'v1',
  kind: 'Pod',
  namespace: '',
  name: 'a',
  document: 0,
  path: [],
  range,
  nameRange: range,
  validity: { status },
  isSupportedKind: true,
  grade: 'passed',
  verdicts: [],
})

const reportOf = (documents: readonly DocumentReport[], ...statuses: ObjectValidity['status'][]): Report => ({
  documents,
  objects: statuses.map(object),
  rules: {},
  findings: [],
})

test.each<[what: string, report: Report, line: string]>([
  ['an empty manifest', reportOf([]), '0 resources in 1 file: 0 valid, 0 invalid, 0 errors, 0 skipped'],
  [
    'one of each',
    reportOf([document('read')], 'valid', 'invalid', 'error', 'skipped'),
    '4 resources in 1 file: 1 valid, 1 invalid, 1 error, 1 skipped',
  ],
  [
    'a broken document is an error, and an empty one is not a resource',
    reportOf([document('read'), document('broken'), document('empty')], 'valid'),
    '2 resources in 1 file: 1 valid, 0 invalid, 1 error, 0 skipped, 1 empty',
  ],
  [
    'files are counted by their comments',
    reportOf([document('read', 'a.yaml'), document('read', 'b.yaml'), document('read')], 'valid', 'valid'),
    '2 resources in 2 files: 2 valid, 0 invalid, 0 errors, 0 skipped',
  ],
  [
    'documents before the first comment are a file of their own',
    reportOf([document('empty'), document('read'), document('read', 'b.yaml')], 'valid'),
    '1 resource in 2 files: 1 valid, 0 invalid, 0 errors, 0 skipped, 1 empty',
  ],
])('%s', (_, report, line) => expect(summaryLine(validitySummary(report))).toBe(line))
