import '../theme.css'
import '../base.css'
import './embed.css'
import { useEffect, useState } from 'react'
import type { Row } from '../../engine/report/rows'
import {
  selectCounts,
  selectIsOneObject,
  selectLine,
  selectObjects,
  selectPhase,
  selectRows,
  selectSummary,
  type Phase,
} from '../../store/selectors'
import { useApp } from '../../store/store'
import { severities } from '../../engine/model/finding'
import { SeverityMark } from '../SeverityMark'
import { rowSubject } from '../../formats/rowText'
import { EmbedText } from './EmbedText'

/** Above this, the rest is only counted: the whole report is one click away. */
const mostRows = 200

/** A manifest and its findings, to read, for a frame in somebody else's page. */
export const EmbedView = () => {
  const text = useApp((state) => state.text)
  const linkProblem = useApp((state) => state.linkProblem)
  const rows = useApp(selectRows)
  const [shown, setShown] = useState<Row>()
  const address = usePlaygroundAddress()
  if (linkProblem !== undefined || text === '')
    return (
      <div className="embed">
        <EmbedHeader address={address} />
        <p className="embed-problem" role="alert">
          {linkProblem ?? 'This address contains no manifest.'}
        </p>
      </div>
    )
  return (
    <div className="embed">
      <EmbedHeader address={address} />
      <main className="embed-panes">
        <EmbedText text={text} shown={shown?.findings[0]?.range} />
        <section className="embed-findings" aria-label="Findings">
          <ul>
            {rows.slice(0, mostRows).map((row) => (
              <EmbedRow
                key={row.key}
                row={row}
                isShown={shown?.key === row.key}
                onShow={() => setShown(row)}
              />
            ))}
          </ul>
          {rows.length > mostRows && (
            <p className="muted">And {(rows.length - mostRows).toLocaleString('en')} more to fix.</p>
          )}
        </section>
      </main>
    </div>
  )
}

type RowProps = { readonly row: Row; readonly isShown: boolean; readonly onShow: () => void }

const EmbedRow = ({ row, isShown, onShow }: RowProps) => {
  const { title, severity, items, findings } = row
  const subject = useApp((state) => rowSubject(row, selectObjects(state), selectIsOneObject(state)))
  const line = useApp((state) => findings[0] && selectLine(state, findings[0].range))
  return (
    <li>
      <button type="button" aria-pressed={isShown} onClick={onShow}>
        <SeverityMark mark={severity} />
        <span>
          {title} {subject && `${subject} `}
          <span className="muted">{items.length > 1 ? `from line ${line}` : `line ${line}`}</span>
        </span>
      </button>
    </li>
  )
}

/** Undefined: there is no report. */
const nothingFound = (phase: Phase | undefined): string => {
  if (phase === 'final') return 'No problems found.'
  return phase === 'unchecked' ? 'No problems found so far.' : 'Checking the manifest…'
}

const EmbedHeader = ({ address }: { readonly address: string }) => {
  const report = useApp((state) => state.report)
  const counts = useApp(selectCounts)
  const summary = useApp(selectSummary)
  const phase = useApp(selectPhase)
  return (
    <header className="embed-header">
      <h1>{summary || 'Kubernetes manifest'}</h1>
      {report?.score && (
        <p className="embed-score">
          <span className="read-aloud">Score </span>
          <b>{report.score.value}</b> <span className="muted">{report.score.letter}</span>
          {phase !== 'final' && <span className="muted"> provisional</span>}
        </p>
      )}
      <p className="embed-counts muted" role="status">
        {counts.all === 0 && nothingFound(report && phase)}
        {severities
          .filter((severity) => counts[severity] > 0)
          .map((severity) => `${counts[severity].toLocaleString('en')} ${severity}`)
          .join(', ')}
      </p>
      <a className="link" href={address} target="_blank" rel="noopener">
        Open in playground
      </a>
    </header>
  )
}

const readAddress = (): string => `${location.origin}${location.pathname}${location.hash}`

/** The address of the same session in the whole playground. */
const usePlaygroundAddress = (): string => {
  const [address, setAddress] = useState(readAddress)
  useEffect(() => {
    const follow = (): void => setAddress(readAddress)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return address
}
