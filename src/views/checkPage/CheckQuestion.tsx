import { useId, useState } from 'react'
import type { CheckPage } from '../../pages/checkPage'
import { ask } from '../../store/ask'

type Props = { readonly check: string; readonly question: CheckPage['question'] }

type Answer = 'waiting' | 'failed' | readonly (boolean | undefined)[]

/** First a guess, then the answer of the engine: nothing here knows which manifest passes. */
export const CheckQuestion = ({ check, question: { ask: asked, choices, explanation } }: Props) => {
  const [guess, setGuess] = useState<ReadonlySet<number>>(new Set())
  const [answer, setAnswer] = useState<Answer>()
  const title = useId()
  const answers = typeof answer === 'object' ? answer : undefined

  const askEngine = async (): Promise<void> => {
    setAnswer('waiting')
    const reply = await ask({ about: 'passes', check, texts: choices.map(({ yaml }) => yaml) })
    setAnswer(reply ?? 'failed')
  }
  const toggle = (index: number): void => {
    setAnswer(undefined)
    setGuess((before) => (before.has(index) ? without(before, index) : new Set([...before, index])))
  }
  const right = answers?.every((passes, index) => passes === guess.has(index))

  return (
    <section className="check-question" aria-labelledby={title}>
      <h3 id={title}>A question</h3>
      <p>{asked}</p>
      <ul>
        {choices.map(({ label, yaml }, index) => (
          <li key={label}>
            <label className="check">
              <input type="checkbox" checked={guess.has(index)} onChange={() => toggle(index)} />
              <span>{label}</span>
              {answers && <b className="muted">{answers[index] ? 'passes' : 'does not pass'}</b>}
            </label>
            <details>
              <summary>Manifest</summary>
              <pre>{yaml}</pre>
            </details>
          </li>
        ))}
      </ul>
      <button className="push-button" type="button" disabled={answer === 'waiting'} onClick={askEngine}>
        Check my answer
      </button>
      <div role="status">
        {answers && (
          <p>
            <b>{right ? 'Right.' : 'Not quite.'}</b> {explanation}
          </p>
        )}
        {answer === 'failed' && <p>The checks did not answer. Try again.</p>}
      </div>
    </section>
  )
}

const without = (set: ReadonlySet<number>, index: number): ReadonlySet<number> =>
  new Set([...set].filter((other) => other !== index))
