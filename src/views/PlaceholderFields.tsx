import { useId } from 'react'
import type { PlaceholderInput } from '../engine/fixes/placeholderInputs'
import type { Placeholders } from './usePlaceholders'

type Props = {
  readonly placeholders: Placeholders
  /** Those to show; all of them by default. */
  readonly inputs?: readonly PlaceholderInput[]
}

/** The placeholders of a fix, to replace them before it is applied. */
export const PlaceholderFields = ({ placeholders, inputs = placeholders.inputs }: Props) =>
  inputs.length > 0 && (
    <div className="placeholders">
      {inputs.map((input) => (
        <PlaceholderField key={input.key} input={input} placeholders={placeholders} />
      ))}
    </div>
  )

type FieldProps = { readonly input: PlaceholderInput; readonly placeholders: Placeholders }

const PlaceholderField = ({ input, placeholders }: FieldProps) => {
  const id = useId()
  const { key, label, owner, hint } = input
  const text = placeholders.textOf(input)
  const problem = placeholders.problemOf(input)
  return (
    <div className="placeholder" data-wrong={problem !== undefined}>
      <label htmlFor={id}>
        {capitalized(label)}
        {owner !== '' && <span className="muted"> {owner}</span>}
      </label>
      <input
        id={id}
        className="field mono"
        value={text}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => placeholders.type(key, event.target.value)}
      />
      <span id={`${id}-hint`} className={problem === undefined ? 'muted' : 'placeholder-problem'}>
        {problem ?? hint}
      </span>
    </div>
  )
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
