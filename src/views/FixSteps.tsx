import { useEffect, useId, useRef, useState } from 'react'
import type { FixPlan } from '../engine/fixes/fixer'
import type { AppliedFix } from '../engine/fixes/appliedFix'
import { listText } from '../engine/model/shorten'
import type { DialogRow } from './dialogRows'
import { PlaceholderFields } from './PlaceholderFields'
import type { Placeholders } from './usePlaceholders'
import { itemCount } from '../formats/rowText'
import { counted } from '../formats/words'
import { firstOf } from './words'

type Choice = {
  readonly selected: ReadonlySet<string>
  readonly placeholders: Placeholders
  /** What those that are selected do; undefined until it is known. */
  readonly plan: FixPlan | undefined
  readonly onSelect: (findings: readonly string[], isSelected: boolean) => void
  readonly onShow: (finding: string) => void
}

type Props = Choice & { readonly rows: readonly DialogRow[]; readonly all: FixPlan }

/** Nobody reads a longer list. */
const rowLimit = 200

/** The fixes, by the rows of the report, each with a checkbox. */
export const FixSteps = ({ rows, all, ...choice }: Props) => (
  <div className="fix-steps">
    <ul aria-label="Fixes">
      {rows.slice(0, rowLimit).map((row) => (
        <StepRow key={row.key} row={row} inputs={inputsAt(row, rows, choice.placeholders)} {...choice} />
      ))}
    </ul>
    {rows.length > rowLimit && <p className="muted">And {counted(rows.length - rowLimit, 'more row')}.</p>}
    <Rest all={all} plan={choice.plan} />
  </div>
)

/** The inputs of a row: what an earlier row asks for, too, is asked for there. */
const inputsAt = (row: DialogRow, rows: readonly DialogRow[], { inputs }: Placeholders) =>
  inputs.filter(({ places }) => {
    const findings = new Set(places.map(({ finding }) => finding))
    return rows.find(({ steps }) => steps.some(({ finding }) => findings.has(finding))) === row
  })

type RowProps = Choice & { readonly row: DialogRow; readonly inputs: Placeholders['inputs'] }

const StepRow = ({ row, inputs, selected, placeholders, plan, onSelect, onShow }: RowProps) => {
  const { title, steps } = row
  const [isOpen, setOpen] = useState(false)
  const box = useId()
  const ids = steps.map(({ finding }) => finding)
  const count = ids.filter((id) => selected.has(id)).length
  const applied = plan?.applied.filter(({ finding }) => ids.includes(finding)) ?? []
  const score = applied.at(-1)?.scoreAfter
  const removes = steps.flatMap((step) => step.removes)
  const [only, ...others] = steps
  const [place] = applied
  return (
    <li>
      <label htmlFor={box}>
        <Checkbox
          id={box}
          state={count === 0 ? 'none' : count === ids.length ? 'all' : 'some'}
          onChange={(isSelected) => onSelect(ids, isSelected)}
        />
        <span>
          <b>{title}</b>
          <span className="muted"> {subject(row)}</span>
        </span>
      </label>
      {place && (
        <button
          className="link"
          type="button"
          aria-label={`Show: ${title}`}
          onClick={() => onShow(place.finding)}
        >
          Show
        </button>
      )}
      <p className="fix-tags">
        <span className="tag">
          {steps.every(({ safety }) => safety === 'safe') ? 'safe' : 'review'} ·{' '}
          {[...new Set(steps.map(({ effect }) => effect))].slice(0, 2).join(', ')}
        </span>
        {removes.length > 0 && <span className="tag fix-removes">Removes {listText(removes, ', ', 2)}</span>}
        {score !== undefined && <span className="fix-points">score {score}</span>}
      </p>
      {only && <p className="muted fix-note">{only.note}</p>}
      {count > 0 && <PlaceholderFields placeholders={placeholders} inputs={inputs} />}
      {others.length > 0 && (
        <details className="fix-each" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>Select each of {steps.length}</summary>
          {isOpen && <Each steps={steps} {...{ selected, onSelect }} />}
        </details>
      )}
    </li>
  )
}

/** What is wrong, and on what. */
const subject = ({ row, steps }: DialogRow): string => {
  if (!row) return steps[0]?.message ?? ''
  if (row.items.length > 1) return `${row.title}: ${itemCount(row.items)}`
  return row.findings.length > 1 ? row.title : (row.findings[0]?.message ?? '')
}

type EachProps = Pick<Choice, 'selected' | 'onSelect'> & { readonly steps: readonly AppliedFix[] }

const Each = ({ steps, selected, onSelect }: EachProps) => {
  const id = useId()
  return (
    <ul>
      {steps.slice(0, rowLimit).map(({ finding, title, message }) => (
        <li key={finding}>
          <label htmlFor={`${id}-${finding}`}>
            <Checkbox
              id={`${id}-${finding}`}
              state={selected.has(finding) ? 'all' : 'none'}
              onChange={(isSelected) => onSelect([finding], isSelected)}
            />
            <span>
              {title} <span className="muted">{message}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

type CheckboxProps = {
  readonly id: string
  readonly state: 'all' | 'some' | 'none'
  readonly onChange: (isSelected: boolean) => void
}

const Checkbox = ({ id, state, onChange }: CheckboxProps) => {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some'
  }, [state])
  return (
    <input
      ref={box}
      id={id}
      type="checkbox"
      checked={state === 'all'}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}

/** What no plan fixes, and what the one of the selected fixes raises. */
const Rest = ({ all, plan }: Pick<Props, 'all' | 'plan'>) => {
  const skipped = [...new Map([...all.skipped, ...(plan?.skipped ?? [])].map((one) => [one.finding, one]))]
  return (
    <>
      {all.needsDecision > 0 && (
        <p className="muted">
          {counted(all.needsDecision, 'finding')} can be fixed only with a risky fix: it changes behavior or
          removes something. Open each one in the report.
        </p>
      )}
      {plan && plan.introduces.length > 0 && (
        <p className="muted">This also raises: {firstOf(plan.introduces, 5)}</p>
      )}
      {skipped.length > 0 && (
        <details>
          <summary>{counted(skipped.length, 'fix', 'fixes')} not possible here</summary>
          <ul>
            {skipped.slice(0, rowLimit).map(([finding, { message, reason }]) => (
              <li key={finding}>
                {message} <span className="muted">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
