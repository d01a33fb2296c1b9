import type { KeyboardEvent } from 'react'
import { showPane } from '../store/actions'
import { selectCounts } from '../store/selectors'
import type { Pane } from '../session/session'
import { useApp } from '../store/store'

const panes: readonly { readonly pane: Pane; readonly label: string }[] = [
  { pane: 'manifest', label: 'Manifest' },
  { pane: 'report', label: 'Report' },
]

/** In place of the divider, where there is no room for two panes. */
export const PaneTabs = () => {
  const chosen = useApp((state) => state.pane)
  const count = useApp((state) => (state.report ? selectCounts(state).all : undefined))

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = chosen === 'manifest' ? 'report' : 'manifest'
    showPane(other)
    event.currentTarget.querySelector<HTMLElement>(`[aria-controls=${other}]`)?.focus()
  }

  return (
    <div className="tabs" role="tablist" aria-label="Panes" onKeyDown={press}>
      {panes.map(({ pane, label }) => (
        <button
          key={pane}
          type="button"
          role="tab"
          aria-selected={pane === chosen}
          aria-controls={pane}
          tabIndex={pane === chosen ? 0 : -1}
          onClick={() => showPane(pane)}
        >
          {label}
          {pane === 'report' && count !== undefined && ` (${count})`}
        </button>
      ))}
    </div>
  )
}
