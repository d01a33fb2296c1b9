import { useEffect, useRef, useState } from 'react'
import type { FixPlan } from '../engine/fixes'
import { editBetween } from '../engine/textEdit'
import { applyFix } from '../store/actions'
import { ask } from '../store/ask'
import { useApp } from '../store/store'
import { FixDiff } from './FixDiff'
import { counted } from './words'
import './fixes.css'

type Safety = 'safe' | 'review'

/** A button that shows what all fixes together would change, before anything is done. */
export const AllFixes = () => {
  const [isOpen, setOpen] = useState(false)
  const hasProposals = useApp((state) =>
    Boolean(state.report?.findings.some(({ proposals, silenced }) => proposals && silenced === undefined)),
  )
  return (
    <>
      <button className="push-button" type="button" disabled={!hasProposals} onClick={() => setOpen(true)}>
        Fix all…
      </button>
      {isOpen && <FixDialog onClose={() => setOpen(false)} />}
    </>
  )
}

const FixDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const text = useApp((state) => state.text)
  const settings = useApp((state) => state.settings)
  const score = useApp((state) => state.report?.score?.value)
  const [safety, setSafety] = useState<Safety>('safe')
  const [plan, setPlan] = useState<FixPlan>()
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    let isStale = false
    const show = async (): Promise<void> => {
      const answer = await ask({ about: 'allFixes', text, safety, settings })
      if (!isStale) setPlan(answer)
    }
    void show()
    return () => {
      isStale = true
    }
  }, [text, safety, settings])

  const apply = ({ text: after, applied }: FixPlan): void => {
    dialog.current?.close()
    applyFix(text, [editBetween(text, after)], counted(applied.length, 'fix', 'fixes'))
  }

  return (
    <dialog ref={dialog} className="third-party" aria-labelledby="all-fixes-title" onClose={onClose}>
      <header>
        <h2 id="all-fixes-title">Fix all</h2>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <fieldset className="fix-choice">
        <legend className="read-aloud">Which fixes</legend>
        <Choice value="safe" chosen={safety} label="Safe ones only" onChoose={setSafety} />
        <Choice value="review" chosen={safety} label="Those to review, too" onChoose={setSafety} />
      </fieldset>
      {plan && plan.applied.length === 0 && <p className="muted">There is no such fix in this text.</p>}
      {plan && plan.applied.length > 0 && (
        <>
          <ul className="fix-list">
            {plan.applied.map(({ title, message }, index) => (
              <li key={index}>
                <b>{title}</b> <span className="muted">{message}</span>
              </li>
            ))}
          </ul>
          <FixDiff before={text} after={plan.text} context={2} />
          <p className="fix-actions">
            <button className="push-button primary" type="button" onClick={() => apply(plan)}>
              Apply {counted(plan.applied.length, 'fix', 'fixes')}
            </button>
            <button className="push-button" type="button" onClick={() => void download(text, plan.text)}>
              Download as patch
            </button>
            {score !== undefined && plan.scoreAfter !== undefined && (
              <span className="muted">
                Score {score} → {plan.scoreAfter}
              </span>
            )}
          </p>
        </>
      )}
    </dialog>
  )
}

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

/** `patch -p1 < manifest.patch` makes the same changes to the file. */
const download = async (before: string, after: string): Promise<void> => {
  const { unifiedDiff } = await import('../formats/unifiedDiff')
  const url = URL.createObjectURL(
    new Blob([unifiedDiff(before, after, 'manifest.yaml')], { type: 'text/x-diff' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = 'manifest.patch'
  link.click()
  URL.revokeObjectURL(url)
}
