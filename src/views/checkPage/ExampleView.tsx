import { useId, type ReactNode } from 'react'
import type { Example } from '../../formats/workedExample'
import { DiffHunks } from '../DiffHunks'
import { MarkedText } from './MarkedText'

type Props = {
  readonly example: Example
  /** What to do with it. */
  readonly actions?: ReactNode
}

/** A manifest that breaks a rule: where, what is said of it, and what fixes it. The engine worked it all out. */
export const ExampleView = ({ example: { text, findings, changes, fixes }, actions }: Props) => {
  const title = useId()
  return (
    <section className="try" aria-labelledby={title}>
      <header>
        <h3 id={title}>Example</h3>
        {actions}
      </header>
      <MarkedText text={text} marks={findings} />
      {fixes.length > 0 && (
        <div className="try-fix">
          <p>
            <b>{changes.length > 0 ? 'The fix' : 'No edit can be right'}</b> {fixes.join(' · ')}
          </p>
          {changes.length > 0 && <DiffHunks hunks={changes} />}
        </div>
      )}
    </section>
  )
}
