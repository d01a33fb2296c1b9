import { settings as allSettings } from '../../engine/model/settingList'
import { changeSettings } from '../../store/actions'
import { store, useApp } from '../../store/store'
import { checkState, checkStates, withState } from '../gallery/checkSwitch'
import { Select } from '../Select'
import { SeverityMark } from '../SeverityMark'
import { topics } from '../topics'
import { countStates, filterChecks } from './filterChecks'
import { changeSearch, useSearch } from './keptSearch'
import { SettingControl } from './SettingControl'
import { useChecks, type Check } from './useChecks'

const forAll = allSettings.filter(({ group, check }) => group === 'Checks' && check === undefined)

/** What is set for all checks, then every check with what is set for it. */
export const CheckSettings = () => {
  const checks = useChecks()
  const settings = useApp((state) => state.settings)
  const search = useSearch()
  const shown = filterChecks(checks, search, settings)
  return (
    <>
      {forAll.map((setting) => (
        <SettingControl key={setting.key} setting={setting} />
      ))}
      {checks.length === 0 ? (
        <p className="muted">The checks are listed here as soon as there is a first report.</p>
      ) : (
        <>
          <search className="check-search">
            <SearchField search={search} />
            <p className="muted" role="status">
              {search.trim() !== '' && `Showing ${shown.length} of `}
              {checks.length} checks: {countStates(checks, settings)}
            </p>
          </search>
          {shown.length === 0 && <p className="muted">No check contains every word of “{search.trim()}”.</p>}
          {topics.map(([topic, title]) => {
            const own = shown.filter((check) => check.topic === topic)
            return (
              own.length > 0 && (
                <section key={topic} aria-label={title}>
                  <h4>{title}</h4>
                  <ul className="check-settings">
                    {own.map((check) => (
                      <CheckSetting key={check.id} check={check} />
                    ))}
                  </ul>
                </section>
              )
            )
          })}
        </>
      )}
    </>
  )
}

const SearchField = ({ search }: { readonly search: string }) => (
  <input
    className="field"
    type="search"
    aria-label="Filter the checks"
    placeholder="Name, topic, optional, ignored, off"
    value={search}
    onChange={(event) => changeSearch(event.target.value)}
    onKeyDown={(event) => {
      // Only an empty field leaves the key to the page, which it closes.
      if (event.key !== 'Escape' || search === '') return
      event.preventDefault()
      changeSearch('')
    }}
  />
)

/** One check: what it is, whether it runs and counts, and its options. */
const CheckSetting = ({ check }: { readonly check: Check }) => {
  const { id, title, severities, isOptional } = check
  const state = useApp(({ settings }) => checkState(check, settings))
  const options = allSettings.filter((setting) => setting.check === id)
  return (
    <li data-state={state}>
      <div className="check-setting">
        <span className="check-marks">
          {severities.map((severity) => (
            <SeverityMark key={severity} mark={severity} />
          ))}
        </span>
        <span className="check-name">
          <a href={`#/checks/${id}`}>{title}</a>
          {isOptional && <span className="tag">optional</span>}
          <span className="mono muted">{id}</span>
        </span>
        <Select
          label={title}
          choices={checkStates}
          value={state}
          onChoose={(next) => changeSettings(withState(check, next, store.getState().settings))}
        />
      </div>
      {options.map((setting) => (
        <SettingControl key={setting.key} setting={setting} />
      ))}
    </li>
  )
}
