import type { Score, ScoreStep } from '../engine/model/report'
import { goTo, openFixes } from '../store/actions'
import { ruleTitle } from '../store/ruleTitle'
import { selectActive, selectHasFix } from '../store/selectors'
import { useApp } from '../store/store'
import { RuleLink } from './RuleLink'
import { SeverityMark } from './SeverityMark'
import { rounded } from './words'
import './scoreSteps.css'

const capReasons: Readonly<Record<NonNullable<Score['cap']>['reason'], string>> = {
  refused: 'The API server would refuse part of this, which limits the score to',
  unreadable: 'Part of the text cannot be read, which limits the score to',
}

/** How the score is calculated, from 100 down: each failed check removes a share of what remains. */
export const ScoreSteps = ({ score }: { readonly score: Score }) => {
  const steps = score.steps.filter(({ loss }) => loss > 0)
  return (
    <section className="score-steps" id="score-steps" aria-label="How this score is calculated">
      <table>
        <thead>
          <tr>
            <th scope="col">Each failed check removes a share of the remaining score</th>
            <th scope="col">Affected</th>
            <th scope="col">Removes</th>
            <th scope="col">Remaining</th>
            <th scope="col">
              <span className="read-aloud">Fix</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" colSpan={3}>
              Start
            </th>
            <td colSpan={2}>100.0</td>
          </tr>
          {steps.map((step) => (
            <Step key={step.rule} step={step} />
          ))}
        </tbody>
        <tfoot>
          {score.cap && (
            <tr>
              <th scope="row" colSpan={3}>
                {capReasons[score.cap.reason]}
              </th>
              <td colSpan={2}>{score.cap.value}</td>
            </tr>
          )}
          <tr>
            <th scope="row" colSpan={3}>
              Score, rounded down: {score.letter}
            </th>
            <td colSpan={2}>
              <b>{score.value}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** The check leads to its page, how many it affects to the first of them, and the button to its fixes. */
const Step = ({ step: { rule, severity, affected, total, loss, after } }: { readonly step: ScoreStep }) => {
  const findings = useApp(selectActive).filter((finding) => finding.rule === rule)
  const hasFix = useApp((state) => selectHasFix(state, findings))
  const [first] = findings
  return (
    <tr>
      <th scope="row">
        <SeverityMark mark={severity} /> <RuleLink rule={rule} />
      </th>
      <td>
        {first ? (
          <button
            className="link"
            type="button"
            title={first.message}
            onClick={() => goTo(first.range, first.id)}
          >
            {affected} of {total}
          </button>
        ) : (
          `${affected} of ${total}`
        )}
      </td>
      <td>−{rounded(loss * 100)}%</td>
      <td>{after.toFixed(1)}</td>
      <td>
        {hasFix && (
          <button
            className="link"
            type="button"
            aria-label={`Fix: ${ruleTitle(rule)}`}
            onClick={() => openFixes({ rule })}
          >
            Fix
          </button>
        )}
      </td>
    </tr>
  )
}
