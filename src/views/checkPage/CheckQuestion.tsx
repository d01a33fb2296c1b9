import { useId, useState } from 'react'
import type { CheckPage } from '../../pages/checkPage'
import { ask } from '../../store/ask'

type Props = { readonly check: string; readonly question: CheckPage['question'] }

type Judged = 'waiting' | 'failed' | readonly (boolean | undefined)[]

/** First a guess, then the answer of the engine: nothing here knows which manifest passes. */
export const CheckQuestion = ({ check, question: { ask: asked, choices, explanation } }: Props) => {
  const [guess, setGuess] = useState<ReadonlySet<number>>(new Set())
  const [judged, setJudged] = useState<Judged>()
  const title = useId()
  const answers = typeof judged === 'object' ? judged : undefined

  const judge = async (): Promise<void> => {
    setJudged('waiting')
    const reply = await ask({ about: 'judged', check, texts: choices.map(({ yaml }) => yaml) })
    setJudged(reply ?? 'failed')
  }
  const toggle = (index: number): void => {
    setJudged(undefined)
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
      <button className="push-button" type="button" disabled={judged === 'waiting'} onClick={judge}>
        Check my answer
      </button>
      <div role="status">
        {answers && (
          <p>
            <b>{right ? 'Right.' : 'Not quite.'}</b> {explanation}
          </p>
        )}
        {judged === 'failed' && <p>The checks did not answer. Try again.</p>}
      </div>
    </section>
  )
}

const without = (set: ReadonlySet<number>, index: number): ReadonlySet<number> =>
  new Set([...set].filter((other) => other !== index))
