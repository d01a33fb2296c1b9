import { useEffect, useMemo, useRef, useState } from 'react'
import type { FixPlan, Scope } from '../engine/fixes/fixes'
import type { FixStep } from '../engine/fixes/fixRounds'
import { applyFix, closeFixes } from '../store/actions'
import { ask } from '../store/ask'
import { checkTitle } from '../store/checkTitles'
import { isMendable } from '../store/selectors'
import { store, useApp } from '../store/store'
import { FixExports } from './FixExports'
import { FixSteps } from './FixSteps'
import { PlanDiff, type Shown } from './PlanDiff'
import { counted } from './words'
import './fixes.css'
import './fixDialog.css'

type Safety = FixStep['safety']

/** The window in which many fixes are looked at together, taken or left out one by one, and made in one step. */
export const FixDialog = ({ scope }: { readonly scope: Scope }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const text = useApp((state) => state.text)
  const score = useApp((state) => state.report?.score?.value)
  const [safety, setSafety] = useState<Safety>(() => (hasSafe(scope) ? 'safe' : 'review'))
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Shown>()
  const { plan, isStale, missing } = usePlan(scope, safety, declined)
  const steps = useSeen(isStale ? undefined : plan, safety)
  const isWaiting = !plan || (isStale && steps.length === 0)
  useEffect(() => dialog.current?.showModal(), [])

  const choose = (id: string, isTaken: boolean): void => {
    const next = new Set(declined)
    if (isTaken) next.delete(id)
    else next.add(id)
    setDeclined(next)
  }
  const chooseSafety = (value: Safety): void => {
    setSafety(value)
    setDeclined(new Set())
  }
  const decline = (id: string): void => choose(id, false)

  const apply = ({ edits, steps: made }: FixPlan): void => {
    dialog.current?.close()
    applyFix(text, edits, counted(made.length, 'fix', 'fixes'))
  }

  return (
    <dialog
      ref={dialog}
      className="fix-dialog"
      aria-labelledby="fix-dialog-title"
      aria-busy={isStale}
      onClose={closeFixes}
    >
      <header>
        <h2 id="fix-dialog-title">Fix all{scopeText(scope)}</h2>
        <fieldset className="fix-choice">
          <legend className="read-aloud">Which fixes</legend>
          <Choice value="safe" chosen={safety} label="Safe ones only" onChoose={chooseSafety} />
          <Choice value="review" chosen={safety} label="Those to review, too" onChoose={chooseSafety} />
        </fieldset>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {isWaiting && (
        <p className="fix-empty muted">
          {missing
            ? 'The fixes could not be worked out. Try again when the network is back.'
            : 'Trying the fixes out…'}
        </p>
      )}
      {plan && !isWaiting && steps.length === 0 && <Nothing plan={plan} />}
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
            <PlanDiff before={text} plan={plan} shown={shown} onDecline={decline} />
          </div>
          <footer>
            <button
              className="push-button primary"
              type="button"
              disabled={isStale || plan.steps.length === 0}
              onClick={() => apply(plan)}
            >
              Apply {counted(plan.steps.length, 'fix', 'fixes')}
            </button>
            {score !== undefined && plan.scoreAfter !== undefined && (
              <span className="fix-score">
                Score {score} → <b>{plan.scoreAfter}</b>
              </span>
            )}
            <FixExports before={text} after={plan.text} />
          </footer>
        </>
      )}
    </dialog>
  )
}

/** Whether there is anything that need not be looked at: where not, all of it is shown at once. */
const hasSafe = ({ check, object }: Scope): boolean =>
  store
    .getState()
    .report?.findings.some(
      (finding) =>
        isMendable(finding) &&
        finding.mendable === 'safe' &&
        (check === undefined || finding.check === check) &&
        (object === undefined || finding.object === object),
    ) ?? false

const scopeText = ({ check, object }: Scope): string => {
  if (check !== undefined) return ` of “${checkTitle(check)}”`
  if (object === undefined) return ''
  const { kind = '', name = '' } = store.getState().report?.objects.find(({ id }) => id === object) ?? {}
  return ` of ${kind} ${name}`
}

/** `missing`: what makes plans could not be loaded. */
type Planned = { readonly plan: FixPlan | undefined; readonly isStale: boolean; readonly missing: boolean }

/** The plan for what is chosen; until it comes, the one before. */
function usePlan(scope: Scope, safety: Safety, declined: ReadonlySet<string>): Planned {
  const text = useApp((state) => state.text)
  const settings = useApp((state) => state.settings)
  const request = useMemo(() => ({ ...scope, safety, declined: [...declined] }), [scope, safety, declined])
  const [answer, setAnswer] = useState<{ readonly plan: FixPlan | undefined; readonly request: object }>()
  useEffect(() => {
    let isOver = false
    const plan = async (): Promise<void> => {
      const made = await ask({ about: 'fixPlan', text, request, settings })
      if (!isOver) setAnswer((before) => ({ plan: made ?? before?.plan, request }))
    }
    void plan()
    return () => {
      isOver = true
    }
  }, [text, request, settings])
  const isStale = answer?.request !== request
  return { plan: answer?.plan, isStale, missing: !isStale && !answer?.plan }
}

/** Every step of the plans so far, in its old place: what was left out can be taken again. */
function useSeen(plan: FixPlan | undefined, safety: Safety): readonly FixStep[] {
  const [seen, setSeen] = useState<Seen>({ safety, steps: new Map() })
  const known = seen.safety === safety ? seen.steps : new Map<string, FixStep>()
  const fresh = plan?.steps.filter(({ finding }) => !known.has(finding)) ?? []
  if (fresh.length > 0 || seen.safety !== safety)
    setSeen({ safety, steps: new Map([...known, ...fresh.map((step) => [step.finding, step] as const)]) })
  return [...known.values()]
}

type Seen = { readonly safety: Safety; readonly steps: ReadonlyMap<string, FixStep> }

/** So many reasons are given at most. */
const leftLimit = 50

const Nothing = ({ plan: { left, held } }: { readonly plan: FixPlan }) => (
  <div className="fix-empty">
    <p>There is no such fix in this text.</p>
    {held > 0 && (
      <p className="muted">
        {counted(held, 'finding')} can be mended by {held === 1 ? 'a fix' : 'fixes'} that you have to look at.
      </p>
    )}
    {left.slice(0, leftLimit).map(({ finding, message, reason }) => (
      <p key={finding} className="muted">
        {message} {reason}
      </p>
    ))}
  </div>
)

type ChoiceProps = {
  readonly value: Safety
  readonly chosen: Safety
  readonly label: string
  readonly onChoose: (value: Safety) => void
}

const Choice = ({ value, chosen, label, onChoose }: ChoiceProps) => (
  <label>
    <input type="radio" name="fix-safety" checked={chosen === value} onChange={() => onChoose(value)} />{' '}
    {label}
  </label>
)
