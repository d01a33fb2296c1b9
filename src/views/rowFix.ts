import type { Fix, FixPlan } from '../engine/fixes/fixer'
import type { AppliedFix } from '../engine/fixes/appliedFix'
import type { FilledPlaceholder, GivenValue } from '../engine/fixes/placeholders'
import type { Report } from '../engine/model/report'
import type { Row } from '../engine/report/rows'
import type { CardFix } from './FixCard'
import { itemCount } from '../formats/rowText'

/** What fixes the findings of a row together: the title of its fixes where all are called the same. */
export function rowFixTitle(
  { title, rule, items }: Pick<Row, 'title' | 'rule' | 'items'>,
  titles: readonly string[],
  rules: Report['rules'],
): string {
  const [first, ...others] = new Set(titles)
  const where = items.length > 1 ? ` in ${itemCount(items)}` : ''
  if (first !== undefined && others.length === 0) return `${first}${where}`
  const { oneRow } = rules[rule] ?? {}
  if (oneRow && items.some(({ findings }) => findings.length > 1)) return `${oneRow.fix}${where}`
  return `Fix “${title}”${where}`
}

/** At most so many notes are shown: they say the same of different amounts. */
const noteLimit = 2

/** The fixes of a row that were planned together, as one. */
export function cardOfPlan(
  { applied, edits, gone, introduces, scoreAfter }: FixPlan,
  row: Row,
  rules: Report['rules'],
): CardFix {
  const titles = applied.map(({ title }) => title)
  return {
    title: rowFixTitle(row, titles, rules),
    safety: applied.some(({ safety }) => safety === 'review') ? 'review' : 'safe',
    effect: distinct(applied.map(({ effect }) => effect)).join(', '),
    notes: distinct(applied.map(({ note }) => note)).slice(0, noteLimit),
    unfilled: unfilledOf(placeholdersOf(applied)),
    removes: applied.flatMap(({ removes }) => removes),
    ...{ edits, gone, introduces },
    ...(scoreAfter !== undefined && { scoreAfter }),
  }
}

export const cardOfFix = ({ note, placeholders, ...fix }: Fix): CardFix => ({
  ...fix,
  notes: [note],
  unfilled: unfilledOf(placeholders),
})

export const placeholdersOf = (applied: readonly AppliedFix[]): readonly FilledPlaceholder[] =>
  applied.flatMap(({ placeholders }) => placeholders)

/** Why a plan cannot have the values that were given; undefined when it has them. */
export function problemWith({ skipped }: FixPlan, values: readonly GivenValue[]): string | undefined {
  const given = new Set(values.map(({ finding }) => finding))
  return skipped.find(({ finding }) => given.has(finding))?.reason
}

const unfilledOf = (placeholders: readonly FilledPlaceholder[]): readonly string[] =>
  placeholders.filter(({ data }) => data === null || typeof data === 'object').map(({ what }) => what)

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
