import { useEffect, useMemo, useRef, useState } from 'react'
import { startOf } from '../../lessons'
import { isDone, markDone } from '../../store/lessonProgress'
import { closeLesson, openStep, placedStep, stepAddress, type PlacedStep } from '../../store/lessons'
import { selectFinalScore } from '../../store/finalScore'
import { selectPhase } from '../../store/selectors'
import { useApp, type LessonStep } from '../../store/store'
import { copyAddress } from '../../store/copyAddress'
import { useAnswer } from '../../store/useAnswer'
import { Markdown } from '../Markdown'
import { parseMarkdown } from '../../pages/markdown'
import { LessonEnd } from './LessonEnd'
import { LessonSteps } from './LessonSteps'
import { LessonTopics } from './LessonTopics'
import { StepGoals } from './StepGoals'
import { StepHelp } from './StepHelp'
import { StepQuestion } from './StepQuestion'
import './lesson.css'

/** The step of a lesson that an address names. */
export const LessonPane = ({ address }: { readonly address: LessonStep }) => {
  const placed = placedStep(address)
  if (placed) return <StepPane placed={placed} />
  return (
    <p>
      There is no such step of a lesson. Copy the link again, or begin at{' '}
      <a className="link" href="#/lessons">
        the list of lessons
      </a>
      .
    </p>
  )
}

/** What to know, what to do, and whether it is done: the engine looks at the reader's own text. */
const StepPane = ({ placed }: { readonly placed: PlacedStep }) => {
  const { lesson, index, step } = placed
  const title = useRef<HTMLHeadingElement>(null)
  const [isAnswered, setAnswered] = useState(step.question === undefined)
  const goals = useGoals(placed)
  const wasDone = useApp((state) => isDone(lesson, step, state))
  const isReached = goals?.every(Boolean) ?? false
  const isChecking = useApp(selectPhase) === 'checking'
  const score = useApp((state) => selectFinalScore(state)?.value ?? null)
  const next = lesson.steps[index + 1]

  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (isReached && isAnswered && !isChecking) markDone(lesson, step, score)
  }, [isReached, isAnswered, isChecking, lesson, step, score])

  return (
    <>
      <header>
        <p className="muted">
          <a className="link" href="#/lessons">
            Lessons
          </a>{' '}
          › {lesson.title} · step {index + 1} of {lesson.steps.length}
        </p>
        <button className="link" type="button" onClick={closeLesson}>
          Leave
        </button>
      </header>
      <LessonSteps lesson={lesson} current={step} />
      <h2 ref={title} tabIndex={-1}>
        {step.title}
      </h2>
      <Markdown blocks={parseMarkdown(step.text)} />
      <StepGoals goals={step.goals} reached={goals} />
      {step.question && <StepQuestion question={step.question} onAnswer={() => setAnswered(true)} />}
      <StepHelp step={step} start={startOf(lesson, index)} />
      {lesson.topics && <LessonTopics topics={lesson.topics} />}
      {!next && wasDone && <LessonEnd lesson={lesson} />}
      <p>
        <button className="link" type="button" onClick={() => void copyAddress(stepAddress(lesson, step))}>
          Copy a link to this step
        </button>
      </p>
      <footer>
        <p className="muted" role="status">
          {wasDone ? 'This step is done.' : whatIsLeft(isReached, isAnswered)}
        </p>
        {next && (
          <button
            className="push-button primary"
            type="button"
            disabled={!wasDone}
            onClick={() => openStep({ id: lesson.id, step: next.id }, 'push')}
          >
            Next
          </button>
        )}
      </footer>
    </>
  )
}

const whatIsLeft = (isReached: boolean, isAnswered: boolean): string => {
  if (!isReached) return 'The goals are not all reached yet.'
  return isAnswered ? 'This step is done.' : 'All goals are reached. Answer the question to go on.'
}

/** Which goals the newest text reaches; before the first answer, undefined. */
const useGoals = ({ lesson, index, step }: PlacedStep): readonly boolean[] | undefined => {
  const text = useApp((state) => state.reportText)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'goals', text, settings, goals: step.goals, start: startOf(lesson, index) }) as const,
    [text, settings, lesson, index, step],
  )
  return useAnswer(question).reply
}
