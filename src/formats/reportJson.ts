import { changed } from '../engine/model/changed'
import { severities, type Finding } from '../engine/model/finding'
import { pointerOf } from '../engine/model/jsonPointer'
import type { Range } from '../engine/model/range'
import type { ObjectReport, Report } from '../engine/model/report'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { rowsOf } from '../engine/report/rows'
import { fixesAsJson } from './fixesJson'
import { jsonText } from './jsonText'
import type { Reporting } from './reporting'
import { activeOf } from './said'
import { locator, type Place } from './sourceSet'
import { validitySummary } from './validitySummary'

/** What this format is called when something in it changes that a program may rely on. */
const version = 1

/** Everything that a report says, for other programs. report.schema.json says what each field means. */
export const writeReportJson = (reporting: Reporting): string => jsonText(reportData(reporting))

function reportData(reporting: Reporting) {
  const { report, sources, settings, fixesOf } = reporting
  const placeOf = placesOf(reporting)
  const { score, admission } = report
  return {
    version,
    kubernetesVersion: settings.kubernetesVersion,
    settings: settingsData(settings),
    files: sources.files.map(({ name, text }) => ({ name, length: text.length })),
    documents: report.documents.map(({ status, range, source }) => ({
      status,
      place: placeOf(range),
      ...(source !== undefined && { source }),
    })),
    objects: report.objects.map((object) => objectData(object, placeOf)),
    rules: rulesData(report),
    findings: report.findings.map((finding) => ({
      ...findingData(finding, placeOf),
      ...(fixesOf && { fixes: fixesAsJson(fixesOf(finding), sources) }),
    })),
    ...(score && { score }),
    ...(admission && { admission }),
    summary: summaryData(report),
    validity: validityData(report, sources.files.length),
  }
}

type PlaceOf = (range: Range) => ReturnType<typeof placeData>

const placesOf = ({ sources }: Reporting): PlaceOf => {
  const locate = locator(sources)
  return (range) => placeData(locate(range))
}

const placeData = ({ file, range: { from, to }, start, end }: Place) => ({
  file: file.name,
  from,
  to,
  start,
  end,
})

/** Those that differ from the defaults. The schemas that were added are only named: they are as long as they are. */
const settingsData = (settings: Settings) => {
  const { schemaFiles, ...others } = changed(settings, defaultSettings)
  return { ...others, ...(schemaFiles && { schemaFiles: schemaFiles.map(({ name }) => name) }) }
}

const objectData = (object: ObjectReport, placeOf: PlaceOf) => {
  const { range, nameRange, verdicts, ...others } = object
  return {
    ...others,
    pointer: pointerOf(object.path),
    place: placeOf(range),
    namePlace: placeOf(nameRange),
    verdicts: verdicts.map((verdict) => ({
      ...verdict,
      notes: verdict.notes.map(({ subject, message, range: at }) => ({
        ...(subject !== undefined && { subject }),
        message,
        place: placeOf(at),
      })),
    })),
  }
}

/** The rules that found something, or that gave an object a verdict. */
function rulesData({ rules, findings, objects }: Report) {
  const named = new Set([
    ...findings.map(({ rule }) => rule),
    ...objects.flatMap(({ verdicts }) => verdicts.map(({ check }) => check)),
  ])
  return Object.fromEntries(
    Object.entries(rules).flatMap(([id, { title, topic, source, isCheck, isOptional, severities: all }]) =>
      named.has(id) ? [[id, { title, topic, source, isCheck, isOptional, severities: all }]] : [],
    ),
  )
}

const findingData = (finding: Finding, placeOf: PlaceOf) => {
  // Which function found it says nothing to other programs.
  const { range, related, origin: _, ...others } = finding
  return {
    ...others,
    pointer: pointerOf(finding.path),
    place: placeOf(range),
    related: related.map(({ message, range: at }) => ({ message, place: placeOf(at) })),
  }
}

function summaryData(report: Report) {
  const { findings, rules } = report
  const active = activeOf(report)
  return {
    rows: countBySeverity(rowsOf(active, rules, 'text')),
    findings: countBySeverity(active),
    ignored: findings.length - active.length,
  }
}

const countBySeverity = (items: readonly Pick<Finding, 'severity'>[]) =>
  Object.fromEntries(
    severities.map((severity) => [severity, items.filter((item) => item.severity === severity).length]),
  )

/** `files`: those that were read, whatever templates the comments in them name. */
const validityData = (report: Report, files: number) => ({ ...validitySummary(report), files })
