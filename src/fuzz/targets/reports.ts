import type { Finding } from '../../engine/model/finding'
import type { Report } from '../../engine/model/report'
import type { Engine } from '../../engine/report/engine'
import { randomFrom, type Random } from '../random'
import { checkReport } from './checkReport'
import { newEngine } from './newEngine'
import { expectEqual, expectThat, type Target } from './target'

/** A report must depend on nothing but the text and the settings. */
export const evaluate: Target = {
  name: 'evaluate',
  about: 'the report: in order, inside the text, the same again',
  run: ({ text, settings }) => {
    const engine = newEngine()
    const report = engine.evaluate(text, settings)
    checkReport(text, report)
    const again = contentOf(report)
    engine.evaluate('', settings)
    expectEqual(again, contentOf(engine.evaluate(text, settings)), 'the same text again has the same report')
    expectEqual(again, contentOf(newEngine().evaluate(text, settings)), 'every engine gives the same report')
    expectThat(Object.keys(Object.prototype).length === 0, 'the prototype of objects is left alone')
  },
}

export const typing: Target = {
  name: 'typing',
  about: 'the report on a text that was typed, against that on the same text at once',
  run: ({ text, settings, choice }) => {
    const engine = newEngine()
    for (const step of stepsTo(text, randomFrom(choice))) checkReport(step, engine.evaluate(step, settings))
    const typed = contentOf(engine.evaluate(text, settings))
    expectEqual(
      typed,
      contentOf(newEngine().evaluate(text, settings)),
      'what was typed before does not matter',
    )
  },
}

/** Texts that somebody may have had while writing this one: without an end, without a part, with a part twice. */
const stepsTo = (text: string, random: Random): readonly string[] =>
  Array.from({ length: 2 + random.below(4) }, () => {
    const at = random.below(text.length + 1)
    const to = at + random.below(random.pick([2, 200]))
    switch (random.below(4)) {
      case 0:
        return text.slice(0, at)
      case 1:
        return text.slice(0, at) + text.slice(to)
      case 2:
        return text.slice(0, to) + text.slice(at)
      default:
        return text.slice(at) + random.pick(['', '\n---\n']) + text.slice(0, at)
    }
  })

export const neighbours: Target = {
  name: 'neighbours',
  about: 'the findings of a document do not change because of an unrelated one before it',
  run: ({ text, settings }) => {
    // A mark or a directive means something else at the start of a text than below other documents.
    if (/^(?:\s|#.*)*[%\ufeff]/.test(text)) return
    const engine = newEngine()
    const alone = ownFindings(engine.evaluate(text, settings), engine, 0, 0)
    const start = /^---(?!\S)/.test(text) ? unrelated : `${unrelated}---\n`
    const together = ownFindings(newEngine().evaluate(start + text, settings), engine, start.length, 1)
    expectEqual(alone, together, 'an unrelated document before it changes nothing')
  },
}

const unrelated = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: unrelated-to-anything\n'

type Own = readonly [
  rule: string,
  message: string,
  severity: string,
  path: Finding['path'],
  from: number,
  to: number,
]

/** What looking at each object alone found, in the documents from this one on. */
const ownFindings = (report: Report, { library }: Engine, offset: number, document: number): readonly Own[] =>
  report.findings
    .filter(
      (finding) =>
        finding.document >= document &&
        library.finders[finding.origin?.finder ?? -1]?.finder.reach !== 'objects',
    )
    .map(({ rule, message, severity, path, range }) => [
      rule,
      message,
      severity,
      path,
      range.from - offset,
      range.to - offset,
    ])

/** What a report says, without the list of all rules. */
const contentOf = ({ documents, objects, findings, score }: Report): unknown => ({
  documents,
  objects,
  findings,
  score,
})
