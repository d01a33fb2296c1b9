import type { Secret } from '../session/secrets/secret'
import type { Session } from '../session/session'
import { changedText } from './changedText'

type Props = {
  /** What the link contains. */
  readonly shared: Session
  /** What is open on the page. */
  readonly session: Session
  readonly secrets: readonly Secret[]
  /** Indices into `secrets`. */
  readonly blanked: ReadonlySet<number>
  readonly hasSettings: boolean
  readonly onHasSettings: (hasSettings: boolean) => void
}

/** Everything that a link contains, as it is. */
export const SharedContent = ({ shared, session, secrets, blanked, hasSettings, onHasSettings }: Props) => {
  const hasChanged = Object.keys(session.settings).length > 0
  const shown = viewText(shared)
  return (
    <section aria-labelledby="share-content-title">
      <h3 id="share-content-title">What the link contains</h3>
      {hasChanged && (
        <label className="check-box">
          <input
            type="checkbox"
            checked={hasSettings}
            onChange={({ target: { checked } }) => onHasSettings(checked)}
          />
          <span>{changedText(session.settings)}</span>
        </label>
      )}
      {shown !== '' && <p className="muted">{shown}</p>}
      <div className="share-text" role="region" tabIndex={0} aria-label="The manifest in the link">
        {marked(session.text, secrets, blanked)}
      </div>
    </section>
  )
}

/** The text with its secrets marked: as they are, or blanked. */
const marked = (text: string, secrets: readonly Secret[], blanked: ReadonlySet<number>) => {
  const parts = []
  let done = 0
  for (const [index, { range, blanked: edit }] of secrets.entries()) {
    const isBlanked = blanked.has(index)
    const { from, to } = isBlanked ? edit : range
    if (from < done) continue
    parts.push(
      text.slice(done, from),
      <mark key={from} data-blanked={isBlanked}>
        {isBlanked ? edit.insert : text.slice(from, to)}
      </mark>,
    )
    done = to
  }
  return [...parts, text.slice(done)]
}

/** What is open on the page, in words; empty when it is as on a first visit. */
const viewText = ({ view: { pane, groupBy, filter, severities, showPassed } }: Session): string => {
  const parts = [
    pane === 'report' && 'the report in front',
    groupBy !== undefined && `findings grouped by ${groupBy}`,
    filter !== undefined && `the filter “${filter}”`,
    severities !== undefined && `only ${severities.join(' and ')}`,
    showPassed && 'passed checks shown',
  ].filter((part) => typeof part === 'string')
  return parts.length === 0 ? '' : `Opens with ${parts.join(', ')}.`
}
