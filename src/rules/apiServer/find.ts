import { admitObject } from '../../apiServer/admit'
import type { ServerFinding } from '../../apiServer/answer'
import { textAt } from '../../apiServer/read'
import { rules } from '../../apiServer/rules'
import type { Diagnostic } from '../../engine/findings/diagnostic'
import type { Subject } from '../../engine/findings/rule'
import { thingAt } from '../../engine/findings/thingAt'
import { diagnosticOf, isReadable } from '../../engine/findings/validateObject'
import { field, isList, isText, type Json } from '../../engine/model/json'
import { pathText, type Path } from '../../engine/model/path'
import { missingTitle, titleLimit, titleWithField } from '../../engine/model/titles'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import { minorOf } from '../../kubernetes/version'
import { decodedObject } from './decodedObject'
import { violationsOfOpenParts } from './openParts'

/** What the server says, and what a fix starts from; absent where the server cannot read a value. */
export type ServerDiagnostic = Diagnostic & { readonly finding?: ServerFinding }

const nothing: readonly never[] = []

/**
 * What the server says about an object, beyond what its schema says: values that it cannot read, refusals, warnings, and
 * fields that it drops. Nothing for kinds that Kubernetes does not have in this version, and nothing beyond the schema for
 * objects that the server cannot read.
 */
export function serverDiagnostics(subject: Subject): readonly ServerDiagnostic[] {
  const validity = subject.validity()
  if (!validity || !isReadable(validity)) return nothing
  const unread = unreadValues(subject)
  if (unread.length > 0) return unread
  const object = decodedObject(subject.object, subject.value)
  const answer = object && admitObject(object, minorOf(subject.settings.kubernetesVersion))
  if (!answer) return nothing
  const said = new Set(validity.diagnostics.map(({ at }) => pathText(at)))
  const diagnosticFor = (finding: ServerFinding, severity: Diagnostic['severity']): ServerDiagnostic => ({
    ...serverDiagnostic(finding, severity),
    ...titled(finding, subject.object, object),
  })
  const byContent = new Map<string, ServerDiagnostic>()
  for (const diagnostic of [
    ...answer.causes.map((cause) => diagnosticFor(cause, 'refused')),
    ...answer.warnings.map((warning) => diagnosticFor(warning, 'warning')),
    ...answer.dropped.map((dropped) => diagnosticFor(dropped, 'warning')),
  ]) {
    const place = pathText(diagnostic.at)
    if (!said.has(place)) byContent.set(`${diagnostic.rule} ${place} ${diagnostic.message}`, diagnostic)
  }
  return withoutSummaries([...byContent.values()])
}

/** The server says of a whole selector that it is invalid, and then why. The reasons are enough. */
function withoutSummaries(diagnostics: readonly ServerDiagnostic[]): readonly ServerDiagnostic[] {
  const isOfSelector = ({ rule }: ServerDiagnostic): boolean => rule === 'invalid-selector'
  const above = new Set(
    diagnostics
      .filter(isOfSelector)
      .flatMap(({ at }) => at.map((_, length) => pathText(at.slice(0, length)))),
  )
  return diagnostics.filter((one) => !isOfSelector(one) || !above.has(pathText(one.at)))
}

const serverDiagnostic = (finding: ServerFinding, severity: Diagnostic['severity']): ServerDiagnostic => ({
  rule: finding.rule,
  severity,
  at: finding.place.path,
  ...(finding.place.isAboutKey && { isAboutKey: true }),
  message: finding.message,
  finding,
})

/** What is wrong without what it is wrong with, where the message names it or is long. */
function titled(
  { rule, place, message }: ServerFinding,
  object: KubernetesObject,
  content: Json,
): Pick<Diagnostic, 'title' | 'about'> {
  const { path } = place
  const about = thingAt(object, path)
  const isGeneral =
    !about &&
    message.length <= titleLimit &&
    !/[“"0-9]/.test(message) &&
    !namesAlong(content, path).some((name) => message.includes(name))
  if (path.at(-1) === 'containers' && rule === 'required-field') return { title: missingTitle(path) }
  if (isGeneral) return {}
  const title = rule === 'required-field' ? missingTitle(path) : titleWithField(rules[rule].title, path)
  return { title, ...(about && { about }) }
}

/** The names of the object and of the parts of it that a path leads through, and the text at its end. */
function namesAlong(content: Json, path: Path): readonly string[] {
  let at = content
  const names = [textAt(field(content, 'metadata'), 'name')]
  for (const step of path) {
    names.push(textAt(at, 'name'), typeof step === 'string' && !/^[a-z][A-Za-z]*$/.test(step) ? step : '')
    at = isList(at) ? (at[Number(step)] ?? null) : (field(at, String(step)) ?? null)
  }
  return [...names, isText(at) ? at : ''].filter((name) => name !== '')
}

/** What the server cannot read in parts that the schema leaves open. */
function unreadValues({ value, object, text, catalog, settings, validity }: Subject): readonly Diagnostic[] {
  const schema = validity()?.schema?.schema
  if (!schema || !catalog) return nothing
  const { kubernetesVersion, strict } = settings
  return violationsOfOpenParts(value, schema, kubernetesVersion, catalog)
    .filter(({ kind }) => strict || kind !== 'unknown')
    .map((violation) => diagnosticOf(violation, object, text, true))
}
