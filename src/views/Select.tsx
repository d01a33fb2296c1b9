import type { Choice } from '../store/choices'

type Props<Value extends string> = {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}

/** One of several values. */
export const Select = <Value extends string>({ label, choices, value, onChoose }: Props<Value>) => (
  <select
    className="field"
    aria-label={label}
    value={value}
    onChange={(event) => {
      const chosen = choices.find((choice) => choice.value === event.target.value)
      if (chosen) onChoose(chosen.value)
    }}
  >
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
)
