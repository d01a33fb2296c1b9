import { useEffect, useMemo, useRef, useState } from 'react'
import type { FixPlan, FixRequest, Scope } from '../engine/fixes/fixer'
import type { AppliedFix } from '../engine/fixes/fixRounds'
import { applyFix, closeFixes } from '../store/actions'
import { ruleTitle } from '../store/ruleTitle'
import { selectFinalScore } from '../store/finalScore'
import { store, useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { FixExports } from './FixExports'
import { FixSteps } from './FixSteps'
import { LoadFailure } from './LoadFailure'
import { PlanDiff, type Shown } from './PlanDiff'
import { RiskyFixes } from './RiskyFixes'
import { counted } from './words'
import './fixDialog.css'
import './fixes.css'

type Safety = FixRequest['safety']

/** Shows many fixes together, to include or leave out one by one, and applies them in one step. */
export const FixDialog = ({ scope }: { readonly scope: Scope }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const text = useApp((state) => state.text)
  const settings = useApp((state) => state.settings)
  const [safety, setSafety] = useState<Safety>('safe')
  const [isChosen, setChosen] = useState(false)
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Shown>()
  const question = useMemo(
    () =>
      ({ about: 'fixPlan', text, settings, request: { ...scope, safety, declined: [...declined] } }) as const,
    [text, settings, scope, safety, declined],
  )
  const { reply: plan, isCurrent, retry } = useAnswer(question)
  const steps = useAllSteps(isCurrent ? plan : undefined, safety)
  const isWaiting = !plan || (!isCurrent && steps.length === 0)
  useEffect(() => dialog.current?.showModal(), [])
  // Where every fix needs a review, all of them are shown at once.
  if (isCurrent && !isChosen && safety === 'safe' && plan?.applied.length === 0 && plan.needsReview > 0)
    setSafety('review')

  const choose = (id: string, isTaken: boolean): void => {
    const next = new Set(declined)
    if (isTaken) next.delete(id)
    else next.add(id)
    setDeclined(next)
  }
  const chooseSafety = (value: Safety): void => {
    setSafety(value)
    setChosen(true)
    setDeclined(new Set())
  }
  const apply = ({ edits, applied }: FixPlan): void => {
    dialog.current?.close()
    applyFix(text, edits, counted(applied.length, 'fix', 'fixes'))
  }

  return (
    <dialog
      ref={dialog}
      className="fix-dialog"
      aria-labelledby="fix-dialog-title"
      aria-busy={!isCurrent}
      onClose={closeFixes}
    >
      <header>
        <h2 id="fix-dialog-title">Fix all{scopeText(scope)}</h2>
        <fieldset className="fix-choice">
          <legend className="read-aloud">Which fixes</legend>
          <SafetyChoice value="safe" chosen={safety} label="Safe fixes only" onChoose={chooseSafety} />
          <SafetyChoice
            value="review"
            chosen={safety}
            label="Include fixes to review"
            onChoose={chooseSafety}
          />
        </fieldset>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {isWaiting && isCurrent && <LoadFailure part="The fixes" effect="or took too long" onRetry={retry} />}
      {isWaiting && !isCurrent && <p className="fix-empty muted">Checking fixes…</p>}
      {plan && !isWaiting && steps.length === 0 && <NoFixes plan={plan} />}
      {plan && steps.length > 0 && (
        <>
          <div className="fix-body">
            <FixSteps
              plan={plan}
              steps={steps}
              declined={declined}
              onChoose={choose}
              onShow={(id) => setShown({ id })}
            />
            <PlanDiff before={text} plan={plan} shown={shown} onDecline={(id) => choose(id, false)} />
          </div>
          <Footer plan={plan} before={text} isCurrent={isCurrent} onApply={() => apply(plan)} />
        </>
      )}
    </dialog>
  )
}

type FooterProps = {
  readonly plan: FixPlan
  readonly before: string
  readonly isCurrent: boolean
  readonly onApply: () => void
}

const Footer = ({ plan, before, isCurrent, onApply }: FooterProps) => {
  const score = useApp((state) => selectFinalScore(state)?.value)
  return (
    <footer>
      <button
        className="push-button primary"
        type="button"
        disabled={!isCurrent || plan.applied.length === 0}
        onClick={onApply}
      >
        Apply {counted(plan.applied.length, 'fix', 'fixes')}
      </button>
      {score !== undefined && plan.scoreAfter !== undefined && (
        <span className="fix-score">
          Score {score} → <b>{plan.scoreAfter}</b>
        </span>
      )}
      <FixExports before={before} after={plan.text} />
    </footer>
  )
}

function scopeText({ rule, object }: Scope): string {
  if (rule !== undefined) return ` of “${ruleTitle(rule)}”`
  if (object === undefined) return ''
  const { kind = '', name = '' } = store.getState().report?.objects.find(({ id }) => id === object) ?? {}
  return ` of ${kind} ${name}`
}

type Steps = { readonly safety: Safety; readonly steps: ReadonlyMap<string, AppliedFix> }

/** The steps of all plans so far, each in its place: what was left out can be included again. */
function useAllSteps(plan: FixPlan | undefined, safety: Safety): readonly AppliedFix[] {
  const [all, setAll] = useState<Steps>({ safety, steps: new Map() })
  const known = all.safety === safety ? all.steps : new Map<string, AppliedFix>()
  const added = plan?.applied.filter(({ finding }) => !known.has(finding)) ?? []
  if (added.length > 0 || all.safety !== safety)
    setAll({ safety, steps: new Map([...known, ...added.map((step) => [step.finding, step] as const)]) })
  return [...known.values()]
}

/** Nobody reads more reasons. */
const reasonLimit = 50

const NoFixes = ({ plan: { skipped, needsReview, needsDecision } }: { readonly plan: FixPlan }) => (
  <div className="fix-empty">
    <p>No fixes of this kind.</p>
    {needsReview > 0 && (
      <p className="muted">{counted(needsReview, 'finding')} can be fixed, but the fix needs a review.</p>
    )}
    <RiskyFixes count={needsDecision} />
    {skipped.slice(0, reasonLimit).map(({ finding, message, reason }) => (
      <p key={finding} className="muted">
        {message} {reason}
      </p>
    ))}
  </div>
)

type SafetyChoiceProps = {
  readonly value: Safety
  readonly chosen: Safety
  readonly label: string
  readonly onChoose: (value: Safety) => void
}

const SafetyChoice = ({ value, chosen, label, onChoose }: SafetyChoiceProps) => (
  <label>
    <input type="radio" name="fix-safety" checked={chosen === value} onChange={() => onChoose(value)} />{' '}
    {label}
  </label>
)
