import { versionMatrix } from '../../engine/report/versionMatrix'
import { createFixer } from '../../engine/fixes/fixer'
import { relatedObjects } from '../../engine/objects/related/relatedObjects'
import { outputs } from '../../formats/outputs'
import { randomFrom } from '../random'
import { newEngine } from './newEngine'
import { expectThat, type Target } from './target'

export const exports: Target = {
  name: 'exports',
  about: 'the fixed text as a file, a patch and an overlay',
  run: async ({ text, settings }) => {
    const { planFixes } = await createFixer(newEngine())
    const { text: after } = planFixes(text, { safety: 'review', declined: [] }, settings)
    for (const { make } of outputs) {
      const { files } = await make({ name: 'manifest.yaml', before: text, after })
      const size = files.reduce((sum, file) => sum + file.text.length, 0)
      expectThat(
        size <= 20 * (text.length + after.length + 1_000),
        'what is exported is not far larger than the text',
      )
    }
  },
}

export const versions: Target = {
  name: 'versions',
  about: 'what every version of Kubernetes says about an object',
  run: ({ text, settings, choice }) => {
    const engine = newEngine()
    const { objects } = engine.evaluate(text, settings)
    if (objects.length === 0) return
    const { id } = randomFrom(choice).pick(objects)
    const matrix = versionMatrix(engine, text, id, settings)
    expectThat(matrix !== undefined, 'every object has an answer for each version', () => id)
    for (const { status, reasons } of matrix.versions)
      expectThat(status !== 'invalid' || reasons.length > 0, 'what is invalid has a reason', () => id)
  },
}

export const related: Target = {
  name: 'related',
  about: 'what an object is related to, and the way back',
  run: ({ text, settings, choice }) => {
    const { objects } = newEngine().evaluation(text, settings)
    if (objects.length === 0) return
    const located = randomFrom(choice).pick(objects)
    const byId = new Map(objects.map((one) => [one.id, one]))
    for (const { objects: others, count } of relatedObjects(located, objects)) {
      expectThat(others.length === Math.min(count, 20), 'what is left out is counted', () => located.id)
      for (const { found } of others) {
        if (!found) continue
        const other = byId.get(found.id)
        expectThat(other !== undefined, 'a related object is in the report', () => found.id)
        expectThat(found.range.to <= text.length, 'a related object is in the text', () => found.id)
        const back = relatedObjects(other, objects)
        expectThat(
          back.some((list) => list.count > 20 || list.objects.some((one) => one.found?.id === located.id)),
          'the way back is listed',
          () => [located.id, found.id],
        )
      }
    }
  },
}
