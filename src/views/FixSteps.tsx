import type { FixPlan } from '../engine/fixes/fixes'
import type { FixStep } from '../engine/fixes/fixRounds'
import { counted, inShort } from './words'

type Props = {
  readonly plan: FixPlan
  /** Those of the plan, and those that were left out. */
  readonly steps: readonly FixStep[]
  readonly declined: ReadonlySet<string>
  readonly onChoose: (finding: string, isTaken: boolean) => void
  readonly onShow: (finding: string) => void
}

/** A list that is longer than anyone reads is cut. */
const rowLimit = 200

/** Each fix with a box to take it or leave it out. */
export const FixSteps = ({ plan, steps, declined, onChoose, onShow }: Props) => {
  const made = new Set(plan.steps.map(({ finding }) => finding))
  const rows = steps.filter(({ finding }) => made.has(finding) || declined.has(finding))
  return (
    <div className="fix-steps">
      <ul aria-label="Fixes">
        {rows.slice(0, rowLimit).map(({ finding, title, message, note, safety, scoreAfter }) => (
          <li key={finding}>
            <label>
              <input
                type="checkbox"
                checked={!declined.has(finding)}
                onChange={(event) => onChoose(finding, event.target.checked)}
              />
              <span>
                <b>{title}</b>
                {safety === 'review' && <span className="fix-tag">to review</span>}
                {made.has(finding) && scoreAfter !== undefined && (
                  <span className="fix-tag">score {scoreAfter}</span>
                )}
                <span className="muted"> {message}</span>
              </span>
            </label>
            {made.has(finding) && (
              <button
                className="link"
                type="button"
                aria-label={`Show: ${title}. ${message}`}
                onClick={() => onShow(finding)}
              >
                Show
              </button>
            )}
            {note !== undefined && <p className="muted">{note}</p>}
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

const Rest = ({ plan: { left, held, brings } }: { readonly plan: FixPlan }) => (
  <>
    {held > 0 && <p className="muted">{counted(held, 'more finding')} can be mended by fixes to review.</p>}
    {brings.length > 0 && <p className="muted">Then there is more to do: {inShort(brings, 5)}</p>}
    {left.length > 0 && (
      <details>
        <summary>{counted(left.length, 'fix', 'fixes')} not possible here</summary>
        <ul>
          {left.slice(0, rowLimit).map(({ finding, message, reason }) => (
            <li key={finding}>
              {message} <span className="muted">{reason}</span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
)
