import type { Report } from '../engine/model/report'
import { summaryLine, validitySummary } from '../formats/validitySummary'

/** What kubeconform says in its last line. */
export const SchemaSummary = ({ report }: { readonly report: Report }) => (
  <p className="report-message muted">
    Schemas alone, as kubeconform counts: {summaryLine(validitySummary(report))}
  </p>
)
