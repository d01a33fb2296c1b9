import { lineStarts, positionAt } from '../formats/lines'
import type { Secret } from '../session/secrets/secret'
import { counted } from '../formats/words'

type Props = {
  readonly text: string
  readonly secrets: readonly Secret[]
  /** Indices into `secrets`. */
  readonly blanked: ReadonlySet<number>
  readonly onChoose: (blanked: ReadonlySet<number>) => void
}

/** The values that look like secrets, to blank them in the link one by one or all at once. */
export const SharedSecrets = ({ text, secrets, blanked, onChoose }: Props) => {
  const starts = lineStarts(text)
  const areAllBlanked = blanked.size === secrets.length
  const choose = (index: number, isBlanked: boolean): void => {
    const next = new Set(blanked)
    if (isBlanked) next.add(index)
    else next.delete(index)
    onChoose(next)
  }
  return (
    <section className="share-secrets" aria-labelledby="share-secrets-title">
      <h3 id="share-secrets-title">{counted(secrets.length, 'value looks', 'values look')} like a secret</h3>
      <p className="muted">What you blank is blanked in the link only. Your own text stays as it is.</p>
      <ul>
        {secrets.map(({ what, range }, index) => (
          <li key={range.from}>
            <label className="check-box">
              <input
                type="checkbox"
                checked={blanked.has(index)}
                onChange={({ target: { checked } }) => choose(index, checked)}
              />
              <span>
                Blank {what} <span className="muted">line {positionAt(starts, range.from).line}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        className="push-button"
        type="button"
        onClick={() => onChoose(areAllBlanked ? new Set() : new Set(secrets.keys()))}
      >
        {areAllBlanked ? 'Blank none' : `Blank all ${secrets.length === 1 ? '' : secrets.length}`.trim()}
      </button>
    </section>
  )
}
