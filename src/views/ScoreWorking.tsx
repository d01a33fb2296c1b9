import type { Score, ScoreStep } from '../engine/model/report'
import { checkTitle } from '../store/checkTitles'
import { SeverityMark } from './SeverityMark'
import { rounded } from './words'

const capReasons: Readonly<Record<NonNullable<Score['cap']>['reason'], string>> = {
  refused: 'A cluster would refuse part of this, so the score ends at',
  unreadable: 'Part of the text cannot be read, so the score ends at',
}

/** The way from 100 down to the score: every check takes a share of what is left. */
export const ScoreWorking = ({ score }: { readonly score: Score }) => {
  const taking = score.steps.filter(({ loss }) => loss > 0)
  return (
    <section className="working" id="score-working" aria-label="How the score comes about">
      <table>
        <thead>
          <tr>
            <th scope="col">Every check takes a share of what is left</th>
            <th scope="col">Affected</th>
            <th scope="col">Takes</th>
            <th scope="col">Left</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" colSpan={3}>
              Start
            </th>
            <td>100.0</td>
          </tr>
          {taking.map((step) => (
            <Step key={step.check} step={step} />
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
              Score, rounded down: letter {score.letter}
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
      <SeverityMark mark={step.severity} /> {checkTitle(step.check)}
    </th>
    <td>
      {step.affected} of {step.judged}
    </td>
    <td>−{rounded(step.loss * 100)} %</td>
    <td>{step.after.toFixed(1)}</td>
  </tr>
)
