import type { Lesson, Step } from '../../lessons/lesson'
import { isDone, scoreOfStep } from '../../store/lessonProgress'
import { stepAddress } from '../../store/lessons'
import { useApp } from '../../store/store'

type Props = { readonly lesson: Lesson; readonly current: Step }

/** All steps, as links, and the score that the text had when each was done. */
export const LessonSteps = ({ lesson, current }: Props) => {
  const doneSteps = useApp((state) => state.doneSteps)
  const scores = lesson.steps.flatMap((step, index) => {
    const score = scoreOfStep(lesson, step, { doneSteps })
    return score === null ? [] : [`${score} after step ${index + 1}`]
  })
  return (
    <>
      <ol className="lesson-steps" aria-label="Steps">
        {lesson.steps.map((step, index) => {
          const done = isDone(lesson, step, { doneSteps })
          return (
            <li key={step.id} data-state={step === current ? 'current' : done ? 'done' : 'open'}>
              <a
                href={stepAddress(lesson, step)}
                aria-current={step === current ? 'step' : undefined}
                title={step.title}
              >
                <span aria-hidden="true">{index + 1}</span>
                <span className="read-aloud">
                  {step.title}
                  {done && ', done'}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
      {scores.length > 0 && <p className="muted lesson-scores">Score: {scores.join(' · ')}</p>}
    </>
  )
}
