import { groupOf, byMaturity } from '../../kubernetes/apiVersion'
import { proposal, review, safe, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { ReadDocument } from '../../engine/objects/documentCache'
import type { Subject } from '../../engine/findings/rule'
import { canonicalJson } from '../../engine/model/json'
import { once } from '../../engine/model/lookup'
import type { Path } from '../../engine/model/path'
import { closest } from '../../engine/schema/didYouMean'
import { allPlaces, correctLocationOf, removalPath, targetPaths } from '../../engine/schema/misplacedField'
import { fieldsOf, schemaAt } from '../../engine/schema/schemaFields'
import type { ViolationOf } from '../../engine/schema/violation'
import { toJson } from '../../engine/yaml/toJson'
import { unusualSpace } from '../../engine/yaml/unusualSpaces'
import { valueAt, type Value } from '../../engine/yaml/value'
import { indentationFixes } from '../syntax/indentationFixes'
import { changesTo, withRequired } from './apiVersionFixes'
import { convertField } from './conversionFixes'
import { removal } from './lostValues'
import { guess } from './valueFixes'

type Unknown = ViolationOf<'unknown'>

/**
 * What can be done about an unknown field: spaces where its name begins with something that only looks like them, the
 * conversion from an older form, its right name, the apiVersion that has it, its right place, and at last its removal.
 */
export function unknownFieldRemedy(violation: Unknown, subject: Subject): Remedy {
  const { path } = violation
  const { value: root } = subject
  const name = String(path.at(-1))
  const reason = otherRelease(violation, subject)
  const isElsewhere = reason !== undefined
  const renamed = isElsewhere ? [] : renameField(violation)
  const isSpelling = renamed[0]?.safety === 'safe'
  const copy = equalCopy(violation, root)
  const fixes = [
    ...(unusualSpace.test(name.charAt(0)) ? indentationOf(subject) : []),
    ...convertField(path, subject),
    ...(isSpelling ? renamed : []),
    ...otherVersions(violation, subject),
    ...(isSpelling ? [] : renamed),
    ...moveField(violation, subject),
    ...(copy ? [copy] : [removal(path, root, removalReason(violation, root))]),
  ]
  return { fixes, ...(isElsewhere && { unfixable: reason }) }
}

const indentationOfDocuments = new WeakMap<ReadDocument, readonly Proposal[]>()

/** All unknown fields of a document have the same indentation. */
function indentationOf({ document, text }: Subject): readonly Proposal[] {
  const fixes = indentationOfDocuments.get(document) ?? indentationFixes(text)
  indentationOfDocuments.set(document, fixes)
  return fixes
}

/** An unknown field gets the name of the closest known one. */
function renameField({ path, schema }: Unknown): readonly Proposal[] {
  const name = String(path.at(-1))
  const key = closest(name, fieldsOf(schema).keys())
  if (key === undefined || key === name) return []
  return [proposal(`Rename to ${key}`, guess(name, key), { kind: 'rename', path, key })]
}

/** An unknown field moves to where its exact name is known, when that place is free. */
function moveField(violation: Unknown, { value: root, text }: Subject): readonly Proposal[] {
  const { path } = violation
  const location = correctLocationOf(violation)
  const here = location && valueAt(root, path)
  const value = here && toJson(here)
  if (!here || value === undefined) return []
  const targets = targetPaths(location, path, root)
  const [target] = targets
  if (!target) return []
  return [
    proposal(
      `Move to ${placeOf(target)}`,
      hasComment(path, root, text)
        ? review('Check that this is where you want it. The comments inside it are not kept.')
        : location.isOnly
          ? safe('No other place near it has a field of this name.')
          : review('Check that this is where you want it.'),
      ...targets.map((to) => ({ kind: 'set', path: to, value }) as const),
      { kind: 'remove', path: removalPath(root, path, targets) },
    ),
  ]
}

/** Whether there is a comment between a key and the end of its list or mapping. */
function hasComment(path: Path, root: Value, text: string): boolean {
  const owner = valueAt(root, path.slice(0, -1))
  const entry = owner?.type === 'mapping' ? owner.entries.get(String(path.at(-1))) : undefined
  return (
    entry !== undefined &&
    entry.value.type !== 'scalar' &&
    /\s#/.test(text.slice(entry.keyTo, entry.value.to))
  )
}

/** `securityContext` for `spec.containers[0].securityContext.privileged`. */
const placeOf = (target: Path): string =>
  String(target.slice(0, -1).findLast((step) => typeof step === 'string') ?? 'the top level')

/** The places where the field belongs, where each already has a value. */
function takenPlaces(violation: Unknown, root: Value): readonly Path[] {
  const location = correctLocationOf(violation)
  if (!location) return []
  const places = allPlaces(location, violation.path, root)
  return targetPaths(location, violation.path, root).length === 0 ? places : []
}

/** The removal of a field whose value is already where it belongs. */
function equalCopy(violation: Unknown, root: Value): Proposal | undefined {
  const { path } = violation
  const own = canonicalAt(root, path)
  const places = takenPlaces(violation, root)
  if (own === undefined || places.length === 0) return undefined
  if (!places.every((place) => canonicalAt(root, place) === own)) return undefined
  const [place = []] = places
  return proposal(
    `Remove ${path.at(-1)}`,
    safe(`Nothing is lost: ${placeOf(place)} has the same value of it.`),
    { kind: 'remove', path: removalPath(root, path, places) },
  )
}

const canonicalAt = (root: Value, path: Path): string | undefined => {
  const value = valueAt(root, path)
  const json = value && toJson(value)
  return json === undefined ? undefined : canonicalJson(json)
}

function removalReason(violation: Unknown, root: Value): string {
  const [place] = takenPlaces(violation, root)
  return place
    ? `Where it belongs, ${placeOf(place)} has another value, which stays.`
    : 'The API has no such field here: the server refuses it or drops it.'
}

/** Changes the apiVersion to one of the same group that has the field. */
function otherVersions({ path }: Unknown, subject: Subject): readonly Proposal[] {
  const { object, schemas, settings } = subject
  const { apiVersion } = object
  const name = String(path.at(-1))
  return servedVersions(subject)
    .filter((to) => to !== apiVersion && groupOf(to) === groupOf(apiVersion))
    .filter((to) => schemaAt(schemas.find(settings.kubernetesVersion, to, object.kind)?.schema, path))
    .toSorted(byMaturity)
    .map((to) => {
      const fixes = versionFixes(subject)
      const known = fixes.get(to) ?? versionFix(to, subject)
      fixes.set(to, known)
      const note = `${name} is a field of ${to}, not of ${apiVersion}, and takes effect with this. Check its value.`
      return { ...known, note: `${note} ${known.note}`.trim() }
    })
}

/** By apiVersion, the changes to it, which are the same for all unknown fields of an object. */
const versionFixes = once<Subject, Map<string, Proposal>>(() => new Map())

const versionFix = (to: string, subject: Subject): Proposal =>
  withRequired(
    proposal(`Change apiVersion to ${to}`, review(''), ...changesTo(to, subject.object, subject.value)),
    subject,
  )

/** The apiVersions in which a kind is served, by Kubernetes or by a definition. */
function servedVersions({ object, catalog, schemas, settings }: Subject): readonly string[] {
  const { apiVersion, kind } = object
  const defined = [...schemas.defined(apiVersion, kind).values()].filter(({ served }) => served)
  if (defined.length > 0) return defined.map((one) => one.apiVersion)
  const native = catalog?.apiVersionsOf(settings.kubernetesVersion, kind) ?? []
  return native.length > 0 ? native : schemas.bundledVersions(apiVersion, kind)
}

/** Which other version of Kubernetes has the field, in a sentence. */
function otherRelease({ path }: Unknown, { object, catalog, settings }: Subject): string | undefined {
  const { versions = [] } = catalog ?? {}
  const { kubernetesVersion: chosen } = settings
  const has = (version: string): boolean =>
    schemaAt(catalog?.kind(version, object.apiVersion, object.kind), path) !== undefined
  const index = versions.indexOf(chosen)
  if (index < 0) return undefined
  const name = String(path.at(-1))
  const since = versions.slice(index + 1).find(has)
  if (since !== undefined)
    return `The field ${name} exists since Kubernetes ${since}; the chosen version is ${chosen}. Choose the version of your cluster, or add the field after the upgrade.`
  const last = versions.slice(0, index).findLast(has)
  return last === undefined
    ? undefined
    : `The last version of Kubernetes with the field ${name} is ${last}; the chosen version is ${chosen}. Choose the version of your cluster, or do without the field.`
}
