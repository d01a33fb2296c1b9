import { admitObject } from '../../apiServer/admit'
import type { Remark } from '../../apiServer/judge'
import type { Diagnostic } from '../../engine/findings/diagnostic'
import type { Subject } from '../../engine/findings/rule'
import { diagnosticOf, isReadable } from '../../engine/findings/validateObject'
import { isObject } from '../../engine/model/json'
import { pathText } from '../../engine/model/path'
import { toJson } from '../../engine/yaml/toJson'
import { minorOf } from '../../kubernetes/version'
import { violationsOfOpenParts } from './openParts'

/** What the server says, and what a fix starts from; absent where the server cannot read a value. */
export type ServerDiagnostic = Diagnostic & { readonly remark?: Remark }

const nothing: readonly never[] = []

/** Aliases can repeat far more values than a text contains; no object that the server stores has as many as this. */
const valueLimit = 200_000

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
  const json = toJson(subject.value, { budget: { left: valueLimit }, largeNumbers: 'rounded' })
  if (!isObject(json)) return nothing
  // The items of a list of one kind need not say it.
  const { apiVersion, kind } = subject.object
  const judge = admitObject({ apiVersion, kind, ...json }, minorOf(subject.settings.kubernetesVersion))
  if (!judge) return nothing
  const said = new Set(validity.diagnostics.map(({ at }) => pathText(at)))
  const byContent = new Map<string, ServerDiagnostic>()
  for (const diagnostic of [
    ...judge.causes.map((cause) => serverDiagnostic(cause, 'refused')),
    ...judge.warnings.map((warning) => serverDiagnostic(warning, 'warning')),
    ...judge.dropped.map((dropped) => serverDiagnostic(dropped, 'warning')),
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

const serverDiagnostic = (remark: Remark, severity: Diagnostic['severity']): ServerDiagnostic => ({
  rule: remark.rule,
  severity,
  at: remark.place.path,
  ...(remark.place.isAboutKey && { isAboutKey: true }),
  message: remark.message,
  remark,
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
