import { setFilter, setGroupBy, setShowPassed } from '../store/actions'
import { isMendable } from '../store/selectors'
import { useApp, type GroupBy } from '../store/store'
import { FixAllButton } from './FixAllButton'

const groupings: readonly { readonly value: GroupBy; readonly label: string }[] = [
  { value: 'object', label: 'By object' },
  { value: 'check', label: 'By check' },
  { value: 'severity', label: 'By severity' },
]

const everything = {}

/** The filter of the list, how it is grouped, and the way to all fixes. */
export const ListToolbar = () => {
  const filter = useApp((state) => state.filter)
  const groupBy = useApp((state) => state.groupBy)
  const showPassed = useApp((state) => state.showPassed)
  const hasProposals = useApp((state) => state.report?.findings.some(isMendable) ?? false)
  return (
    <div className="toolbar">
      <input
        className="field"
        type="search"
        aria-label="Filter findings"
        placeholder="Filter"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
      />
      <select
        className="field"
        aria-label="Group findings"
        value={groupBy}
        onChange={(event) => {
          const chosen = groupings.find(({ value }) => value === event.target.value)
          if (chosen) setGroupBy(chosen.value)
        }}
      >
        {groupings.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <label className="check-box" title={groupBy === 'object' ? undefined : 'Shown when grouped by object'}>
        <input
          type="checkbox"
          checked={showPassed}
          disabled={groupBy !== 'object'}
          onChange={(event) => setShowPassed(event.target.checked)}
        />
        Passed and skipped
      </label>
      <FixAllButton scope={everything} isDisabled={!hasProposals} />
    </div>
  )
}
