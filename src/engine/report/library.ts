import type { Check } from '../findings/check'
import type { Finder, Rule } from '../findings/rule'
import type { Source } from '../findings/source'
import type { Report, RuleSummary } from '../model/report'
import type { SchemaLibrary } from '../schema/schemaLookup'

/** What an engine works with. */
export type Library = SchemaLibrary & {
  /** In the order in which reports list their rules. */
  readonly sources: readonly Source[]
}

/** A library with its parts by number and by id. */
export type IndexedLibrary = Library & {
  /** The finders of all sources; the `origin` of a finding counts in this list. */
  readonly finders: readonly LibraryFinder[]
  /** Every rule by its id, in the order of the sources. */
  readonly rules: ReadonlyMap<string, LibraryRule>
  /** The same as reports have them. */
  readonly ruleSummaries: Report['rules']
}

/** A finder with what it belongs to. `check`: absent for finders of sources that are no checklist. */
export type LibraryFinder = {
  readonly index: number
  readonly source: Source
  readonly finder: Finder
  readonly check?: Check
}

/** The finder of a check. */
export type CheckFinder = LibraryFinder & { readonly check: Check }

type LibraryRule = { readonly rule: Rule; readonly source: Source }

export function indexLibrary(library: Library): IndexedLibrary {
  const finders = library.sources.flatMap((source): readonly Omit<LibraryFinder, 'index'>[] => [
    ...source.finders.map((finder) => ({ source, finder })),
    ...(source.checks ?? []).map((check) => ({ source, finder: check.finder, check })),
  ])
  const rules = library.sources.flatMap((source) =>
    source.rules.map((rule) => [rule.id, { rule, source }] as const),
  )
  return {
    ...library,
    finders: finders.map((entry, index) => ({ ...entry, index })),
    rules: new Map(rules),
    ruleSummaries: Object.fromEntries(rules.map(([id, { rule, source }]) => [id, summaryOf(rule, source)])),
  }
}

const summaryOf = (rule: Rule, { id, checks = [] }: Source): RuleSummary => ({
  title: rule.title,
  topic: rule.topic,
  source: id,
  ...(rule.oneRow && { oneRow: rule.oneRow }),
  isCheck: checks.some((check) => check.id === rule.id),
  severities: rule.severities,
  isOptional: rule.optional ?? false,
})
