import type { ReactNode } from 'react'
import { themes } from '../store/choices'
import { setTheme } from '../store/actions'
import { useApp } from '../store/store'
import { CommandButton } from './CommandButton'
import { ExportList } from './ExportList'
import { Drawing } from './Icon'
import './morePanel.css'

type Props = {
  /** The bar has no room for more than this menu. */
  readonly isNarrow: boolean
  /** What else of the bar has no room in it. */
  readonly children: ReactNode
  readonly onDone: () => void
}

/** The theme and the settings; on a narrow screen also what takes a report out of the page. */
export const MorePanel = ({ isNarrow, children, onDone }: Props) => (
  <div className="more-panel">
    {children}
    <ThemeChoice />
    <hr />
    {isNarrow && (
      <>
        <ExportList onDone={onDone} />
        <hr />
      </>
    )}
    <a href="#/settings" onClick={onDone}>
      Settings
    </a>
    <a href="#/checks" onClick={onDone}>
      All checks and rules
    </a>
    <CommandButton id="about.open" onRun={onDone} />
  </div>
)

const themeIcons = {
  system: 'M2 3h12v8H2zM5.5 13.5h5M8 11v2.5',
  light:
    'M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1',
  dark: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1',
} as const

const ThemeChoice = () => {
  const theme = useApp((state) => state.theme)
  return (
    <div className="theme-choice" role="radiogroup" aria-label="Theme">
      {themes.map(({ value, label }) => (
        <label key={value} title={label}>
          <input
            className="read-aloud"
            type="radio"
            name="theme"
            aria-label={label}
            checked={theme === value}
            onChange={() => setTheme(value)}
          />
          <Drawing path={themeIcons[value]} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
