import { useMemo } from 'react'
import { Select } from '../Select'
import { filtersFor } from './galleryQuery'
import type { GalleryRule } from './galleryRule'
import { changeQuery, useQuery } from './keptQuery'

/** The search field and a select for each filter. */
export const GalleryFilters = ({ rules }: { readonly rules: readonly GalleryRule[] }) => {
  const query = useQuery()
  const filters = useMemo(() => filtersFor(rules), [rules])
  return (
    <search className="gallery-filters">
      <input
        className="field"
        type="search"
        aria-label="Search the rules"
        placeholder="Search titles, pages and messages"
        value={query.search}
        onChange={(event) => changeQuery({ search: event.target.value })}
        onKeyDown={(event) => {
          // Only an empty field leaves the key to what it lies in.
          if (event.key !== 'Escape' || query.search === '') return
          event.preventDefault()
          changeQuery({ search: '' })
        }}
      />
      {filters.map(({ key, label, choices }) => (
        <Select
          key={key}
          label={label}
          choices={choices}
          value={query[key]}
          onChoose={(value) => changeQuery({ [key]: value })}
        />
      ))}
    </search>
  )
}
