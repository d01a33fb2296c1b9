import { useId, useState } from 'react'
import type { Question, Refuser } from '../../lessons/lesson'
import { ask } from '../../store/ask'
import { LoadFailure } from '../LoadFailure'
import { MarkdownText } from '../Markdown'
import { Select } from '../Select'

type Props = {
  readonly question: Question
  /** The reader has answered, rightly or not. */
  readonly onAnswer: () => void
}

/** A prediction: first the reader's own, then the answer. */
export const StepQuestion = ({ question, onAnswer }: Props) => {
  const title = useId()
  return (
    <section className="lesson-question" aria-labelledby={title}>
      <h3 id={title}>
        <MarkdownText text={question.ask} />
      </h3>
      {'answers' in question ? (
        <Choices answers={question.answers} onAnswer={onAnswer} />
      ) : (
        <Refusals manifests={question.refused} onAnswer={onAnswer} />
      )}
    </section>
  )
}

type Answers = Extract<Question, { readonly answers: unknown }>['answers']

const Choices = ({ answers, onAnswer }: { readonly answers: Answers; readonly onAnswer: () => void }) => {
  const [chosen, setChosen] = useState<number>()
  const answer = chosen === undefined ? undefined : answers[chosen]
  const right = answers.find((each) => each.right)
  return (
    <>
      <ul>
        {answers.map(({ text }, index) => (
          <li key={text}>
            <button
              className="push-button"
              type="button"
              aria-pressed={chosen === index}
              onClick={() => {
                setChosen(index)
                onAnswer()
              }}
            >
              <MarkdownText text={text} />
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {answer && (
          <p>
            <b>{answer.right ? 'Right.' : 'No.'}</b> <MarkdownText text={answer.because} />
          </p>
        )}
        {answer && !answer.right && right && (
          <p>
            <b>
              <MarkdownText text={right.text} />:
            </b>{' '}
            <MarkdownText text={right.because} />
          </p>
        )}
      </div>
    </>
  )
}

type Manifests = Extract<Question, { readonly refused: unknown }>['refused']

const refusers: readonly Refuser[] = ['YAML reader', 'schema', 'API server', 'nobody']

const choices = [
  { value: '', label: 'Choose…' },
  ...refusers.map((refuser) => ({
    value: refuser,
    label: refuser === 'nobody' ? 'Nobody' : `The ${refuser}`,
  })),
]

type RefusalsProps = { readonly manifests: Manifests; readonly onAnswer: () => void }

/** Who refuses each manifest? The engine is asked: no answer is written down. */
const Refusals = ({ manifests, onAnswer }: RefusalsProps) => {
  const [guesses, setGuesses] = useState<readonly string[]>(() => manifests.map(() => ''))
  const [answers, setAnswers] = useState<readonly Refuser[]>()
  const [hasFailed, setFailed] = useState(false)

  const check = async (): Promise<void> => {
    const reply = await ask({ about: 'refusers', texts: manifests.map(({ yaml }) => yaml) })
    setAnswers(reply)
    setFailed(reply === undefined)
    if (reply) onAnswer()
  }
  const right = answers?.filter((answer, index) => answer === guesses[index]).length

  return (
    <>
      <ol>
        {manifests.map(({ title, yaml, because }, index) => (
          <li key={title}>
            <details>
              <summary>{title}</summary>
              <pre className="mono">{yaml}</pre>
            </details>
            <Select
              label={`Who refuses it: ${title}`}
              choices={choices}
              value={guesses[index] ?? ''}
              onChoose={(guess) => setGuesses(guesses.with(index, guess))}
            />
            {answers && (
              <p>
                <b>
                  {answers[index] === guesses[index] ? 'Right: ' : 'No: '}
                  {choices.find(({ value }) => value === answers[index])?.label}.
                </b>{' '}
                <MarkdownText text={because} />
              </p>
            )}
          </li>
        ))}
      </ol>
      <button
        className="push-button"
        type="button"
        disabled={guesses.includes('')}
        onClick={() => void check()}
      >
        Check my answers
      </button>
      <div role="status">
        {answers && (
          <p>
            {right} of {manifests.length} right.
          </p>
        )}
      </div>
      {hasFailed && <LoadFailure part="The answer" onRetry={() => void check()} />}
    </>
  )
}
