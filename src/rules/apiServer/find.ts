import { admitObject } from '../../apiServer/admit'
import type { ServerFinding } from '../../apiServer/answer'
import type { Diagnostic } from '../../engine/findings/diagnostic'
import type { Subject } from '../../engine/findings/rule'
import { diagnosticOf, isReadable } from '../../engine/findings/validateObject'
import { pathText } from '../../engine/model/path'
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
  const byContent = new Map<string, ServerDiagnostic>()
  for (const diagnostic of [
    ...answer.causes.map((cause) => serverDiagnostic(cause, 'refused')),
    ...answer.warnings.map((warning) => serverDiagnostic(warning, 'warning')),
    ...answer.dropped.map((dropped) => serverDiagnostic(dropped, 'warning')),
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

/** What the server cannot read in parts that the schema leaves open. */
function unreadValues({ value, object, text, catalog, settings, validity }: Subject): readonly Diagnostic[] {
  const schema = validity()?.schema?.schema
  if (!schema || !catalog) return nothing
  const { kubernetesVersion, strict } = settings
  return violationsOfOpenParts(value, schema, kubernetesVersion, catalog)
    .filter(({ kind }) => strict || kind !== 'unknown')
    .map((violation) => diagnosticOf(violation, object, text, true))
}
