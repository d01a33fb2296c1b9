import type { ObjectReport } from '../engine/model/report'
import { toggleRow } from '../store/actions'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Chevron } from './Chevron'
import { LoadFailure } from './LoadFailure'

const loadLists = () => import('./RelatedLists')

/** One quiet line, which opens to the objects that an object is related to. The worker is asked when it is opened. */
export const RelatedObjects = ({ object }: { readonly object: ObjectReport }) => {
  const row = `related ${object.id}`
  const isOpen = useApp((state) => state.toggled.has(row))
  const { value: lists, hasFailed, retry } = useLoaded(isOpen ? loadLists : undefined)
  return (
    <div className="quiet">
      <button type="button" aria-expanded={isOpen} onClick={() => toggleRow(row)}>
        <Chevron /> Related objects
      </button>
      {isOpen && hasFailed && <LoadFailure part="The related objects" onRetry={retry} />}
      {isOpen && lists && <lists.RelatedLists object={object} />}
    </div>
  )
}
