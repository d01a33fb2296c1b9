import { goTo, toggleRow } from '../store/actions'
import type { Group } from '../store/groups'
import { useApp } from '../store/store'
import { Chevron } from './Chevron'
import { LineLink } from './LineLink'
import { SeverityMark } from './SeverityMark'

/** Findings that an annotation or a setting ignores: listed, never counted. */
export const IgnoredFindings = ({ group }: { readonly group: Group }) => {
  const row = `ignored ${group.key}`
  const isOpen = useApp((state) => state.toggled.has(row))
  return (
    <div className="quiet">
      <button type="button" aria-expanded={isOpen} onClick={() => toggleRow(row)}>
        <Chevron /> {group.ignored.length} ignored
      </button>
      {isOpen && (
        <ul className="evidence">
          {group.ignored.map((finding) => (
            <li key={finding.id}>
              <SeverityMark mark={finding.severity} />
              <span>
                {finding.message} <LineLink range={finding.range} onGo={goTo} />
                <span className="note muted">{finding.ignored}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
