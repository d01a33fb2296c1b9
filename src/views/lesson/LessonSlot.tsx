import { useApp } from '../../store/store'
import { useLoaded } from '../../store/useLoaded'
import { Guarded } from '../Guarded'
import { LoadFailure } from '../LoadFailure'

const loadPane = () => import('./LessonPane')

/** The step of a lesson, beside the panes. It is loaded when somebody first takes a lesson. */
export const LessonSlot = () => {
  const lesson = useApp((state) => state.lesson)
  const isCovered = useApp((state) => state.page !== undefined)
  const { value: loaded, hasFailed, retry } = useLoaded(lesson && loadPane)
  if (!lesson) return undefined
  return (
    <aside className="lesson" id="lesson" aria-label="Lesson" inert={isCovered}>
      {hasFailed && <LoadFailure part="The lesson" onRetry={retry} />}
      {loaded && (
        <Guarded part="The lesson" resetOn={lesson}>
          <loaded.LessonPane key={`${lesson.id}/${lesson.step}`} address={lesson} />
        </Guarded>
      )}
    </aside>
  )
}
