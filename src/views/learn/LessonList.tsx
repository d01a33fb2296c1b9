import { lessons } from '../../lessons'
import type { Lesson } from '../../lessons/lesson'
import { isDone } from '../../store/lessonProgress'
import { stepAddress } from '../../store/lessons'
import { useApp } from '../../store/store'
import { counted } from '../../formats/words'
import './lessonList.css'

/** All lessons, with how far the reader has come. */
export const LessonList = () => (
  <article className="lesson-list">
    <h2 className="page-title">Lessons</h2>
    <p className="muted">
      Each one works on a manifest in the editor, and the same checks that write the report say when a step is
      done. What you have done is remembered in this browser only.
    </p>
    <ol>
      {lessons.map((lesson) => (
        <LessonItem key={lesson.id} lesson={lesson} />
      ))}
    </ol>
  </article>
)

const LessonItem = ({ lesson }: { readonly lesson: Lesson }) => {
  const doneSteps = useApp((state) => state.doneSteps)
  const isStepDone = (step: Lesson['steps'][number]): boolean => isDone(lesson, step, { doneSteps })
  const done = lesson.steps.filter(isStepDone).length
  const next = lesson.steps.find((step) => !isStepDone(step)) ?? lesson.steps[0]
  return (
    <li>
      <h3>{lesson.title}</h3>
      <p>{lesson.about}</p>
      <p className="muted">
        {counted(lesson.steps.length, 'step')}, {counted(lesson.minutes, 'minute')}
        {done > 0 && ` · ${done} done`}
      </p>
      <p>
        <a
          className="push-button primary"
          href={stepAddress(lesson, next)}
          aria-label={`${wordFor(done, lesson)}: ${lesson.title}`}
        >
          {wordFor(done, lesson)}
        </a>
      </p>
      <details>
        <summary>Steps</summary>
        <ol>
          {lesson.steps.map((step) => (
            <li key={step.id}>
              <a className="link" href={stepAddress(lesson, step)}>
                {step.title}
              </a>
              {isStepDone(step) && <span className="muted"> done</span>}
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}

const wordFor = (done: number, { steps }: Lesson): string => {
  if (done === 0) return 'Begin'
  return done === steps.length ? 'Walk through it again' : 'Continue'
}
