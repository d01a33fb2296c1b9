import type { ReactNode } from 'react'

const paths = {
  down: 'm3.5 6 4.5 4.5L12.5 6',
  share:
    'M6.6 9.4a2.8 2.8 0 0 0 4 0l2.3-2.3a2.8 2.8 0 0 0-4-4l-.9.9M9.4 6.6a2.8 2.8 0 0 0-4 0L3.1 8.9a2.8 2.8 0 0 0 4 4l.9-.9',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  filter: 'M2 4h12M4.5 8h7M7 12h2',
  elsewhere: 'M6.4 6.4a1.7 1.7 0 1 1 2.3 1.9c-.5.2-.7.5-.7 1M8 11.4v.01',
} as const

type Props = { readonly name: keyof typeof paths; readonly size?: number }

/** A picture beside a word, or on a button that has a label of its own. */
export const Icon = ({ name, size = 16 }: Props) => (
  <Drawing path={paths[name]} size={size} strokeWidth={name === 'more' ? 2.6 : 1.5}>
    {name === 'elsewhere' && <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.2" />}
  </Drawing>
)

type DrawingProps = {
  /** In a square of 16. */
  readonly path: string
  readonly size?: number
  readonly strokeWidth?: number
  readonly children?: ReactNode
}

/** One line in the colour of the text around it. */
export const Drawing = ({ path, size = 16, strokeWidth = 1.5, children }: DrawingProps) => (
  <svg
    className="icon"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
    <path d={path} />
  </svg>
)
