import type { Finding } from '../../engine/model/finding'
import type { Range } from '../../engine/model/range'
import type { LocatedObject } from '../../engine/objects/locatedObjects'
import { fileUri } from '../fileAddress'
import type { Reporting } from '../reporting'
import { locator, type Place } from '../sourceSet'
import { checkById } from './checkCatalog'
import { goJsonText } from '../goJsonText'
import { documentRange, shownFile, templateOf } from './places'
import { scoredObjects, type ScoredResult } from './results'

/** As kube-score names it. */
const schema =
  'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json'

const driver = 'kube-score'

/**
 * The sarif output of kube-score: a result for every comment of a critical result or a warning. These faults of the original
 * are left out, because readers refuse the file or show nothing at the place: empty snippets, a region without a line,
 * `file://` before names that are not absolute, no `results` when there are none, a run that says of itself that it failed,
 * and the random order.
 */
export function writeSarif({ evaluation, sources }: Reporting): string {
  const placeOf = locator(sources)
  const found = scoredObjects(evaluation)
    .flatMap(({ results }) => results)
    .filter(isReported)
    .flatMap((result) => result.comments.flatMap(({ finding }) => (finding ? [{ result, finding }] : [])))
  const rules = [...new Set(found.map(({ result }) => result.check))]
  const log = {
    runs: [
      {
        tool: { driver: { name: driver, rules: rules.map(ruleJson) } },
        conversion: {
          tool: { driver: { name: driver } },
          invocation: {
            executionSuccessful: true,
            endTimeUtc: '0001-01-01T00:00:00Z',
            workingDirectory: {},
          },
        },
        columnKind: 'utf16CodeUnits',
        properties: {},
        results: found.map(({ result, finding }) => resultJson(result, finding, placeOf)),
      },
    ],
    version: '2.1.0',
    $schema: schema,
  }
  return goJsonText(log, 4).trimEnd()
}

const isReported = ({ grade, skipped }: ScoredResult): boolean => !skipped && grade <= 5

function ruleJson(check: string) {
  const { id, name } = checkById(check)
  return { id, name }
}

const resultJson = (
  { check, grade, located }: ScoredResult,
  { message, range }: Finding,
  placeOf: (range: Range) => Place,
) => ({
  message: { text: message },
  level: grade === 1 ? 'error' : 'warning',
  locations: [{ physicalLocation: locationJson(located, range, placeOf) }],
  properties: { issue_confidence: 'HIGH', issue_severity: 'HIGH' },
  ruleId: check,
})

/** `contextRegion`: the document. Of a template that Helm has rendered only the name is known. */
function locationJson(located: LocatedObject, range: Range, placeOf: (range: Range) => Place) {
  const template = templateOf(located)
  if (template !== undefined) {
    const first = { startLine: 1 }
    return { region: first, artifactLocation: { uri: fileUri(template) }, contextRegion: first }
  }
  const { file, start, end } = placeOf(range)
  const around = placeOf(documentRange(located))
  return {
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
    artifactLocation: { uri: fileUri(shownFile(file.name)) },
    contextRegion: { startLine: around.start.line, endLine: around.end.line },
  }
}
