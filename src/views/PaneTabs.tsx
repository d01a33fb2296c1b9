import type { KeyboardEvent } from 'react'
import { showLesson, showPane } from '../store/actions'
import { selectShown } from '../store/selectors'
import { useApp, type State } from '../store/store'

type Tab = { readonly id: string; readonly label: string; readonly show: () => void }

const manifest: Tab = { id: 'manifest', label: 'Manifest', show: () => showPane('manifest') }
const report: Tab = { id: 'report', label: 'Report', show: () => showPane('report') }
const lesson: Tab = { id: 'lesson', label: 'Lesson', show: showLesson }

/** Which tab is chosen; none while a page covers all of them. */
const selectChosen = ({ page, lesson: step, isLessonShown, pane }: State): string | undefined => {
  if (page) return undefined
  return step && isLessonShown ? lesson.id : pane
}

/** In place of the divider, where there is no room for two panes. */
export const PaneTabs = () => {
  const chosen = useApp(selectChosen)
  const hasLesson = useApp((state) => state.lesson !== undefined)
  const score = useApp((state) => selectShown(state)?.score?.value)
  const tabs = hasLesson ? [lesson, manifest, report] : [manifest, report]

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    const at = tabs.findIndex(({ id }) => id === chosen)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    next?.show()
    event.currentTarget.querySelector<HTMLElement>(`[aria-controls=${next?.id}]`)?.focus()
  }

  return (
    <div className="tabs">
      <div role="tablist" aria-label="Panes" onKeyDown={press}>
        {tabs.map(({ id, label, show }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={id}
            tabIndex={id === chosen || (chosen === undefined && index === 0) ? 0 : -1}
            onClick={show}
          >
            {label}
            {id === 'report' && score !== undefined && ` · ${score}`}
          </button>
        ))}
      </div>
      {!hasLesson && <a href="#/lessons">Learn</a>}
    </div>
  )
}
