import { memo, useId, useMemo, type CSSProperties, type ReactNode } from 'react'
import type { ObjectReport } from '../engine/model/report'
import type { Row } from '../engine/report/rows'
import { goTo, openFixes, toggleRow } from '../store/actions'
import type { Group } from '../store/groups'
import { selectHasFix, selectHeldDocument, selectPhase } from '../store/selectors'
import { useApp } from '../store/store'
import { Chevron } from './Chevron'
import { GuardedRow } from './FindingRow'
import { IgnoredFindings } from './IgnoredFindings'
import { LineLink } from './LineLink'
import { PassedChecks } from './PassedChecks'
import { RelatedObjects } from './RelatedObjects'
import { markWords, SeverityMark } from './SeverityMark'
import { topics } from './topics'
import { useLeaving } from './useLeaving'
import { admissionWord } from './validityWords'
import { toFixText } from './words'
import { Versions } from './Versions'

type Props = {
  readonly group: Group
  readonly isOpen: boolean
  /** How many of its rows to show. */
  readonly count: number
}

export const GroupRow = memo(({ group, isOpen, count }: Props) => {
  const id = useId()
  const { key, rows, ignored } = group
  const shown = useMemo(() => rows.slice(0, count), [rows, count])
  const isHeld = useApp((state) => {
    const held = selectHeldDocument(state)
    return held !== undefined && documentOf(group) === held
  })
  return (
    <li className="group" data-held={isHeld} style={{ '--rows': isOpen ? count : 0 } as CSSProperties}>
      {group.by !== 'rule' && (
        <div className="group-head">
          <h3>
            <button
              className="group-toggle"
              type="button"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => toggleRow(key)}
            >
              <GroupName group={group} />
            </button>
          </h3>
          <GroupNote group={group} />
          <GroupLine group={group} />
          <FixGroup group={group} />
          <Chevron />
        </div>
      )}
      {isOpen && (
        <div id={id} className="group-body">
          <Rows rows={shown} isUnderObject={group.by === 'object'} />
          {ignored.length > 0 && <IgnoredFindings group={group} />}
          {group.by === 'object' && <RelatedObjects object={group.object} />}
          {group.by === 'object' && <Versions object={group.object} />}
          {group.by === 'object' && group.object.verdicts.length > 0 && (
            <PassedChecks object={group.object} />
          )}
        </div>
      )}
    </li>
  )
})

/** The document that a group is about, where it is about one. */
const documentOf = (group: Group): number | undefined => {
  if (group.by === 'object') return group.object.document
  return group.by === 'document' ? group.index : undefined
}

type RowsProps = { readonly rows: readonly Row[]; readonly isUnderObject: boolean }

const Rows = ({ rows, isUnderObject }: RowsProps) => {
  const listed = useLeaving(rows)
  return (
    listed.length > 0 && (
      <ul>
        {listed.map(({ row, isLeaving }) => (
          <GuardedRow key={row.key} row={row} isUnderObject={isUnderObject} isLeaving={isLeaving} />
        ))}
      </ul>
    )
  )
}

const GroupName = ({ group }: { readonly group: Group }) => {
  switch (group.by) {
    case 'object':
      return (
        <>
          <span className="kind">{group.object.kind}</span> <b>{group.object.name || 'no name'}</b>
          {group.object.namespace !== '' && <span className="muted"> in {group.object.namespace}</span>}
        </>
      )
    case 'document':
      return (
        <>
          <b>Document {group.index + 1}</b>
          {group.document.status === 'broken' && <span className="muted"> cannot be read</span>}
        </>
      )
    case 'severity':
      return <b>{markWords[group.severity]}</b>
    case 'topic':
      return <b>{topics.find(([topic]) => topic === group.topic)?.[1]}</b>
    case 'rule':
      return undefined
  }
}

/** How much there is to fix; or that nothing is, and how sure that is. Nothing has passed before all rules have run. */
const GroupNote = ({ group }: { readonly group: Group }): ReactNode => {
  const isFinal = useApp(selectPhase) === 'final'
  const { rows } = group
  if (group.by === 'object' && !group.object.isSupportedKind) return <Unchecked object={group.object} />
  if (rows.length > 0)
    return (
      <span className="group-note">
        {toFixText(rows.length)}
        {group.by === 'object' && group.object.grade === 'refused' && (
          <span className="tag refused">refused</span>
        )}
      </span>
    )
  // Whatever the filter hides.
  if (group.by === 'object' && group.object.grade === 'passed' && isFinal)
    return (
      <span className="group-note">
        <SeverityMark mark="passed" />
      </span>
    )
  return <span className="group-note" />
}

/** For kinds that no check supports: whether the object is valid is all there is to say. */
const Unchecked = ({ object }: { readonly object: ObjectReport }) => (
  <span className="group-note">
    {object.grade === 'refused' && <SeverityMark mark="refused" word="none" />}
    {admissionWord(object)}. No check supports this kind.
  </span>
)

const GroupLine = ({ group }: { readonly group: Group }) => {
  if (group.by === 'object') return <LineLink range={group.object.nameRange} onGo={goTo} />
  if (group.by !== 'document') return undefined
  // The link goes to its first line instead of selecting all of it.
  const { from } = group.document.range
  return <LineLink range={{ from, to: from }} onGo={goTo} />
}

/** The button for all fixes of an object. */
const FixGroup = ({ group }: { readonly group: Group }) => {
  const hasFix = useApp((state) => group.rows.some(({ findings }) => selectHasFix(state, findings)))
  if (!hasFix || group.by !== 'object' || group.rows.length < 2) return undefined
  const { id, kind, name } = group.object
  return (
    <button
      className="link action"
      type="button"
      aria-label={`Fix all of ${kind} ${name}…`}
      onClick={() => openFixes({ object: id })}
    >
      Fix all
    </button>
  )
}
