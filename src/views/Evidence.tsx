import { goTo } from '../store/actions'
import type { Finding, Verdict } from '../engine/model/finding'
import { LineLink } from './LineLink'
import { RuleLink } from './RuleLink'
import { SeverityMark } from './SeverityMark'

type Props = { readonly passed: readonly Verdict[]; readonly skipped: readonly Verdict[] }

/** The checks that found nothing in an object, each with the reason. */
export const Evidence = ({ passed, skipped }: Props) => (
  <ul className="evidence">
    {passed.map((verdict) => (
      <Passed key={verdict.check} verdict={verdict} />
    ))}
    {skipped.map((verdict) => (
      <li key={verdict.check}>
        <SeverityMark mark="skipped" />
        <span>
          <RuleLink rule={verdict.check} />{' '}
          <span className="muted">
            {verdict.cannotTell && 'Cannot tell. '}
            {verdict.skipped}
          </span>
        </span>
      </li>
    ))}
  </ul>
)

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

/** Findings that do not count, each with the reason. */
export const IgnoredList = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul className="evidence">
    {findings.map((finding) => (
      <li key={finding.id}>
        <SeverityMark mark={finding.severity} />
        <span>
          {finding.message} <LineLink range={finding.range} onGo={goTo} />
          <span className="note muted">{finding.ignored}</span>
        </span>
      </li>
    ))}
  </ul>
)
