import type { ReactElement } from 'react'
import type { Severity } from '../engine/model/finding'

export type Mark = Severity | 'passed' | 'skipped' | 'unchecked'

/** The word for each mark, the same everywhere on the page. */
export const markWords: Readonly<Record<Mark, string>> = {
  refused: 'Refused',
  critical: 'Critical',
  warning: 'Warning',
  advice: 'Advice',
  passed: 'Passed',
  skipped: 'Skipped',
  unchecked: 'Not checked',
}

const shapes: Readonly<Record<Mark, ReactElement>> = {
  refused: <path d="M5.5 1.75h5l3.75 3.75v5L10.5 14.25h-5L1.75 10.5v-5zM5.5 8h5" />,
  critical: <path d="M8 1.5 14.5 8 8 14.5 1.5 8zM8 5.5v3M8 10.4v.2" />,
  warning: <path d="M8 2 14.75 13.75H1.25zM8 6.5v3M8 11.4v.2" />,
  advice: <path d="M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0M8 7.5V11M8 5v.2" />,
  passed: <path fill="none" d="m2.5 8.5 3.75 3.75L13.5 4.5" />,
  skipped: <path d="M4 8h8" />,
  unchecked: <path d="M4 8h8" />,
}

type Props = { readonly mark: Mark; readonly word?: 'shown' | 'read' | 'none' }

/** Shape, colour and word say the same. The word is at least read aloud, unless it is next to the mark anyway. */
export const SeverityMark = ({ mark, word = 'read' }: Props) => (
  <>
    <svg
      className="mark"
      data-severity={mark}
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="currentColor"
      fillOpacity="0.14"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[mark]}
    </svg>
    {word !== 'none' && (
      <span className={word === 'read' ? 'read-aloud' : 'mark-word'}>{markWords[mark]}</span>
    )}
  </>
)
