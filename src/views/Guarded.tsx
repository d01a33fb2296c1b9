import type { ReactNode } from 'react'
import { Boundary } from '../store/Boundary'
import { ShowFailure } from './ShowFailure'

type Props = {
  /** The part as the subject of a sentence: `The report`. */
  readonly part: string
  readonly tag?: 'div' | 'li'
  readonly resetOn?: unknown
  readonly children: ReactNode
}

/** A part of the page that may fail without the rest: then it says so, and can be tried again. */
export const Guarded = ({ part, tag = 'div', resetOn, children }: Props) => (
  <Boundary
    resetOn={resetOn}
    renderFailure={(detail, retry) => <ShowFailure part={part} detail={detail} onRetry={retry} tag={tag} />}
  >
    {children}
  </Boundary>
)
