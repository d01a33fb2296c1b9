import { useMemo } from 'react'
import type { Mark } from '../editor/FixDiffEditor'
import type { FixPlan } from '../engine/fixes/fixer'
import { Boundary } from '../store/Boundary'
import { useFullEditor } from '../store/fullEditor'
import { useLoaded } from '../store/useLoaded'
import { FixDiff } from './FixDiff'
import { LoadFailure } from './LoadFailure'

/** The fix to scroll to; a new object each time somebody asks. */
export type Shown = { readonly id: string }

type Props = {
  readonly before: string
  readonly plan: FixPlan
  readonly shown: Shown | undefined
  readonly onDecline: (finding: string) => void
}

const loadEditor = () => import('../editor/FixDiffEditor')

/** What a plan changes: in the diff editor, or line by line where that is not wanted or cannot be loaded. */
export const PlanDiff = ({ before, plan, shown, onDecline }: Props) => {
  const isWanted = useFullEditor()
  const { value: loaded, hasFailed, retry } = useLoaded(isWanted ? loadEditor : undefined)
  const marks = useMemo(
    (): readonly Mark[] => plan.applied.map(({ finding, title, places }) => ({ id: finding, title, places })),
    [plan],
  )
  const lines = <FixDiff before={before} after={plan.text} context={2} />
  return (
    <div className="plan-diff" role="group" aria-label="Changes">
      {hasFailed && <LoadFailure part="The editor for changes" onRetry={retry} />}
      {(hasFailed || !isWanted) && lines}
      {isWanted && loaded && (
        <Boundary renderFailure={() => lines}>
          <loaded.FixDiffEditor
            before={before}
            after={plan.text}
            marks={marks}
            shown={shown}
            onDecline={onDecline}
          />
        </Boundary>
      )}
    </div>
  )
}
