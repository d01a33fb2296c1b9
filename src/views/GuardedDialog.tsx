import type { ReactNode } from 'react'
import { Boundary } from '../store/Boundary'
import type { Loaded } from '../store/useLoaded'
import { FailedDialog } from './FailedDialog'

type Props<Part> = {
  /** As the subject of a sentence: `The licences`. */
  readonly part: string
  readonly loaded: Loaded<Part>
  readonly onClose: () => void
  readonly children: (part: Part) => ReactNode
}

/** A dialog that is loaded when it is opened. Another one stands in its place when it cannot be loaded, or not be shown. */
export const GuardedDialog = <Part,>({ part, loaded, onClose, children }: Props<Part>) => {
  if (loaded.hasFailed) return <FailedDialog part={part} onRetry={loaded.retry} onClose={onClose} />
  return (
    loaded.value && (
      <Boundary
        renderFailure={(detail, retry) => (
          <FailedDialog part={part} detail={detail} onRetry={retry} onClose={onClose} />
        )}
      >
        {children(loaded.value)}
      </Boundary>
    )
  )
}
