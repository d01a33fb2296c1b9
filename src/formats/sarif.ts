import { isAnnotationReason } from '../engine/findings/ignores'
import type { Finding } from '../engine/model/finding'
import { pointerOf } from '../engine/model/jsonPointer'
import type { ObjectReport } from '../engine/model/report'
import { fileUri } from './fileAddress'
import { jsonText } from './jsonText'
import { objectName } from './objectName'
import type { Reporting, WriteOptions } from './reporting'
import { sarifFixes } from './sarifFixes'
import { sarifRegion } from './sarifRegion'
import { sarifLevels, sarifRules } from './sarifRules'
import { sarifText } from './sarifText'
import { locator, type Place, type SourceFile } from './sourceSet'
import { visible } from './visible'

/** The folder that relative addresses start from: where the program was started. */
const baseId = '%SRCROOT%'

/**
 * SARIF 2.1.0: one run with every finding that counts, its place, its rule and its fix. Ignored findings are left out unless
 * `verbosity` asks for them, because GitHub opens an alert for a result even where it is suppressed. GitHub rejects a run with
 * more than 25,000 results; a report has at most 20,000 findings.
 */
export function writeSarif(reporting: Reporting, { verbosity }: Pick<WriteOptions, 'verbosity'>): string {
  const { report, sources } = reporting
  const found = report.findings.filter(({ ignored }) => ignored === undefined || verbosity > 0)
  const rules = sarifRules(found, report.rules)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const resultOf = resultWriter(reporting)
  const run = {
    tool: { driver: { name: 'Kubernetes Manifest Playground', rules } },
    invocations: [{ executionSuccessful: true }],
    originalUriBaseIds: {
      [baseId]: { description: { text: 'The folder that the names of files are relative to' } },
    },
    artifacts: sources.files.map(({ name }) => ({ location: addressOf(name), sourceLanguage: 'yaml' })),
    columnKind: 'utf16CodeUnits',
    results: found.map((finding) => resultOf(finding, indexOf.get(finding.rule) ?? -1)),
  }
  return jsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  })
}

const addressOf = (name: string) => {
  const uri = fileUri(name)
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: baseId }
}

/** Writes findings as results. */
function resultWriter({ report, sources, fixesOf }: Reporting) {
  const locate = locator(sources)
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  const numbers = new Map(sources.files.map((file, index) => [file, index]))
  const artifactOf = (file: SourceFile) => ({ ...addressOf(file.name), index: numbers.get(file) ?? -1 })
  const physical = (place: Place) => ({
    physicalLocation: { artifactLocation: artifactOf(place.file), region: sarifRegion(place) },
  })
  return (finding: Finding, ruleIndex: number) => {
    const { id, rule, severity, message, advice, related, ignored } = finding
    const fixes = fixesOf ? sarifFixes(fixesOf(finding), sources, artifactOf) : []
    const owner = objects.get(finding.object ?? '')
    return {
      ruleId: rule,
      ruleIndex,
      level: sarifLevels[severity],
      message: { text: sarifText([message, ...(advice === undefined ? [] : [advice])].join(' ')) },
      locations: [{ ...physical(locate(finding.range)), ...logicalOf(finding, owner) }],
      ...(related.length > 0 && {
        relatedLocations: related.map((other, index) => ({
          id: index + 1,
          ...physical(locate(other.range)),
          message: { text: sarifText(other.message) },
        })),
      }),
      partialFingerprints: { 'findingId/v1': id },
      ...(fixes.length > 0 && { fixes }),
      ...(ignored !== undefined && { suppressions: [suppressionOf(ignored)] }),
      properties: { severity, ...(finding.mayBeElsewhere && { mayBeElsewhere: true }) },
    }
  }
}

const logicalOf = ({ path }: Finding, owner: ObjectReport | undefined) =>
  owner && {
    logicalLocations: [
      { name: visible(objectName(owner)), fullyQualifiedName: visible(owner.id), kind: 'resource' },
      ...(path.length > 0 ? [{ fullyQualifiedName: visible(pointerOf(path)), kind: 'member' }] : []),
    ],
  }

/** Settings and baselines are in other files. */
const suppressionOf = (reason: string) => ({
  kind: isAnnotationReason(reason) ? 'inSource' : 'external',
  justification: visible(reason),
})
