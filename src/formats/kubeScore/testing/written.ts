import type { Settings } from '../../../engine/model/settings'
import { plainOptions, type Reporting, type WriteOptions } from '../../reporting'
import { formatById } from '../../reportFormats'
import { reportingOf } from '../../testing/reportingOf'

/** What is written of some files: their texts by their names. */
export type Files = Readonly<Record<string, string>>

export const reportOn = (files: Files, settings: Partial<Settings> = {}): Promise<Reporting> =>
  reportingOf(
    Object.entries(files).map(([name, text]) => ({ name, text })),
    settings,
  )

/** An output of kube-score, as where it is piped: `json`. Rejects for one that does not exist. */
export async function written(
  output: string,
  reporting: Reporting,
  options: Partial<WriteOptions> = {},
): Promise<string> {
  const format = formatById(`kube-score-${output}`)
  if (!format) throw new Error(`There is no output ${output}.`)
  return format.write(reporting, { ...plainOptions, ...options })
}
