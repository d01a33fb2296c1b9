import type { FixPlan } from '../engine/fixes/fixer'
import type { AppliedFix } from '../engine/fixes/fixRounds'
import { RiskyFixes } from './RiskyFixes'
import { counted, firstOf } from './words'

type Props = {
  readonly plan: FixPlan
  /** Those of the plan, and those that were left out. */
  readonly steps: readonly AppliedFix[]
  readonly declined: ReadonlySet<string>
  readonly onChoose: (finding: string, isTaken: boolean) => void
  readonly onShow: (finding: string) => void
}

/** Nobody reads a longer list. */
const rowLimit = 200

/** Each fix with a checkbox to include it or leave it out. */
export const FixSteps = ({ plan, steps, declined, onChoose, onShow }: Props) => {
  const applied = new Set(plan.applied.map(({ finding }) => finding))
  const rows = steps.filter(({ finding }) => applied.has(finding) || declined.has(finding))
  return (
    <div className="fix-steps">
      <ul aria-label="Fixes">
        {rows.slice(0, rowLimit).map(({ finding, title, message, note, safety, effect, scoreAfter }) => (
          <li key={finding}>
            <label>
              <input
                type="checkbox"
                checked={!declined.has(finding)}
                onChange={(event) => onChoose(finding, event.target.checked)}
              />
              <span>
                <b>{title}</b>
                <span className="fix-tag">
                  {safety} · {effect}
                </span>
                {applied.has(finding) && scoreAfter !== undefined && (
                  <span className="fix-tag">score {scoreAfter}</span>
                )}
                <span className="muted"> {message}</span>
              </span>
            </label>
            {applied.has(finding) && (
              <button
                className="link"
                type="button"
                aria-label={`Show: ${title}. ${message}`}
                onClick={() => onShow(finding)}
              >
                Show
              </button>
            )}
            <p className="muted">{note}</p>
          </li>
        ))}
      </ul>
      {rows.length > rowLimit && (
        <p className="muted">And {counted(rows.length - rowLimit, 'more fix', 'more fixes')}.</p>
      )}
      <Rest plan={plan} />
    </div>
  )
}

/** What the plan does not fix, and what it introduces. */
const Rest = ({ plan: { skipped, needsReview, needsDecision, introduces } }: { readonly plan: FixPlan }) => (
  <>
    {needsReview > 0 && (
      <p className="muted">
        {counted(needsReview, 'more finding')} can be fixed, but the fix needs a review.
      </p>
    )}
    <RiskyFixes count={needsDecision} />
    {introduces.length > 0 && <p className="muted">This also raises: {firstOf(introduces, 5)}</p>}
    {skipped.length > 0 && (
      <details>
        <summary>{counted(skipped.length, 'fix', 'fixes')} not possible here</summary>
        <ul>
          {skipped.slice(0, rowLimit).map(({ finding, message, reason }) => (
            <li key={finding}>
              {message} <span className="muted">{reason}</span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
)
