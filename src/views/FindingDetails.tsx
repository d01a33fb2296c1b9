import { useState, type ReactNode } from 'react'
import { goTo } from '../store/actions'
import { checkTitle } from '../store/checkTitles'
import { Chevron } from './Chevron'
import { FindingFixes } from './FindingFixes'
import { firstSentence } from './firstSentence'
import { LineLink } from './LineLink'
import { Markdown, MarkdownText } from './Markdown'
import { markWords } from './SeverityMark'
import { useCheckDocs } from './useCheckDocs'
import { pathText } from '../engine/model/path'
import type { Finding } from '../engine/model/finding'

/** Everything about one finding: what to do, where, why, and the whole page of its check on demand. */
export const FindingDetails = ({ finding }: { readonly finding: Finding }) => {
  const docs = useCheckDocs(finding.check)
  const [isWhole, setWhole] = useState(false)
  const why = docs && firstSentence(docs, 'Why it matters')
  const how = docs && firstSentence(docs, 'How to mend it')
  return (
    <div className="finding-details">
      {finding.advice !== undefined && <p>{finding.advice}</p>}
      <FindingFixes finding={finding} />
      <dl>
        {finding.missing && (
          <Entry term="Missing">
            <span className="mono">{pathText(finding.path)}</span>
          </Entry>
        )}
        {finding.related.length > 0 && (
          <Entry term="Related">
            {finding.related.map(({ message, range }, index) => (
              <span className="related" key={index}>
                {message} <LineLink range={range} onGo={goTo} />
              </span>
            ))}
          </Entry>
        )}
        {why !== undefined && (
          <Entry term="Why">
            <MarkdownText text={why} />
          </Entry>
        )}
        {how !== undefined && (
          <Entry term="Mend it">
            <MarkdownText text={how} />
          </Entry>
        )}
        <Entry term="Check">
          {checkTitle(finding.check)} <span className="mono muted">{finding.check}</span>
          <span className="muted"> · {markWords[finding.severity].toLowerCase()}</span>
        </Entry>
      </dl>
      {docs && (
        <button className="link" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          All about this check <Chevron />
        </button>
      )}
      {docs && isWhole && <Markdown blocks={docs} />}
    </div>
  )
}

type EntryProps = { readonly term: string; readonly children: ReactNode }

const Entry = ({ term, children }: EntryProps) => (
  <div className="entry">
    <dt className="muted">{term}</dt>
    <dd>{children}</dd>
  </div>
)
