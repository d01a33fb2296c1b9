import { useMemo, useState } from 'react'
import type { FixPlan } from '../engine/fixes/fixer'
import type { AppliedFix } from '../engine/fixes/appliedFix'
import type { GivenValue } from '../engine/fixes/placeholders'
import type { Settings } from '../engine/model/settings'
import { applyFix, openOutput } from '../store/actions'
import { selectFinalScore } from '../store/finalScore'
import { useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { dialogRows, isPreselected } from './dialogRows'
import { doneText } from './doneText'
import { FixSteps } from './FixSteps'
import { LoadFailure } from './LoadFailure'
import { PlanDiff, type Shown } from './PlanDiff'
import { placeholdersOf, problemWith } from './rowFix'
import { usePlaceholders } from './usePlaceholders'
import { counted } from '../formats/words'

type Props = {
  readonly text: string
  readonly settings: Settings
  /** All fixes that can be applied together. */
  readonly plan: FixPlan
  readonly onApplied: () => void
}

/** The fixes to select from, and what those that are selected do. */
export const FixChoices = ({ text, settings, plan: all, onApplied }: Props) => {
  const report = useApp((state) => state.report)
  const rows = useMemo(() => (report ? dialogRows(all.applied, report) : []), [all, report])
  const [selected, setSelected] = useState<ReadonlySet<string>>(
    () => new Set(all.applied.filter(isPreselected).map(idOf)),
  )
  const [shown, setShown] = useState<Shown>()
  const known = useMemo(() => placeholdersOf(all.applied), [all])
  const placeholders = usePlaceholders(known)
  const { values } = placeholders
  const question = useMemo(() => {
    const findings = [...selected]
    const request = { findings, safety: 'review', declined: [], values } as const
    return { about: 'fixPlan', text, settings, request } as const
  }, [text, settings, selected, values])
  const { reply: plan, isCurrent, retry } = useAnswer(question)
  const select = (ids: readonly string[], isSelected: boolean): void => {
    const next = new Set(selected)
    for (const id of ids) {
      if (isSelected) next.add(id)
      else next.delete(id)
    }
    setSelected(next)
  }
  const apply = (): void => {
    if (!plan) return
    const chosen = rows.filter(({ steps }) => steps.some(({ finding }) => selected.has(finding)))
    const only = chosen.length === 1 ? chosen[0] : undefined
    const title = only ? only.title : `Apply ${counted(plan.applied.length, 'fix', 'fixes')}`
    onApplied()
    applyFix(text, plan.edits, title, doneText(title))
  }
  if (isCurrent && !plan) return <LoadFailure part="The fixes" effect="or took too long" onRetry={retry} />
  const isReady = isCurrent && placeholders.isReady
  return (
    <>
      <Selection all={all.applied} selected={selected} onSelect={setSelected} />
      <div className="fix-body" data-busy={!isReady}>
        <FixSteps
          {...{ rows, selected, placeholders }}
          plan={plan}
          all={all}
          onSelect={select}
          onShow={(id) => setShown({ id })}
        />
        {plan && <PlanDiff before={text} plan={plan} shown={shown} onDecline={(id) => select([id], false)} />}
      </div>
      {plan && (
        <Footer
          plan={plan}
          isReady={isReady}
          reason={selected.size === 0 ? whyNothing(all.applied) : whyNot(plan, values)}
          onApply={apply}
        />
      )}
    </>
  )
}

const idOf = ({ finding }: AppliedFix): string => finding

const whyNothing = (all: readonly AppliedFix[]): string =>
  all.some(isPreselected) ? 'No fix is selected.' : 'No fix is selected: each of these needs a review first.'

function whyNot(plan: FixPlan, values: readonly GivenValue[]): string | undefined {
  const problem = problemWith(plan, values)
  if (problem !== undefined) return `Not possible with these values. ${problem}`
  return plan.applied.length > 0 ? undefined : `Not possible here. ${plan.skipped[0]?.reason ?? ''}`
}

type SelectionProps = {
  readonly all: readonly AppliedFix[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
}

/** How many are selected, and the ways to select many at once. What removes something is only selected by itself. */
const Selection = ({ all, selected, onSelect }: SelectionProps) => {
  const toReview = all.filter(({ safety, removes }) => safety === 'review' && removes.length === 0)
  const isComplete = toReview.every(({ finding }) => selected.has(finding))
  return (
    <div className="fix-selection">
      <span role="status">
        {selected.size} of {all.length} selected
      </span>
      {toReview.length > 0 && (
        <button
          className="link"
          type="button"
          disabled={isComplete}
          onClick={() => onSelect(new Set([...selected, ...toReview.map(idOf)]))}
        >
          Select all to review
        </button>
      )}
      <button
        className="link"
        type="button"
        disabled={selected.size === 0}
        onClick={() => onSelect(new Set())}
      >
        Select none
      </button>
    </div>
  )
}

type FooterProps = {
  readonly plan: FixPlan
  readonly isReady: boolean
  /** Why nothing can be applied; undefined when something can. */
  readonly reason: string | undefined
  readonly onApply: () => void
}

const Footer = ({ plan, isReady, reason, onApply }: FooterProps) => {
  const score = useApp((state) => selectFinalScore(state)?.value)
  return (
    <footer>
      <button
        className="push-button solid"
        type="button"
        disabled={!isReady || reason !== undefined}
        aria-describedby="fix-reason"
        onClick={onApply}
      >
        Apply {counted(plan.applied.length, 'fix', 'fixes')}
      </button>
      {reason === undefined && score !== undefined && plan.scoreAfter !== undefined && (
        <span className="fix-score">
          Score {score} → <b className={plan.scoreAfter > score ? 'fix-points' : ''}>{plan.scoreAfter}</b>
        </span>
      )}
      <span id="fix-reason" className="muted">
        {reason}
      </span>
      <button
        className="push-button fix-export"
        type="button"
        disabled={!isReady || reason !== undefined}
        onClick={() => openOutput({ fixed: { text: plan.text, fixes: plan.applied.length } })}
      >
        Export…
      </button>
    </footer>
  )
}
