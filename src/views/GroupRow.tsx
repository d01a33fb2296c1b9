import { memo, useId } from 'react'
import type { Range } from '../engine/model/range'
import type { ObjectReport } from '../engine/model/report'
import { goTo, toggleRow } from '../store/actions'
import { ruleTitle } from '../store/ruleTitle'
import type { Group } from '../store/groups'
import { selectHasFix, selectPhase } from '../store/selectors'
import { useApp } from '../store/store'
import { Chevron } from './Chevron'
import { FixAllButton } from './FixAllButton'
import { GuardedRow } from './FindingRow'
import { IgnoredFindings } from './IgnoredFindings'
import { LineLink } from './LineLink'
import { PassedChecks } from './PassedChecks'
import { markWords, SeverityMark, type Mark } from './SeverityMark'
import { admissionWord } from './validityWords'
import { Versions } from './Versions'

type Props = {
  readonly group: Group
  readonly isOpen: boolean
  /** How many of its findings to show. */
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
        {group.by === 'object' && !group.object.isSupportedKind && <Unchecked object={group.object} />}
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
                <GuardedRow key={finding.id} finding={finding} isUnderObject={group.by === 'object'} />
              ))}
            </ul>
          )}
          {group.ignored.length > 0 && <IgnoredFindings group={group} />}
          {group.by === 'object' && <Versions object={group.object} />}
          {group.by === 'object' && group.object.verdicts.length > 0 && (
            <PassedChecks object={group.object} />
          )}
        </div>
      )}
    </li>
  )
})

/** The button for all fixes of an object or a rule. */
const FixGroup = ({ group }: { readonly group: Group }) => {
  const hasFix = useApp((state) => selectHasFix(state, group.findings))
  if (!hasFix) return undefined
  if (group.by === 'object')
    return (
      <FixAllButton scope={{ object: group.object.id }} of={`${group.object.kind} ${group.object.name}`} />
    )
  return group.by === 'rule' ? (
    <FixAllButton scope={{ rule: group.rule }} of={ruleTitle(group.rule)} />
  ) : undefined
}

/** For kinds that no check supports: whether the object is valid is all there is to say. */
const Unchecked = ({ object }: { readonly object: ObjectReport }) => (
  <span className="group-quiet muted">{admissionWord(object)}. No check supports this kind.</span>
)

/** The link of a document goes to its first line instead of selecting all of it. */
const startOf = ({ from }: Range): Range => ({ from, to: from })

const GroupName = ({ group }: { readonly group: Group }) => {
  switch (group.by) {
    case 'object':
      return (
        <span className="group-name">
          <span className="mono muted">{group.object.kind}</span> <b>{group.object.name || 'no name'}</b>
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
    case 'rule':
      return (
        <span className="group-name">
          <b>{ruleTitle(group.rule)}</b> <span className="mono muted">{group.rule}</span>
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

/**
 * The grade at the right: that of the object itself, whatever the filter hides. Nothing has passed before all rules have run.
 */
const GroupMark = ({ group }: { readonly group: Group }) => {
  const isFinal = useApp(selectPhase) === 'final'
  const mark: Mark | undefined = group.by === 'object' ? group.object.grade : group.findings[0]?.severity
  if (mark === undefined || mark === 'unchecked' || (mark === 'passed' && !isFinal)) return undefined
  const isRefused = group.by === 'object' && mark === 'refused'
  return (
    <span className="group-mark">
      {group.findings.length > 0 && (
        <span className="muted">{group.findings.length.toLocaleString('en')}</span>
      )}
      <SeverityMark mark={mark} word={isRefused ? 'shown' : 'read'} />
    </span>
  )
}
