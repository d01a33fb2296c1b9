import type { Score, ScoreStep } from '../engine/model/report'
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
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" colSpan={3}>
              Start
            </th>
            <td>100.0</td>
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
              <td>{score.cap.value}</td>
            </tr>
          )}
          <tr>
            <th scope="row" colSpan={3}>
              Score, rounded down: {score.letter}
            </th>
            <td>
              <b>{score.value}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const Step = ({ step }: { readonly step: ScoreStep }) => (
  <tr>
    <th scope="row">
      <SeverityMark mark={step.severity} /> <RuleLink rule={step.rule} />
    </th>
    <td>
      {step.affected} of {step.total}
    </td>
    <td>−{rounded(step.loss * 100)}%</td>
    <td>{step.after.toFixed(1)}</td>
  </tr>
)
