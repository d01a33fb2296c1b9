import { useMemo } from 'react'
import type { ObjectValidity } from '../engine/model/report'
import type { VersionMatrix } from '../engine/report/versionMatrix'
import { useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { LoadFailure } from './LoadFailure'
import { SeverityMark, type Mark } from './SeverityMark'
import { validityWords } from './validityWords'
import './versions.css'

type Status = ObjectValidity['status']

const marks: Readonly<Record<Status, Mark>> = {
  valid: 'passed',
  invalid: 'refused',
  error: 'refused',
  skipped: 'skipped',
}

/** What every version says about an object. */
export const VersionMatrixTable = ({ object }: { readonly object: string }) => {
  const text = useApp((state) => state.reportText)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'versions', text, object, settings }) as const,
    [text, object, settings],
  )
  const { reply: matrix, isCurrent, retry } = useAnswer(question)
  const chosen = settings.kubernetesVersion
  if (isCurrent && !matrix) return <LoadFailure part="The schemas of the other versions" onRetry={retry} />
  return (
    <table className="versions" aria-label="Validity in each Kubernetes version">
      <tbody>
        {runsOf(matrix?.versions ?? []).map(({ versions, status, reason }) => (
          <tr key={versions[0]} data-chosen={versions.includes(chosen)}>
            <th scope="row">{rangeText(versions)}</th>
            <td>
              <SeverityMark mark={marks[status]} word="none" />
              <span>
                {validityWords[status]}
                {reason !== '' && <span className="muted"> {reason}</span>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Run = { readonly versions: readonly string[]; readonly status: Status; readonly reason: string }

/** Neighbouring versions with the same answer in one row, the newest first. */
const runsOf = (versions: VersionMatrix['versions']): readonly Run[] =>
  versions.toReversed().reduce<readonly Run[]>((runs, { version, status, reasons }) => {
    // The row begins with the version.
    const reason = reasonText(reasons).replaceAll(`Kubernetes ${version} `, 'Kubernetes ')
    const last = runs.at(-1)
    if (last?.status !== status || last.reason !== reason)
      return [...runs, { versions: [version], status, reason }]
    return [...runs.slice(0, -1), { ...last, versions: [...last.versions, version] }]
  }, [])

/** `1.25 – 1.28`, oldest first. */
const rangeText = (versions: readonly string[]): string =>
  versions.length === 1 ? (versions[0] ?? '') : `${versions.at(-1)} – ${versions[0]}`

/** The first reason, and how many more there are. */
const reasonText = ([first = '', ...more]: readonly string[]): string =>
  more.length === 0 ? first : `${first} And ${more.length} more.`
