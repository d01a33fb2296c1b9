import type { ReactNode } from 'react'
import type { Finding } from '../engine/model/finding'
import { pathText } from '../engine/model/path'
import { goTo } from '../store/actions'
import { ruleTitle } from '../store/ruleTitle'
import { FindingFixes } from './FindingFixes'
import { firstSentence } from './firstSentence'
import { useApp } from '../store/store'
import { LineLink } from './LineLink'
import { LoadFailure } from './LoadFailure'
import { MarkdownText } from './Markdown'
import { markWords } from './SeverityMark'
import { useRuleDocs } from './useRuleDocs'

/** Everything about one finding: its fixes, where it is, why it matters, and the page of its rule on demand. */
export const FindingDetails = ({ finding }: { readonly finding: Finding }) => {
  const { value: docs, hasFailed, retry } = useRuleDocs(finding.rule)
  const lead = docs?.[1]
  const isCheck = useApp((state) => state.report?.rules[finding.rule]?.isCheck)
  const how = docs && firstSentence(docs, 'How to fix it')
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
        {isCheck && lead?.type === 'paragraph' && (
          <Entry term="What">
            <MarkdownText text={lead.text} />
          </Entry>
        )}
        {how !== undefined && (
          <Entry term="Fix">
            <MarkdownText text={how} />
          </Entry>
        )}
        <Entry term="Rule">
          {ruleTitle(finding.rule)} <span className="mono muted">{finding.rule}</span>
          <span className="muted"> · {markWords[finding.severity].toLowerCase()}</span>
        </Entry>
      </dl>
      {hasFailed && <LoadFailure part="The page of this rule" onRetry={retry} />}
      <a className="link" href={`#/checks/${finding.rule}`}>
        All about this {isCheck ? 'check' : 'rule'}
      </a>
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
