import { useMemo } from 'react'
import { renewWorker } from '../../store/evaluation'
import { selectPhase } from '../../store/selectors'
import { useApp } from '../../store/store'
import { useLoaded } from '../../store/useLoaded'
import { LoadFailure } from '../LoadFailure'
import { topics } from '../topics'
import { GalleryFilters } from './GalleryFilters'
import { isNarrowed, kindsOf, matching, nothingFound } from './galleryQuery'
import { foundByRule, type Found, type GalleryRule } from './galleryRule'
import { clearQuery, useQuery } from './keptQuery'
import { loadGallery } from './loadGallery'
import { RuleEntry } from './RuleEntry'
import '../switch.css'
import './gallery.css'

/** All rules by topic, to search, to filter, and to switch on and off. */
export const Gallery = () => {
  const { value: rules, hasFailed, retry } = useLoaded(loadGallery)
  const findings = useApp((state) => state.report?.findings)
  const found = useMemo(() => foundByRule(findings ?? []), [findings])
  if (hasFailed)
    return (
      <LoadFailure
        part="The list of checks"
        onRetry={() => {
          renewWorker()
          retry()
        }}
      />
    )
  return rules && <RuleList rules={rules} found={found} />
}

type Props = { readonly rules: readonly GalleryRule[]; readonly found: ReadonlyMap<string, Found> }

const RuleList = ({ rules, found }: Props) => {
  const query = useQuery()
  const shown = matching(rules, query, found)
  const allKinds = kindsOf(rules)
  return (
    <div className="gallery">
      <GalleryFilters rules={rules} />
      <div className="gallery-status">
        <p role="status">
          {isNarrowed(query) ? `Showing ${shown.length} of ${rules.length} rules` : `${rules.length} rules`}
        </p>
        {isNarrowed(query) && (
          <button className="push-button" type="button" onClick={clearQuery}>
            Clear search and filters
          </button>
        )}
        <Score />
      </div>
      {shown.length === 0 && <p className="gallery-nothing">{nothingFound(rules, query, found)}</p>}
      {topics.map(([topic, title]) => {
        const own = shown.filter((rule) => rule.topic === topic)
        return (
          own.length > 0 && (
            <section key={topic} aria-label={title}>
              <h3>
                {title} <span className="muted">{own.length}</span>
              </h3>
              <ul>
                {own.map((rule) => (
                  <RuleEntry key={rule.id} rule={rule} found={found.get(rule.id)} allKinds={allKinds} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}

/** Follows every switch at once. */
const Score = () => {
  const score = useApp((state) => state.report?.score)
  const isFinal = useApp(selectPhase) === 'final'
  return (
    score && (
      <p className="gallery-score">
        Score of your text: <b>{score.value}</b> ({score.letter}){!isFinal && ', provisional'}
      </p>
    )
  )
}
