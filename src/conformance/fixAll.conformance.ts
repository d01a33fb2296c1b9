import { describe, expect, test } from 'vitest'
import { createFixer, type FixPlan } from '../engine/fixes/fixer'
import { defaultSettings } from '../engine/model/settings'
import type { ObjectReport } from '../engine/model/report'
import type { KubernetesObject } from '../engine/objects/readObjects'
import { createEngine } from '../engine/report/engine'
import type { Evaluation } from '../engine/report/evaluate'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { readers } from '../schemas/reading'
import { aligned, hazardsOf, plainName } from './hazards'
import { cutConnections } from './traffic'
import { realManifests, recorded } from './recordings'

const library = { sources, schemas: catalog, readers }

const engine = createEngine(library)

const fixer = await createFixer(engine)

/** The whole plan: all fixes that may be applied together, those to review included. */
const planOf = (text: string): FixPlan =>
  fixer.planFixes(text, { safety: 'review', declined: [] }, defaultSettings)

type Counts = Record<'files' | 'fixes' | 'madeAccepted' | 'stillRefused', number>

describe.skipIf(!recorded)('all fixes of real manifests together', () => {
  test('nothing is lost, no chosen user is replaced, nobody is cut off, what is accepted stays accepted, and the score never falls on the way', async ({
    annotate,
  }) => {
    const counts: Counts = { files: 0, fixes: 0, madeAccepted: 0, stillRefused: 0 }
    const traffic = { connections: 0 }
    const errors: string[] = []
    for (const { name, text } of realManifests()) {
      const plan = planOf(text)
      counts.files += 1
      counts.fixes += plan.applied.length
      if (plan.applied.length === 0) continue
      const [first, last] = [text, plan.text].map((one) => engine.evaluation(one, defaultSettings))
      if (!first || !last) continue
      const [before, after] = [first.report, last.report]
      const scores = [before.score?.value, ...plan.applied.map((step) => step.scoreAfter)]
      if (scores.some((value, index) => (value ?? 0) < (scores[index - 1] ?? 0)))
        errors.push(`${name}: the score falls on the way: ${scores.join(' ')}`)
      for (const [object, later] of aligned(before.objects, after.objects, titleOf)) {
        const now = later?.admission
        if (object.admission === 'accepted' && now === 'refused')
          errors.push(`${name}: ${object.id} is refused after all fixes`)
        if (object.admission === 'refused') counts[now === 'accepted' ? 'madeAccepted' : 'stillRefused'] += 1
      }
      const connections = cutConnections(supported(first), supported(last), traffic)
      for (const hazard of [...hazardsOf(text, plan.text), ...connections]) errors.push(`${name}: ${hazard}`)
    }
    expect(errors).toEqual([])
    await annotate(
      Object.entries({ ...counts, ...traffic })
        .map(([what, count]) => `${what}: ${count}`)
        .join('\n'),
    )
  })
})

const supported = ({ objects }: Evaluation): readonly KubernetesObject[] =>
  objects.map(({ object }) => object).filter(({ isSupportedKind }) => isSupportedKind)

const titleOf = ({ kind, name }: ObjectReport): string => `${kind} ${plainName(name)}`
