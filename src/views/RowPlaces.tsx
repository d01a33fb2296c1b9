import { useState } from 'react'
import type { Finding } from '../engine/model/finding'
import type { Row, RowItem } from '../engine/report/rows'
import { goTo } from '../store/actions'
import { selectObjects, selectSafety } from '../store/selectors'
import { useApp } from '../store/store'
import { LineLink } from './LineLink'
import { RowFixes } from './RowFixes'
import { lowered } from '../engine/model/lowered'

/** Nobody reads more before they ask for them. */
const shownAtFirst = 20

/** The places of a row that says the same about several things, each with its own fix on demand. */
export const RowPlaces = ({ row }: { readonly row: Row }) => {
  const [showsAll, setShowsAll] = useState(false)
  const [opened, setOpened] = useState<RowItem>()
  const isOneObject = new Set(row.findings.map(({ object }) => object)).size === 1
  const shown = showsAll ? row.items : row.items.slice(0, shownAtFirst)
  const rest = row.items.length - shown.length
  return (
    <>
      <ul className="row-places" aria-label="Places">
        {shown.map((item) => (
          <li key={item.findings[0].id}>
            <Place item={item} isOneObject={isOneObject} isOpen={opened === item} onOpen={setOpened} />
            {opened === item && <RowFixes row={{ ...row, items: [item], findings: item.findings }} />}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button className="link" type="button" onClick={() => setShowsAll(true)}>
          and {rest.toLocaleString('en')} more
        </button>
      )}
    </>
  )
}

type PlaceProps = {
  readonly item: RowItem
  readonly isOneObject: boolean
  readonly isOpen: boolean
  readonly onOpen: (item: RowItem | undefined) => void
}

const Place = ({ item, isOneObject, isOpen, onOpen }: PlaceProps) => {
  const [first] = item.findings
  const object = useApp((state) =>
    first.object === undefined ? undefined : selectObjects(state).get(first.object),
  )
  const isFixable = useApp((state) => item.findings.some((one) => selectSafety(state, one) !== undefined))
  const owner = object && !isOneObject ? `${object.kind} ${object.name}` : ''
  const name = [owner, aboutOf(first)].filter(Boolean).join(', ') || 'here'
  return (
    <div className="row-place">
      <span>{name}</span>
      <LineLink range={first.range} onGo={() => goTo(first.range, first.id)} />
      {isFixable && (
        <button
          className="link"
          type="button"
          aria-expanded={isOpen}
          aria-label={`Fix: ${name}`}
          onClick={() => onOpen(isOpen ? undefined : item)}
        >
          Fix
        </button>
      )}
    </div>
  )
}

const aboutOf = ({ about, subject, title }: Finding): string =>
  about ? `${about.noun} ${about.name}` : (subject ?? (title === undefined ? '' : lowered(title)))
