import type { AppliedFix } from '../engine/fixes/appliedFix'
import type { FixPlan, FixRequest, Fixer } from '../engine/fixes/fixer'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { listText } from '../engine/model/shorten'
import type { Engine } from '../engine/report/engine'
import { outputs, type OutputFiles } from '../formats/outputs'
import { ownFormats } from '../formats/ownFormats'
import { plainOptions, type Reporting } from '../formats/reporting'
import { joinSources } from '../formats/sourceSet'
import { counted } from '../formats/words'
import { completeEngineFor, fixerFor, type Prepared } from './engines'
import type { OfferedOutput, Question } from './protocol'

const formats = ownFormats.filter(({ isOnPage }) => isOnPage)

/** What the page can write, in the order in which it is offered. */
export const offeredOutputs = (): readonly OfferedOutput[] => [
  ...formats.map(({ id, title, help, hasFixes }) => ({ id, title, help, hasFixes, of: 'report' }) as const),
  ...outputs.map(({ id, title, help }) => ({ id, title, help, hasFixes: true, of: 'manifest' }) as const),
]

/** The report in a format; undefined when there is no such format. */
export const writeReport = async (
  { text, settings, format: id, withFixes, name }: Question<'report'>,
  { engine, notLoaded }: Prepared,
): Promise<OutputFiles | undefined> => {
  const format = formats.find((one) => one.id === id)
  if (!format) return undefined
  const fixer = withFixes && format.hasFixes ? await fixerFor(engine) : undefined
  const evaluation = engine.evaluation(text, settings)
  const reporting: Reporting = {
    report: evaluation.report,
    evaluation,
    sources: joinSources([{ name, text }]),
    settings,
    ...(fixer && { fixesOf: (finding) => fixer.fixesFor(text, finding.id, settings) }),
  }
  return {
    files: [
      {
        name: format.fileName,
        text: await format.write(reporting, plainOptions),
        mimeType: format.mimeType,
      },
    ],
    notes: notLoaded.map((part) => `${part} could not be loaded, so the report does not include it.`),
  }
}

/** The manifest after fixes in one of its outputs; undefined when there is no such output. */
export const writeFixed = async (
  { text, settings, output: id, fixes, name }: Question<'output'>,
  engine: Engine,
): Promise<OutputFiles | undefined> => {
  const output = outputs.find((one) => one.id === id)
  if (!output) return undefined
  if (typeof fixes !== 'string') return output.make({ name, before: text, after: fixes.after })
  const { plan, declined } = bulkPlan(await fixerFor(engine), text, fixes, settings)
  const before = engine.evaluate(text, settings).score?.value
  const notes = [...planNotes(plan, fixes, before), ...leftOutNotes(declined, plan.needsDecision)]
  if (plan.applied.length === 0) return { files: [], notes }
  const made = await output.make({ name, before: text, after: plan.text })
  return { ...made, notes: [...notes, ...made.notes] }
}

type BulkPlan = { readonly plan: FixPlan; readonly declined: number }

/** All fixes but those that take something out of the text, which somebody has to look at; `declined`: how many these are. */
const bulkPlan = (fixer: Fixer, text: string, safety: FixRequest['safety'], settings: Settings): BulkPlan => {
  const declined: string[] = []
  for (;;) {
    const plan = fixer.planFixes(text, { safety, declined }, settings)
    const removing = plan.applied.filter(({ removes }) => removes.length > 0)
    if (removing.length === 0) return { plan, declined: declined.length }
    declined.push(...removing.map(({ finding }) => finding))
  }
}

/** Nobody reads a longer list. */
const mostValues = 5

const planNotes = (
  { applied, scoreAfter }: FixPlan,
  safety: FixRequest['safety'],
  score: number | undefined,
): readonly string[] => {
  const values = [...new Set(applied.flatMap((fix) => fix.placeholders.map(({ what }) => what)))]
  return [
    applied.length > 0 ? `${appliedText(applied)}${scoreText(score, scoreAfter)}.` : noneText[safety],
    ...(values.length > 0
      ? [`These values are only placeholders, so replace them: ${listText(values, ', ', mostValues)}.`]
      : []),
  ]
}

const leftOutNotes = (declined: number, needsDecision: number): readonly string[] => [
  ...(declined > 0
    ? [
        `${counted(declined, 'fix', 'fixes')} would remove something. Open ${declined === 1 ? 'it' : 'them'} in the report.`,
      ]
    : []),
  ...(needsDecision > 0
    ? [`${counted(needsDecision, 'finding')} can be fixed only with a risky fix, which is not included.`]
    : []),
]

const appliedText = ({ length }: readonly AppliedFix[]): string =>
  `${counted(length, 'fix', 'fixes')} ${length === 1 ? 'is' : 'are'} applied`

const scoreText = (before: number | undefined, after: number | undefined): string =>
  before === undefined || after === undefined ? '' : `: score ${before} → ${after}`

const noneText = {
  safe: 'There is no safe fix for this manifest. Fixes to review are left out.',
  review: 'There is no fix for this manifest that can be applied together with others.',
} as const

/**
 * Loads the code of every format of the page. Each is loaded when it is first written, so each writes a report on nothing.
 */
export const loadFormats = async (): Promise<void> => {
  const { engine } = await completeEngineFor('', defaultSettings)
  const evaluation = engine.preview('', defaultSettings)
  const nothing = {
    evaluation,
    report: evaluation.report,
    sources: joinSources([]),
    settings: defaultSettings,
  }
  await Promise.all(formats.map((format) => format.write(nothing, plainOptions)))
}
