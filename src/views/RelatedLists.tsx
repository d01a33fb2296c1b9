import { useMemo } from 'react'
import type { Related, RelatedObject } from '../engine/objects/related/relatedObjects'
import type { ObjectReport } from '../engine/model/report'
import { goTo } from '../store/actions'
import { selectShownText } from '../store/selectors'
import { useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { LineLink } from './LineLink'
import './related.css'

/** What an object is related to, with links. While a newer text is looked at, what was said of the one before stays. */
export const RelatedLists = ({ object: { id } }: { readonly object: ObjectReport }) => {
  const text = useApp(selectShownText)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'related', text, object: id, settings }) as const,
    [text, id, settings],
  )
  const { reply: related = [], isCurrent } = useAnswer(question)
  if (related.length === 0)
    return (
      isCurrent && <p className="related-none muted">No other object in this text, and nothing it names.</p>
    )
  return (
    <dl className="related-objects" aria-label="Related objects">
      {related.map((list) => (
        <RelatedList key={list.relation} list={list} />
      ))}
    </dl>
  )
}

const RelatedList = ({ list: { relation, objects, count } }: { readonly list: Related }) => (
  <div>
    <dt className="muted">{relation.replace(/^./, (letter) => letter.toUpperCase())}</dt>
    {objects.map((object, index) => (
      <dd key={index}>
        <RelatedName object={object} />
      </dd>
    ))}
    {count > objects.length && (
      <dd className="muted">and {(count - objects.length).toLocaleString('en')} more</dd>
    )}
  </div>
)

const RelatedName = ({ object }: { readonly object: RelatedObject }) => {
  const { kind, name, namespace, found, isOptional } = object
  return (
    <>
      <span className="mono muted">{kind}</span> {name || 'no name'}
      {namespace !== '' && <span className="muted"> in {namespace}</span>}{' '}
      {found ? (
        <LineLink range={found.range} onGo={goTo} />
      ) : (
        <span className="muted">not in this text{isOptional && ', optional'}</span>
      )}
    </>
  )
}
