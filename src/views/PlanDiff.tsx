import { useEffect, useMemo, useState, type ComponentType } from 'react'
import type { FixPlan } from '../engine/fixes/fixes'
import type { Mark } from '../editor/FixDiffEditor'
import { FixDiff } from './FixDiff'

type Editor = typeof import('../editor/FixDiffEditor').FixDiffEditor

/** The fix to bring into view; a new one each time a person asks. */
export type Shown = { readonly id: string }

type Props = {
  readonly before: string
  readonly plan: FixPlan
  readonly shown: Shown | undefined
  readonly onDecline: (finding: string) => void
}

/** What a plan changes: in the editor for differences, or line by line where that one cannot be loaded. */
export const PlanDiff = ({ before, plan, shown, onDecline }: Props) => {
  const [editor, setEditor] = useState<
    { readonly Editor: ComponentType<Parameters<Editor>[0]> } | 'missing'
  >()
  useEffect(() => {
    import('../editor/FixDiffEditor').then(
      ({ FixDiffEditor }) => setEditor({ Editor: FixDiffEditor }),
      () => setEditor('missing'),
    )
  }, [])
  const marks = useMemo(
    (): readonly Mark[] => plan.steps.map(({ finding, title, places }) => ({ id: finding, title, places })),
    [plan],
  )
  return (
    <div className="plan-diff" role="group" aria-label="Differences">
      {editor === 'missing' && <FixDiff before={before} after={plan.text} context={2} />}
      {editor !== undefined && editor !== 'missing' && (
        <editor.Editor before={before} after={plan.text} marks={marks} shown={shown} onDecline={onDecline} />
      )}
    </div>
  )
}
