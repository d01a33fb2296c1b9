import type { OfferedOutput } from '../../worker/protocol'
import type { OutputScope } from '../../store/store'
import { choose, useChoice } from './keptChoice'
import { OutputView } from './OutputView'

type Props = { readonly offered: readonly OfferedOutput[]; readonly fixed: OutputScope['fixed'] }

const groups = [
  { of: 'report', title: 'Report' },
  { of: 'manifest', title: 'Fixed manifest' },
] as const

/** The formats to choose from: radio buttons that the arrow keys go through. Beside it, what the chosen one says. */
export const OutputChoice = ({ offered, fixed }: Props) => {
  const { output: kept } = useChoice()
  const chosen = offered.find(({ id }) => id === kept) ?? offered[0]
  return (
    <div className="output-body">
      <div className="output-formats">
        {groups.map(({ of, title }) => {
          const own = offered.filter((output) => output.of === of)
          return (
            own.length > 0 && (
              <fieldset key={of}>
                <legend>{title}</legend>
                {own.map(({ id, title: name }) => (
                  <label key={id}>
                    <input
                      type="radio"
                      name="output"
                      value={id}
                      checked={id === chosen?.id}
                      onChange={() => choose({ output: id })}
                    />
                    {name}
                  </label>
                ))}
              </fieldset>
            )
          )
        })}
      </div>
      {chosen && <OutputView output={chosen} fixed={fixed} />}
    </div>
  )
}
