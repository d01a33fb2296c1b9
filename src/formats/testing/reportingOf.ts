import { engineFor, fixerFor } from '../../cli/engine'
import { defaultSettings, type Settings } from '../../engine/model/settings'
import type { Reporting } from '../reporting'
import { joinSources } from '../sourceSet'

type Files = readonly { readonly name: string; readonly text: string }[]

/** A report on files as the program makes it, with fixes where they are asked for. */
export async function reportingOf(
  files: Files,
  changed: Partial<Settings> = {},
  withFixes = false,
): Promise<Reporting> {
  const settings = { ...defaultSettings, ...changed }
  const sources = joinSources(files)
  const engine = await engineFor(sources.text)
  const fixer = await fixerFor(engine)
  const evaluation = engine.evaluation(sources.text, settings)
  return {
    ...{ report: evaluation.report, evaluation, sources, settings },
    ...(withFixes && { fixesOf: ({ id }) => fixer.fixesFor(sources.text, id, settings) }),
  }
}
