import { severities } from '../engine/model/finding'
import { setFilter, setGroupBy, toggleElsewhere, toggleSeverity } from '../store/actions'
import { groupings } from '../store/choices'
import { filterFieldId } from '../store/commands'
import { selectCounts } from '../store/selectors'
import { useApp } from '../store/store'
import { Icon } from './Icon'
import { markWords, SeverityMark } from './SeverityMark'

/** What narrows the list and groups it. */
export const ListToolbar = () => (
  <div className="toolbar">
    <Chips />
    <Filter />
    <Grouping />
  </div>
)

/** How many rows there are of each severity; each of them filters. What there is none of is not shown. */
const Chips = () => {
  const counts = useApp(selectCounts)
  const chosen = useApp((state) => state.severities)
  const elsewhere = useApp((state) => state.elsewhere)
  return (
    <div className="chips" role="group" aria-label="Show only">
      {severities
        .filter((severity) => counts[severity] > 0 || chosen.includes(severity))
        .map((severity) => (
          <button
            key={severity}
            className="chip"
            type="button"
            aria-pressed={chosen.includes(severity)}
            onClick={() => toggleSeverity(severity)}
          >
            <SeverityMark mark={severity} word="none" />
            <b>{counts[severity].toLocaleString('en')}</b> {markWords[severity].toLowerCase()}
          </button>
        ))}
      {(counts.elsewhere > 0 || elsewhere) && (
        <button className="chip" type="button" aria-pressed={elsewhere} onClick={toggleElsewhere}>
          <span className="elsewhere">
            <Icon name="elsewhere" size={14} />
          </span>
          <b>{counts.elsewhere.toLocaleString('en')}</b> may be elsewhere
        </button>
      )}
    </div>
  )
}

const Filter = () => {
  const filter = useApp((state) => state.filter)
  return (
    <div className="filter">
      <Icon name="filter" size={14} />
      <input
        id={filterFieldId}
        className="field"
        type="search"
        aria-label="Filter findings"
        placeholder="Filter"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
      />
    </div>
  )
}

const Grouping = () => {
  const groupBy = useApp((state) => state.groupBy)
  return (
    <div className="segments" role="group" aria-label="Group by">
      {groupings.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={groupBy === value} onClick={() => setGroupBy(value)}>
          {label}
        </button>
      ))}
    </div>
  )
}
