import type { Severity } from '../model/finding'
import type { Report } from '../model/report'

/** Whether something in a report stops a deployment: a finding that counts, or a document that cannot be read. */
export const stops = ({ findings, documents }: Report, exitOnWarning = false): boolean =>
  findings.some(({ severity, ignored }) => ignored === undefined && isGrave(severity, exitOnWarning)) ||
  documents.some(
    ({ status }, index) =>
      status === 'broken' && !findings.some(({ document, ignored }) => document === index && ignored),
  )

const isGrave = (severity: Severity, exitOnWarning: boolean): boolean =>
  severity === 'refused' || severity === 'critical' || (exitOnWarning && severity === 'warning')
