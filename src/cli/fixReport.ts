import type { AppliedFix } from '../engine/fixes/appliedFix'
import type { FixSummary } from '../engine/fixes/fixer'
import type { Finding } from '../engine/model/finding'
import { groupBy } from '../engine/model/groupBy'
import type { Report, Score } from '../engine/model/report'
import type { WriteOptions } from '../formats/reporting'
import { activeOf } from '../formats/said'
import type { SourceSet } from '../formats/sourceSet'
import { firstOf, terminalPage, tones, type TerminalPage } from '../formats/terminalPage'
import { visible } from '../formats/visible'
import { counted, numberText } from '../formats/words'
import { programName } from '../session/program'
import type { Options } from './command'
import type { WholePlan } from './planAll'

/** What was done. `after`: the files with the fixes. `changed`: how many files differ. */
type Work = {
  readonly plan: WholePlan
  readonly after: SourceSet
  readonly changed: number
  readonly scoreBefore: Score | undefined
  readonly reportAfter: Report
  /** What could still be fixed, by the ids of the findings. */
  readonly fixable: ReadonlyMap<string, FixSummary>
}

type Request = Pick<Options, 'review' | 'dryRun' | 'only'>

/** So many places or findings that say the same are named. */
const mostPlaces = 5
/** So many entries of a list are shown; the others are counted. */
const mostEntries = 30

/** What `fix` did or would do, what it did not do and why, and what is left. */
export function fixReport(
  work: Work,
  look: Pick<WriteOptions, 'colours' | 'width'>,
  request: Request,
): string {
  const page = terminalPage(work.after, look)
  const left = activeOf(work.reportAfter).filter(
    ({ rule }) => request.only.length === 0 || request.only.includes(rule),
  )
  const blocks = [
    appliedBlock(work, left.length, page, request),
    section('Not fixed, because the fix could not be applied', skippedEntries(work, page), page),
    section('For you to decide; fix never does this by itself', decisions(left, work, page), page),
    endingBlock(left, work, page, request),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

type Entry = readonly string[]

/** A heading with its entries; nothing without entries. */
function section(heading: string, entries: readonly Entry[], { paint }: TerminalPage): readonly string[] {
  if (entries.length === 0) return []
  const hidden = entries.length - mostEntries
  return [
    paint('bold', `${heading}:`),
    ...entries.slice(0, mostEntries).flat(),
    ...(hidden > 0 ? [`  and ${numberText(hidden)} more`] : []),
  ]
}

function appliedBlock(
  { plan, changed }: Work,
  left: number,
  page: TerminalPage,
  { dryRun, review }: Request,
): readonly string[] {
  if (plan.applied.length === 0 && left === 0) return ['There is nothing to fix.']
  if (plan.applied.length === 0) return [`There is no ${review ? '' : 'safe '}fix to apply.`]
  const heading = `${dryRun ? 'Would fix' : 'Fixed'} ${counted(plan.applied.length, 'finding')} in ${counted(changed, 'file')}`
  const same = groupBy(plan.applied, ({ title, safety, effect, note }) =>
    JSON.stringify([title, safety, effect, note]),
  )
  return section(
    heading,
    [...same.values()].map((fixes) => appliedEntry(fixes, page)),
    page,
  )
}

function appliedEntry(fixes: readonly AppliedFix[], page: TerminalPage): Entry {
  const [first] = fixes
  if (!first) return []
  const { title, safety, effect, note, removes } = first
  const marks = [...(safety === 'safe' ? [] : [safety]), ...(effect === '' ? [] : [effect])]
  const placed = fixes.flatMap(({ places: [place] }) => place ?? []).toSorted((a, b) => a.from - b.from)
  const places = [...new Set(placed.map(page.linkTo))]
  const placeholders = fixes
    .flatMap((fix) => fix.placeholders)
    .map(({ what, value, range }) => `${what}, now ${value} (${page.linkTo(range)})`)
  return [
    `  ${page.paint('green', visible(title))}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
    ...page.prose(firstOf(places, mostPlaces), 4),
    ...(safety === 'safe' ? [] : page.prose(note, 4)),
    ...(removes.length > 0 ? page.prose(`It removes ${firstOf(removes, mostPlaces)}.`, 4) : []),
    ...(placeholders.length > 0
      ? page.prose(`Replace the placeholders: ${firstOf(placeholders, mostPlaces, '; ')}.`, 4)
      : []),
  ]
}

const skippedEntries = ({ plan }: Work, page: TerminalPage): readonly Entry[] =>
  [...groupBy(plan.skipped, ({ reason }) => reason)].map(([reason, skipped]) => [
    ...skipped.slice(0, mostPlaces).flatMap(({ message }) => page.prose(message, 2)),
    ...(skipped.length > mostPlaces ? [`  and ${counted(skipped.length - mostPlaces, 'other')}`] : []),
    ...page.prose(reason, 4),
  ])

const decisions = (left: readonly Finding[], { fixable }: Work, page: TerminalPage): readonly Entry[] =>
  left.flatMap(({ id, range, message, severity }) => {
    const found = fixable.get(id)
    if (found?.safety !== 'risky') return []
    return [
      [
        `  ${page.paint('bold', `${page.linkTo(range)}:`)} ${page.paint(tones[severity], `${severity}:`)} ${visible(message)}`,
        ...page.prose(`Possible: ${found.title}`, 4),
      ],
    ]
  })

function endingBlock(
  left: readonly Finding[],
  { plan, scoreBefore, reportAfter: { score }, fixable }: Work,
  page: TerminalPage,
  { review, only }: Request,
): readonly string[] {
  const tried = new Set(plan.skipped.map(({ finding }) => finding))
  const toReview = left.filter(({ id }) => fixable.get(id)?.safety === 'review' && !tried.has(id)).length
  const without = left.filter(({ id }) => !fixable.has(id)).length
  const ofRules = only.length > 0 ? ` of ${only.length === 1 ? 'this rule' : 'these rules'}` : ''
  const isNew = plan.applied.length > 0 && scoreBefore?.value !== score?.value
  const sentences = [
    ...(score
      ? [
          isNew && scoreBefore
            ? `The score goes from ${scoreBefore.value} to ${score.value} of 100.`
            : `The score is ${score.value} of 100.`,
        ]
      : []),
    left.length === 0
      ? `No finding${ofRules} is left.`
      : `${counted(left.length, 'finding')}${ofRules} ${left.length === 1 ? 'is' : 'are'} left.`,
    ...(toReview > 0 && !review
      ? [`--review also applies the fixes of ${numberText(toReview)} that a person has to look at.`]
      : []),
    ...(without > 0
      ? [
          `${numberText(without)} ${without === 1 ? 'has' : 'have'} no fix: ${programName} check shows what is wrong, and ${programName} explain RULE what to do.`,
        ]
      : []),
  ]
  return page.prose(sentences.join(' '), 0)
}
