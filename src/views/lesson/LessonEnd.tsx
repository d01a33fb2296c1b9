import { lessons } from '../../lessons'
import type { Lesson } from '../../lessons/lesson'
import { stepAddress } from '../../store/lessons'

/** The way on from the last step. */
export const LessonEnd = ({ lesson }: { readonly lesson: Lesson }) => {
  const next = lessons[lessons.indexOf(lesson) + 1]
  return (
    <section className="lesson-end">
      <h3>You have finished this lesson</h3>
      <p>The manifest stays in your sessions.</p>
      <ul>
        {next && (
          <li>
            <a className="link" href={stepAddress(next, next.steps[0])}>
              Next lesson: {next.title}
            </a>
          </li>
        )}
        <li>
          <a className="link" href="#/checks">
            All checks
          </a>
        </li>
      </ul>
    </section>
  )
}
