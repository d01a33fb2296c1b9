import { useId } from 'react'
import { addressText } from '../../session/address'
import { changeSettings, setFilter, showPane } from '../../store/actions'
import { store, useApp } from '../../store/store'
import { MarkdownText } from '../Markdown'
import { SeverityMark } from '../SeverityMark'
import { counted } from '../../formats/words'
import { isOn, switched } from './checkSwitch'
import { kindsText, type Found, type GalleryRule } from './galleryRule'

type Props = {
  readonly rule: GalleryRule
  readonly found: Found | undefined
  readonly allKinds: readonly string[]
}

/** One rule: what it is about, where it is found, and for a check a switch. */
export const RuleEntry = ({ rule, found, allKinds }: Props) => {
  const { id, title, lead, severities, source, isCheck, isOptional, isFixable } = rule
  const titleId = useId()
  const runs = useApp(({ settings }) => !isCheck || isOn(rule, settings))
  const start = isOptional ? 'Optional' : 'On by default'
  const facts = [
    source,
    isCheck ? start : 'Always on',
    isFixable ? 'Has a fix' : 'No fix',
    kindsText(rule, allKinds),
  ]
  return (
    <li className="gallery-rule" data-off={!runs}>
      <div className="gallery-head">
        <h4 id={titleId}>
          <a className="link" href={addressText({ kind: 'check', id })}>
            {title}
          </a>
        </h4>
        <span className="gallery-marks">
          {severities.map((severity) => (
            <SeverityMark key={severity} mark={severity} word="shown" />
          ))}
        </span>
      </div>
      <p>
        <MarkdownText text={lead} />
      </p>
      <ul className="gallery-facts muted">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className="gallery-side">
        {isCheck && <CheckSwitch rule={rule} titleId={titleId} runs={runs} />}
        <Places rule={rule} found={found} runs={runs} />
      </div>
    </li>
  )
}

type SwitchProps = { readonly rule: GalleryRule; readonly titleId: string; readonly runs: boolean }

const CheckSwitch = ({ rule, titleId, runs }: SwitchProps) => (
  <label className="gallery-switch">
    <input
      className="switch"
      type="checkbox"
      role="switch"
      aria-labelledby={titleId}
      aria-checked={runs}
      checked={runs}
      onChange={({ target }) => changeSettings(switched(rule, target.checked, store.getState().settings))}
    />
    {runs ? 'On' : 'Off'}
  </label>
)

type PlacesProps = { readonly rule: GalleryRule; readonly found: Found | undefined; readonly runs: boolean }

/** In how many places of the reader's text the rule is found now. */
const Places = ({ rule: { id, title }, found, runs }: PlacesProps) => {
  const isIgnored = useApp(({ settings }) => settings.ignoredChecks.includes(id))
  const hasReport = useApp(({ report }) => report !== undefined)
  if (!hasReport) return undefined
  const { counted: places = 0, ignored = 0 } = found ?? {}
  const placesText = `${counted(places, 'place')} in your text`
  return (
    <p className="gallery-places">
      {places > 0 && (
        <button
          className="link"
          type="button"
          aria-label={`${placesText}: ${title}`}
          onClick={() => showFindings(id)}
        >
          {placesText}
        </button>
      )}
      {isIgnored && <span>Ignored by the settings</span>}
      {ignored > 0 && <span className="muted">{ignored} ignored</span>}
      {places + ignored === 0 && !isIgnored && (
        <span className="muted">{runs ? 'Not found in your text' : 'Not run'}</span>
      )}
    </p>
  )
}

/** Leaves the list for the report, filtered by the rule; Back returns to the list. */
const showFindings = (rule: string): void => {
  setFilter(rule)
  showPane('report')
}
