import { setFilter, setGroupBy, setShowPassed } from '../store/actions'
import { groupings } from '../store/choices'
import { filterFieldId } from '../store/commands'
import { useApp } from '../store/store'
import { CommandButton } from './CommandButton'
import { Select } from './Select'

/** The filter of the list, its grouping, and the button that fixes everything. */
export const ListToolbar = () => {
  const filter = useApp((state) => state.filter)
  const groupBy = useApp((state) => state.groupBy)
  const showPassed = useApp((state) => state.showPassed)
  return (
    <div className="toolbar">
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
      <Select label="Group findings" choices={groupings} value={groupBy} onChoose={setGroupBy} />
      <label className="check-box" title={groupBy === 'object' ? undefined : 'Shown when grouped by object'}>
        <input
          type="checkbox"
          checked={showPassed}
          disabled={groupBy !== 'object'}
          onChange={(event) => setShowPassed(event.target.checked)}
        />
        Passed and skipped
      </label>
      <CommandButton id="fixes.all" className="push-button" />
    </div>
  )
}
