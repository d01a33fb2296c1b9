import type { Verdict } from '../engine/model/finding'
import type { ObjectReport } from '../engine/model/report'
import { goTo, toggleRow } from '../store/actions'
import { RuleLink } from './RuleLink'
import { useApp } from '../store/store'
import { Chevron } from './Chevron'
import { LineLink } from './LineLink'
import { SeverityMark } from './SeverityMark'

/** The checks that an object passes, and those that do not apply to it: one quiet line, open to the evidence. */
export const PassedChecks = ({ object }: { readonly object: ObjectReport }) => {
  const row = `verdicts ${object.id}`
  const isToggled = useApp((state) => state.toggled.has(row))
  const showPassed = useApp((state) => state.showPassed)
  const isOpen = isToggled !== showPassed

  const quiet = object.verdicts.filter(({ findings }) => findings.length === 0)
  const passed = quiet.filter(({ skipped }) => skipped === undefined)
  const skipped = quiet.filter((verdict) => verdict.skipped !== undefined)
  if (quiet.length === 0) return undefined
  return (
    <div className="quiet">
      <button type="button" aria-expanded={isOpen} onClick={() => toggleRow(row)}>
        <Chevron /> {passed.length} passed, {skipped.length} not applicable
      </button>
      {isOpen && (
        <ul className="evidence">
          {passed.map((verdict) => (
            <Passed key={verdict.check} verdict={verdict} />
          ))}
          {skipped.map((verdict) => (
            <li key={verdict.check}>
              <SeverityMark mark="skipped" />
              <span>
                <RuleLink rule={verdict.check} /> <span className="muted">{verdict.skipped}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Passed = ({ verdict }: { readonly verdict: Verdict }) => (
  <li>
    <SeverityMark mark="passed" />
    <span>
      <RuleLink rule={verdict.check} />
      {verdict.notes.map(({ message, range }, index) => (
        <span className="note muted" key={index}>
          {message} <LineLink range={range} onGo={goTo} />
        </span>
      ))}
    </span>
  </li>
)
