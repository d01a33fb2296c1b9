import type { Range } from '../../engine/model/range'
import type { Report } from '../../engine/model/report'
import { expectThat } from './target'

/** Characters of a message or an advice: more is not a sentence. */
const longestMessage = 1_100

/** Findings in one document, at most. The engine may stop earlier. */
const mostFindings = 3_000

/** Throws a `Broken` for a report that cannot be right for any text. */
export function checkReport(text: string, { documents, objects, findings, score, rules }: Report): void {
  const isInside = ({ from, to }: Range): boolean =>
    Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= text.length
  for (const finding of findings) {
    expectThat(isInside(finding.range), 'the range of a finding is inside the text', () => finding)
    expectThat(
      finding.related.every(({ range }) => isInside(range)),
      'related ranges are inside the text',
      () => finding,
    )
    expectThat(finding.rule in rules, 'the rule of a finding is listed', () => finding)
    expectThat(finding.document in documents, 'the document of a finding is listed', () => finding)
    for (const said of [
      finding.message,
      finding.advice ?? '',
      ...finding.related.map(({ message }) => message),
    ])
      expectThat(said.length <= longestMessage, 'messages are bounded', () => said)
    expectThat(finding.message !== '', 'a finding has a message', () => finding)
  }
  expectThat(isOrdered(findings.map(({ range }) => range.from)), 'findings are in the order of the text')
  expectThat(areDistinct(findings.map(({ id }) => id)), 'the ids of findings are unique')
  expectThat(areDistinct(objects.map(({ id }) => id)), 'the ids of objects are unique')
  const ids = new Set(objects.map(({ id }) => id))
  expectThat(
    findings.every(({ object }) => object === undefined || ids.has(object)),
    'the object of a finding is listed',
  )
  for (const { range, nameRange } of objects)
    expectThat(
      isInside(range) && isInside(nameRange),
      'the range of an object is inside the text',
      () => range,
    )
  for (const { range } of documents)
    expectThat(isInside(range), 'the range of a document is inside the text', () => range)
  expectThat(
    documents.every(({ range }, index) => (documents[index - 1]?.range.to ?? 0) <= range.from),
    'documents do not overlap',
  )
  const counts = new Map<number, number>()
  for (const { document } of findings) counts.set(document, (counts.get(document) ?? 0) + 1)
  expectThat(Math.max(0, ...counts.values()) <= mostFindings, 'the findings of a document are bounded')
  if (score) expectThat(score.value >= 0 && score.value <= 100, 'the score is from 0 to 100', () => score)
}

const areDistinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

const isOrdered = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => (numbers[index - 1] ?? 0) <= number)
