import { useEffect, useMemo, useRef } from 'react'
import type { FixPlan, Scope } from '../engine/fixes/fixer'
import { closeFixes } from '../store/actions'
import { ruleTitle } from '../store/ruleTitle'
import { store, useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { FixChoices } from './FixChoices'
import { LoadFailure } from './LoadFailure'
import { counted } from '../formats/words'
import './fixDialog.css'
import './fixes.css'

/** Shows many fixes together, to select those to apply in one step. */
export const FixDialog = ({ scope }: { readonly scope: Scope }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const text = useApp((state) => state.text)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () =>
      ({ about: 'fixPlan', text, settings, request: { ...scope, safety: 'review', declined: [] } }) as const,
    [text, settings, scope],
  )
  const { reply: plan, isCurrent, retry } = useAnswer(question)
  useEffect(() => dialog.current?.showModal(), [])
  const close = (): void => dialog.current?.close()
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
        <button className="push-button" type="button" onClick={close}>
          Close
        </button>
      </header>
      {!isCurrent && <p className="fix-empty muted">Checking fixes…</p>}
      {isCurrent && !plan && <LoadFailure part="The fixes" effect="or took too long" onRetry={retry} />}
      {isCurrent && plan && plan.applied.length === 0 && <NoFixes plan={plan} />}
      {isCurrent && plan && plan.applied.length > 0 && (
        <FixChoices text={text} settings={settings} plan={plan} onApplied={close} />
      )}
    </dialog>
  )
}

function scopeText({ rule, object, findings }: Scope): string {
  const { report } = store.getState()
  const ofRow = report?.findings.find(({ id }) => id === findings?.[0])?.rule
  const named = rule ?? ofRow
  if (named !== undefined) return ` of “${ruleTitle(named)}”`
  if (object === undefined) return ''
  const { kind = '', name = '' } = report?.objects.find(({ id }) => id === object) ?? {}
  return ` of ${kind} ${name}`
}

/** Nobody reads more reasons. */
const reasonLimit = 50

const NoFixes = ({ plan: { skipped, needsDecision } }: { readonly plan: FixPlan }) => (
  <div className="fix-empty">
    <p>No fixes that can be applied together.</p>
    {needsDecision > 0 && (
      <p className="muted">
        {counted(needsDecision, 'finding')} can be fixed only with a risky fix. Open each one in the report.
      </p>
    )}
    {skipped.slice(0, reasonLimit).map(({ finding, message, reason }) => (
      <p key={finding} className="muted">
        {message} {reason}
      </p>
    ))}
  </div>
)
