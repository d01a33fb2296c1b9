import type { ReactNode } from 'react'
import type { Severity } from '../../engine/model/finding'
import type { RuleSummary } from '../../engine/model/report'
import type { CheckPage } from '../../pages/checkPage'
import { SeverityMark } from '../SeverityMark'
import { sourceWords } from '../../pages/sourceWords'

type Props = {
  readonly summary: RuleSummary
  readonly page: CheckPage | undefined
  readonly yours: ReactNode
}

const severityFact = (severity: Severity) => (
  <span key={severity}>
    <SeverityMark mark={severity} word="shown" />
  </span>
)

/** The strip below the title: what one wants to know at a glance. */
export const CheckFacts = ({ summary, page, yours }: Props) => {
  const { severities, source, isCheck, isOptional } = summary
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    ['Severity', severities.map(severityFact)],
    isCheck
      ? ['When it runs', isOptional ? 'Only if you switch it on' : 'By default']
      : ['Who finds it', sourceWords[source]],
    ['Who enforces it', page?.enforcedBy.join(', ')],
    ['Since', page?.since && `Kubernetes ${page.since}`],
    ['If you say nothing', page?.byDefault],
    ['Pod Security', page?.podSecurity],
    ['In your manifest', yours],
  ]
  return (
    <dl className="check-facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
