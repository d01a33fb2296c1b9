import { createFixer } from '../../engine/fixes/fixer'
import { loadFixes, Snapshot } from '../../engine/fixes/snapshot'
import type { Placeholder } from '../../engine/findings/remedy'
import type { Source } from '../../engine/findings/source'
import type { Finding } from '../../engine/model/finding'
import { defaultSettings } from '../../engine/model/settings'
import { applyEdits } from '../../engine/model/textEdit'
import { createEngine } from '../../engine/report/engine'
import { catalog } from '../../schemas'
import { readers } from '../../schemas/reading'

type Offered = {
  /** `safe Add label`: the class as the rule gives it, and the title. */
  readonly title: string
  readonly note: string
  readonly placeholders: readonly Placeholder[]
  /** The text with the fix. */
  readonly after: string
}

type Answer = {
  readonly rule: string | undefined
  readonly offered: readonly Offered[]
  readonly refused: readonly string[]
  readonly unfixable: string | undefined
}

/** What some sources find in a text, and what is offered for one of the findings; for the first where none is given. */
export async function createOffers(sources: readonly Source[]) {
  const engine = createEngine({ sources, schemas: catalog, readers })
  const fixer = await createFixer(engine)
  const fixes = await loadFixes(engine)
  const settingsOf = (kubernetesVersion: string) => ({ ...defaultSettings, kubernetesVersion })
  const findings = (text: string, version = defaultSettings.kubernetesVersion): readonly Finding[] =>
    engine.evaluate(text, settingsOf(version)).findings
  const offersFor = (
    text: string,
    finding = findings(text)[0],
    version = defaultSettings.kubernetesVersion,
  ): Answer => {
    const settings = settingsOf(version)
    const { offered, refused, unfixable } = fixer.fixesFor(text, finding?.id ?? '', settings)
    const snapshot = new Snapshot(engine, fixes, engine.evaluation(text, settings))
    const proposals = (finding && snapshot.remedyOf(finding).fixes) ?? []
    const own = offered.filter(({ followUps }) => followUps === undefined)
    return {
      rule: finding?.rule,
      refused: refused.map(({ title }) => title),
      unfixable,
      offered: own.map(({ title, safety, edits, note }) => {
        const proposal = proposals.find((one) => one.title === title)
        return {
          title: `${safety} ${title}`,
          note,
          placeholders: proposal?.placeholders ?? [],
          after: applyEdits(text, edits),
        }
      }),
    }
  }
  return { findings, offersFor }
}
