import '../theme.css'
import '../base.css'
import './embed.css'
import { useEffect, useState } from 'react'
import type { Finding } from '../../engine/model/finding'
import { selectActive, selectCounts, selectPhase, selectSummary, type Phase } from '../../store/selectors'
import { useApp } from '../../store/store'
import { severities } from '../../engine/model/finding'
import { useLine } from '../LineLink'
import { SeverityMark } from '../SeverityMark'
import { counted } from '../words'
import { EmbedText } from './EmbedText'

/** Above this, the rest is only counted: the whole report is one click away. */
const mostFindings = 200

/** A manifest and its findings, to read, for a frame in somebody else's page. */
export const EmbedView = () => {
  const text = useApp((state) => state.text)
  const linkProblem = useApp((state) => state.linkProblem)
  const findings = useApp(selectActive)
  const [shown, setShown] = useState<Finding>()
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
        <EmbedText text={text} shown={shown?.range} />
        <section className="embed-findings" aria-label="Findings">
          <ul>
            {findings.slice(0, mostFindings).map((finding) => (
              <EmbedFinding
                key={finding.id}
                finding={finding}
                isShown={shown?.id === finding.id}
                onShow={() => setShown(finding)}
              />
            ))}
          </ul>
          {findings.length > mostFindings && (
            <p className="muted">And {counted(findings.length - mostFindings, 'more finding')}.</p>
          )}
        </section>
      </main>
    </div>
  )
}

type FindingProps = { readonly finding: Finding; readonly isShown: boolean; readonly onShow: () => void }

const EmbedFinding = ({ finding, isShown, onShow }: FindingProps) => {
  const line = useLine(finding.range)
  return (
    <li>
      <button type="button" aria-pressed={isShown} onClick={onShow}>
        <SeverityMark mark={finding.severity} />
        <span>
          {finding.message} <span className="muted">line {line}</span>
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
