import { severities } from '../../engine/model/finding'
import type { Choice } from '../../store/choices'
import { markWords } from '../SeverityMark'
import { topics } from '../topics'
import { counted } from '../../formats/words'
import type { Found, GalleryRule } from './galleryRule'

const filterKeys = ['topic', 'kind', 'severity', 'source', 'fix', 'start'] as const

type FilterKey = (typeof filterKeys)[number]

/** What a person looks for. A filter is the value of one of its choices; empty: any. */
export type Query = { readonly search: string } & Readonly<Record<FilterKey, string>>

export const noQuery: Query = {
  search: '',
  topic: '',
  kind: '',
  severity: '',
  source: '',
  fix: '',
  start: '',
}

const passes: Readonly<Record<FilterKey, (rule: GalleryRule, value: string) => boolean>> = {
  topic: ({ topic }, value) => topic === value,
  kind: ({ kinds }, value) => kinds.includes(value),
  severity: (rule, value) => rule.severities.some((severity) => severity === value),
  source: ({ source }, value) => source === value,
  fix: ({ isFixable }, value) => isFixable === (value === 'yes'),
  start: ({ isOptional }, value) => isOptional === (value === 'optional'),
}

/** A filter for people. The first of its choices is any. */
export type Filter = {
  readonly key: FilterKey
  readonly label: string
  readonly choices: readonly Choice<string>[]
}

/** Every filter, with the choices that some rules offer. */
export function filtersFor(rules: readonly GalleryRule[]): readonly Filter[] {
  const filter = (
    key: FilterKey,
    label: string,
    any: string,
    choices: readonly Choice<string>[],
  ): Filter => ({
    key,
    label,
    choices: [{ value: '', label: any }, ...choices],
  })
  return [
    filter(
      'topic',
      'Topic',
      'Any topic',
      topics.map(([value, label]) => ({ value, label })),
    ),
    filter('kind', 'Kind', 'Any kind', kindsOf(rules).map(plain)),
    filter(
      'severity',
      'Severity',
      'Any severity',
      severities.map((value) => ({ value, label: markWords[value] })),
    ),
    filter('source', 'Source', 'Any source', [...new Set(rules.map(({ source }) => source))].map(plain)),
    filter('fix', 'Fix', 'Fixable or not', [
      { value: 'yes', label: 'With a fix' },
      { value: 'no', label: 'Without a fix' },
    ]),
    filter('start', 'Default', 'Optional or not', [
      { value: 'default', label: 'On by default' },
      { value: 'optional', label: 'Optional' },
    ]),
  ]
}

const plain = (value: string): Choice<string> => ({ value, label: value })

/** Every kind that some rule looks at, by name. */
export const kindsOf = (rules: readonly GalleryRule[]): readonly string[] =>
  [...new Set(rules.flatMap(({ kinds }) => kinds))].sort()

const hasFilters = (query: Query): boolean => filterKeys.some((key) => query[key] !== '')

export const isNarrowed = (query: Query): boolean => query.search.trim() !== '' || hasFilters(query)

/**
 * The rules that pass every filter and contain every word of the search, in their order. `found`: the findings in the text
 * of the reader, whose messages are searched too.
 */
export function matching(
  rules: readonly GalleryRule[],
  query: Query,
  found: ReadonlyMap<string, Found>,
): readonly GalleryRule[] {
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean)
  const contains = ({ id, searched }: GalleryRule, word: string): boolean =>
    searched.includes(word) || (found.get(id)?.searched.includes(word) ?? false)
  return rules.filter(
    (rule) =>
      filterKeys.every((key) => query[key] === '' || passes[key](rule, query[key])) &&
      words.every((word) => contains(rule, word)),
  )
}

/** Why a query finds nothing, and what to do about it. */
export function nothingFound(
  rules: readonly GalleryRule[],
  query: Query,
  found: ReadonlyMap<string, Found>,
): string {
  const search = query.search.trim()
  if (search === '') return 'No rule passes all of these filters. Set one of them back to any.'
  const others = matching(rules, { ...noQuery, search }, found).length
  return others > 0
    ? `No rule that passes these filters contains “${search}”. Without the filters, ${counted(others, 'rule')} would be shown.`
    : `No rule contains every word of “${search}”. Try fewer or other words: the search looks at titles, ids, pages and messages.`
}
