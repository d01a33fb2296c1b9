import type { Report } from '../engine/model/report'
import { summaryLine, validitySummary } from '../formats/validitySummary'
import { openAbout, setShowPassed, switchSettings } from '../store/actions'
import { selectCounts } from '../store/selectors'
import { useApp } from '../store/store'
import './checkBox.css'
import './listFooter.css'

export { AllGreen } from './AllGreen'

/** What changes the list as a whole, and what kubeconform says in its last line. */
export const ListFooter = ({ report }: { readonly report: Report }) => (
  <footer className="list-footer">
    <MoreIsElsewhere />
    <ShowPassed />
    <p>Schemas alone, as kubeconform counts: {summaryLine(validitySummary(report))}</p>
    <button className="link" type="button" onClick={openAbout}>
      Nothing leaves your browser
    </button>
  </footer>
)

/** What is not in the text may be in the cluster all the same: only the reader knows. */
const MoreIsElsewhere = () => {
  const isOn = useApp((state) => state.settings.moreIsElsewhere)
  const count = useApp((state) => selectCounts(state).elsewhere)
  if (!isOn && count === 0) return undefined
  return (
    <label className="check-box">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target: { checked } }) =>
          switchSettings(
            { moreIsElsewhere: checked },
            checked ? 'What may be elsewhere does not count.' : 'What may be elsewhere counts again.',
          )
        }
      />
      <span>
        More is deployed elsewhere <span className="muted">· what may be elsewhere does not count</span>
      </span>
    </label>
  )
}

const ShowPassed = () => {
  const isOn = useApp((state) => state.showPassed)
  const isByObject = useApp((state) => state.groupBy === 'object')
  return (
    <label className="check-box" title={isByObject ? undefined : 'Shown when grouped by object'}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={!isByObject}
        onChange={({ target }) => setShowPassed(target.checked)}
      />
      Passed and skipped
    </label>
  )
}
