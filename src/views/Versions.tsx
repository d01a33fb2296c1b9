import { useMemo } from 'react'
import type { VersionMatrix } from '../engine/report/versionMatrix'
import type { ObjectReport, ObjectValidity } from '../engine/model/report'
import { toggleRow } from '../store/actions'
import { useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { Chevron } from './Chevron'
import { SeverityMark, type Mark } from './SeverityMark'

type Status = ObjectValidity['status']

const marks: Readonly<Record<Status, Mark>> = {
  valid: 'passed',
  invalid: 'refused',
  error: 'refused',
  skipped: 'skipped',
}

/** The word for each status, the same everywhere on the page. */
export const validityWords: Readonly<Record<Status, string>> = {
  valid: 'Valid',
  invalid: 'Invalid',
  error: 'Error',
  skipped: 'Not validated',
}

/** One quiet line: whether an object is valid in the chosen version. It opens to all other versions. */
export const Versions = ({ object }: { readonly object: ObjectReport }) => {
  const row = `versions ${object.id}`
  const isOpen = useApp((state) => state.toggled.has(row))
  const version = useApp((state) => state.settings.kubernetesVersion)
  const { status, skipped } = object.validity
  return (
    <div className="quiet">
      <button type="button" aria-expanded={isOpen} onClick={() => toggleRow(row)}>
        <Chevron /> {validityWords[status]} in Kubernetes {version}
        {skipped !== undefined && <span className="quiet-reason">{skipped}</span>}
      </button>
      {isOpen && <Matrix object={object.id} />}
    </div>
  )
}

const Matrix = ({ object }: { readonly object: string }) => {
  const text = useApp((state) => state.reportText)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'versions', text, object, settings }) as const,
    [text, object, settings],
  )
  const { reply: matrix } = useAnswer(question)
  const chosen = settings.kubernetesVersion
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
