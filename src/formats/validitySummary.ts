import type { ObjectValidity, Report } from '../engine/model/report'
import { counted, numberText } from './words'

/** The counts in kubeconform's summary. A document that cannot be read counts as a resource with an error. */
type ValiditySummary = {
  readonly resources: number
  readonly files: number
  readonly valid: number
  readonly invalid: number
  readonly errors: number
  readonly skipped: number
  /** Documents with nothing but comments, which are not resources. */
  readonly empty: number
}

/** The counts of a report. Source: kubeconform's text output. */
export function validitySummary({ documents, objects }: Report): ValiditySummary {
  const broken = documents.filter(({ status }) => status === 'broken').length
  const count = (status: ObjectValidity['status']): number =>
    objects.filter((object) => object.validity.status === status).length
  return {
    resources: objects.length + broken,
    files: countFiles(documents),
    valid: count('valid'),
    invalid: count('invalid'),
    errors: count('error') + broken,
    skipped: count('skipped'),
    empty: documents.filter(({ status }) => status === 'empty').length,
  }
}

/** The number of files: a comment `# Source: NAME` names the file of a document and of those after it. */
function countFiles(documents: Report['documents']): number {
  const sources = new Set(documents.flatMap(({ source }) => source ?? []))
  const [first] = documents.filter(({ status }) => status !== 'empty')
  return Math.max(1, sources.size + (first && first.source === undefined ? 1 : 0))
}

/** `2 resources in 1 file: 2 valid, 0 invalid, 0 errors, 0 skipped` */
export function summaryLine(summary: ValiditySummary): string {
  const { resources, files, valid, invalid, errors, skipped, empty } = summary
  const parts = [
    `${numberText(valid)} valid`,
    `${numberText(invalid)} invalid`,
    counted(errors, 'error'),
    `${numberText(skipped)} skipped`,
    ...(empty > 0 ? [`${numberText(empty)} empty`] : []),
  ]
  return `${counted(resources, 'resource')} in ${counted(files, 'file')}: ${parts.join(', ')}`
}
