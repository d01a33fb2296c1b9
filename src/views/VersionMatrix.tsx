import { useMemo } from 'react'
import type { ObjectReport, ObjectValidity } from '../engine/model/report'
import type { VersionMatrix } from '../engine/report/versionMatrix'
import { selectPhase, selectShownText } from '../store/selectors'
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
  error: 'unchecked',
  skipped: 'skipped',
}

/** What every version says about an object. */
export const VersionMatrixTable = ({ object }: { readonly object: ObjectReport }) => {
  const { id, validity } = object
  const text = useApp(selectShownText)
  const isFinal = useApp(selectPhase) === 'final'
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'versions', text, object: id, settings }) as const,
    [text, id, settings],
  )
  const { reply: matrix, isCurrent, retry } = useAnswer(question)
  const chosen = settings.kubernetesVersion
  // Whether a cluster accepts a custom resource, its CRD decides.
  const isDecided = isFinal && (validity.schema ?? 'kubernetes') === 'kubernetes'
  if (isCurrent && !matrix) return <LoadFailure part="The schemas of the other versions" onRetry={retry} />
  return (
    <>
      <table className="versions" aria-label="Accepted or refused in each Kubernetes version">
        <tbody>
          {runsOf(matrix?.versions ?? []).map(({ versions, status, reason }) => (
            <tr key={versions[0]} data-chosen={versions.includes(chosen)}>
              <th scope="row">{rangeText(versions)}</th>
              <td>
                <SeverityMark mark={marks[status]} word="none" />
                <span>
                  {status === 'valid' && isDecided ? 'Accepted' : validityWords[status]}
                  {reason !== '' && <span className="muted"> {reason}</span>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {matrix && isDecided && (
        <p className="muted">
          Before 1.34, the rules of the API server are those of 1.36 where no difference is known.
        </p>
      )}
      {matrix && matrix.needs.length > 0 && (
        <p className="muted">Not in this text, but needed in the cluster: {matrix.needs.join(', ')}.</p>
      )}
    </>
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
