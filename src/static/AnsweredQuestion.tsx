import type { CheckPage } from '../pages/checkPage'

type Props = {
  readonly question: CheckPage['question']
  /** For each choice, whether the check passes. */
  readonly answers: readonly boolean[]
}

/** The question of a check for a page without scripts: the answers are folded, so that one can guess first. */
export const AnsweredQuestion = ({ question: { ask, choices, explanation }, answers }: Props) => (
  <section className="check-question" aria-labelledby="question">
    <h3 id="question">A question</h3>
    <p>{ask}</p>
    <ul>
      {choices.map(({ label, yaml }) => (
        <li key={label}>
          <details>
            <summary>{label}</summary>
            <pre>{yaml}</pre>
          </details>
        </li>
      ))}
    </ul>
    <details className="answers">
      <summary>The answer</summary>
      <ul>
        {choices.map(({ label }, index) => (
          <li key={label}>
            {label}: <b>{answers[index] ? 'passes' : 'does not pass'}</b>
          </li>
        ))}
      </ul>
      <p>{explanation}</p>
    </details>
  </section>
)
