import { memo, useId } from 'react'
import type { Range } from '../engine/model/range'
import type { ObjectReport } from '../engine/model/report'
import { goTo, toggleRow } from '../store/actions'
import { checkTitle } from '../store/checkTitles'
import type { Group } from '../store/groups'
import { isMendable } from '../store/selectors'
import { Accepted } from './Accepted'
import { Chevron } from './Chevron'
import { FixAllButton } from './FixAllButton'
import { FindingRow } from './FindingRow'
import { LineLink } from './LineLink'
import { markWords, SeverityMark, type Mark } from './SeverityMark'
import { Verdicts } from './Verdicts'
import { validityWords, Versions } from './Versions'

type Props = {
  readonly group: Group
  readonly isOpen: boolean
  /** How many of its findings to draw. */
  readonly count: number
}

export const GroupRow = memo(({ group, isOpen, count }: Props) => {
  const id = useId()
  return (
    <li className="group">
      <div className="group-head">
        <h3>
          <button
            className="group-toggle"
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => toggleRow(group.key)}
          >
            <Chevron />
            <GroupName group={group} />
          </button>
        </h3>
        {group.by === 'object' && !group.object.isSupportedKind && <Unjudged object={group.object} />}
        <FixGroup group={group} />
        {group.by === 'object' && <LineLink range={group.object.nameRange} onGo={goTo} />}
        {group.by === 'document' && <LineLink range={startOf(group.document.range)} onGo={goTo} />}
        <GroupMark group={group} />
      </div>
      {isOpen && (
        <div id={id} className="group-body">
          {count > 0 && (
            <ul>
              {group.findings.slice(0, count).map((finding) => (
                <FindingRow key={finding.id} finding={finding} isUnderObject={group.by === 'object'} />
              ))}
            </ul>
          )}
          {group.accepted.length > 0 && <Accepted group={group} />}
          {group.by === 'object' && <Versions object={group.object} />}
          {group.by === 'object' && group.object.verdicts.length > 0 && <Verdicts object={group.object} />}
        </div>
      )}
    </li>
  )
})

/** The fixes of all that stands under the heading of an object or a check. */
const FixGroup = ({ group }: { readonly group: Group }) => {
  if (!group.findings.some(isMendable)) return undefined
  if (group.by === 'object')
    return (
      <FixAllButton scope={{ object: group.object.id }} of={`${group.object.kind} ${group.object.name}`} />
    )
  return group.by === 'check' ? (
    <FixAllButton scope={{ check: group.check }} of={checkTitle(group.check)} />
  ) : undefined
}

/** Of a kind that no check knows there is nothing to tell but whether it is valid. */
const Unjudged = ({ object }: { readonly object: ObjectReport }) => (
  <span className="group-quiet muted">
    {validityWords[object.validity.status]}. No check looks at this kind.
  </span>
)

/** To go to a document is to go to its first line, not to select all of it. */
const startOf = ({ from }: Range): Range => ({ from, to: from })

const GroupName = ({ group }: { readonly group: Group }) => {
  switch (group.by) {
    case 'object':
      return (
        <span className="group-name">
          <span className="mono muted">{group.object.kind}</span>{' '}
          <b>{group.object.name || 'without a name'}</b>
          {group.object.namespace !== '' && <span className="muted"> in {group.object.namespace}</span>}
        </span>
      )
    case 'document':
      return (
        <span className="group-name">
          <b>Document {group.index + 1}</b>
          {group.document.status === 'broken' && <span className="muted"> cannot be read</span>}
        </span>
      )
    case 'check':
      return (
        <span className="group-name">
          <b>{checkTitle(group.check)}</b> <span className="mono muted">{group.check}</span>
        </span>
      )
    case 'severity':
      return (
        <span className="group-name">
          <b>{markWords[group.severity]}</b>
        </span>
      )
  }
}

/** The grade at the right end: of the object itself, whatever the filter lets through. */
const GroupMark = ({ group }: { readonly group: Group }) => {
  const mark: Mark | undefined = group.by === 'object' ? group.object.grade : group.findings[0]?.severity
  if (mark === undefined || mark === 'unjudged') return undefined
  return (
    <span className="group-mark">
      {group.findings.length > 0 && (
        <span className="muted">{group.findings.length.toLocaleString('en')}</span>
      )}
      <SeverityMark mark={mark} />
    </span>
  )
}
