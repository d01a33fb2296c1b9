import { pathText } from '../engine/model/path'
import type { Row } from '../engine/report/rows'
import { copyText } from '../store/copyText'
import { goTo, shareFinding } from '../store/actions'
import { ruleTitle } from '../store/ruleTitle'
import { selectObjects, selectSafety } from '../store/selectors'
import { store, useApp } from '../store/store'
import { firstSentence } from './firstSentence'
import { IgnoreRow } from './IgnoreRow'
import { LineLink } from './LineLink'
import { LoadFailure } from './LoadFailure'
import { MarkdownText } from './Markdown'
import { RowFixes } from './RowFixes'
import { rowParts } from './rowParts'
import { RowPlaces } from './RowPlaces'
import { pastedRow } from '../formats/pastedRow'
import { useRuleDocs } from './useRuleDocs'
import './details.css'

/** Everything about a row: why it matters, its parts and places, what fixes it, and what else can be done about it. */
export const RowDetails = ({ row }: { readonly row: Row }) => {
  const { value: docs, hasFailed, retry } = useRuleDocs(row.rule)
  const isCheck = useApp((state) => state.report?.rules[row.rule]?.isCheck)
  const isFixable = useApp((state) => row.findings.some((one) => selectSafety(state, one) !== undefined))
  const [item] = row.items
  const lead = docs?.[1]
  const advice = worstAdvice(row)
  const how = docs && !isFixable ? firstSentence(docs, 'How to fix it') : undefined
  const [first] = row.findings
  return (
    <div className="row-details">
      {advice !== '' ? (
        <p>{advice}</p>
      ) : (
        isCheck &&
        lead?.type === 'paragraph' && (
          <p>
            <MarkdownText text={lead.text} />
          </p>
        )
      )}
      {item && item.findings.length > 1 && (
        <dl className="row-parts">
          {rowParts(item.findings).map(({ name, what }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      )}
      {row.findings.length === 1 && first?.missing && (
        <p className="muted">
          Missing: <span className="mono">{pathText(first.path)}</span>
        </p>
      )}
      <Related row={row} />
      {row.items.length > 1 && <RowPlaces row={row} />}
      <RowFixes row={row} />
      {how !== undefined && (
        <p>
          <MarkdownText text={how} />
        </p>
      )}
      {hasFailed && <LoadFailure part="The page of this rule" onRetry={retry} />}
      <div className="row-more">
        <a className="link" href={`#/checks/${row.rule}`}>
          Learn: {ruleTitle(row.rule)}
        </a>
        {isCheck && <IgnoreRow row={row} />}
        {first && (
          <button type="button" onClick={() => shareFinding(first.id)}>
            Share…
          </button>
        )}
        <button
          type="button"
          onClick={() => void copyText(pastedRow(row, selectObjects(store.getState())), 'Finding copied.')}
        >
          Copy
        </button>
      </div>
    </div>
  )
}

/** What follows from the worst of its findings, in at most two sentences of theirs. */
const worstAdvice = ({ findings, severity }: Row): string => {
  const worst = findings.filter((finding) => finding.severity === severity)
  return [...new Set(worst.flatMap(({ advice }) => advice ?? []))].slice(0, 2).join(' ')
}

/** Nobody reads more of them. */
const relatedLimit = 10

const Related = ({ row }: { readonly row: Row }) => {
  const related = row.findings.flatMap((finding) => finding.related).slice(0, relatedLimit)
  return (
    related.length > 0 && (
      <ul className="row-related" aria-label="Related">
        {related.map(({ message, range }, index) => (
          <li key={index}>
            {message} <LineLink range={range} onGo={goTo} />
          </li>
        ))}
      </ul>
    )
  )
}
