import { openSharing, setShowPassed } from '../store/actions'
import { selectShown } from '../store/selectors'
import { useApp } from '../store/store'
import { counted } from '../formats/words'

/** Nothing is left to fix, and everything has been looked at. */
export const AllGreen = () => {
  const objects = useApp((state) => selectShown(state)?.objects) ?? []
  const passed = objects
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ skipped }) => skipped === undefined).length
  return (
    <section className="all-green" aria-label="All checks passed">
      <svg width="56" height="56" viewBox="0 0 56 56" fill="none" strokeWidth="3" aria-hidden="true">
        <circle cx="28" cy="28" r="25" />
        <path d="m17 29 8 8 15-17" strokeLinecap="round" strokeLinejoin="round" pathLength="100" />
      </svg>
      <div>
        <p>
          <b>
            All {counted(passed, 'check')} on {counted(objects.length, 'object')} passed.
          </b>
        </p>
        <p className="muted">Open an object to read why each of its checks has passed.</p>
        <p className="all-green-actions">
          <button className="link" type="button" onClick={() => setShowPassed(true)}>
            Show what passed
          </button>
          <button className="link" type="button" onClick={openSharing}>
            Share it
          </button>
        </p>
      </div>
    </section>
  )
}
