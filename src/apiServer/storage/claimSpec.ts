import { field, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { validateLabelSelector } from '../labelSelector'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { positive, warnOfFraction } from '../quantities'
import { has, objectAt, textAt, textsAt, withDefault } from '../read'
import { invalid, named, namedIfSet, oneOf, required } from '../say'
import { validateAccessModes, volumeModes } from './accessModes'

/*
 * The spec of a claim: of a PersistentVolumeClaim, and of the templates in StatefulSets and in ephemeral volumes. `what`:
 * how sentences name it, such as “The claim”. `place`: of the spec.
 */

/** The spec of a claim with the server’s defaults. Source: `SetDefaults_PersistentVolumeClaimSpec`. */
export const completeClaimSpec = (spec: JsonObject): JsonObject =>
  withDefault(spec, 'volumeMode', 'Filesystem')

/** Source: `ValidatePersistentVolumeClaimSpec`. */
export function validateClaimSpec(spec: JsonObject, place: Place, what: string, answer: Answer): void {
  validateAccessModes(textsAt(spec, 'accessModes'), place.child('accessModes'), what, answer)
  if (has(spec, 'selector'))
    validateLabelSelector(objectAt(spec, 'selector'), place.child('selector'), answer)
  validateStorage(spec, place, what, answer)
  // Gate VolumeAttributesClass.
  for (const key of ['storageClassName', ...(answer.isFrom(34) ? ['volumeAttributesClassName'] : [])])
    namedIfSet(answer, place.child(key), `${what}’s ${key}`, textAt(spec, key))
  if (has(spec, 'volumeMode')) {
    const mode = textAt(spec, 'volumeMode')
    oneOf(answer, place.child('volumeMode'), `${what}’s volumeMode`, mode, volumeModes)
  }
  validateSources(spec, place, what, answer)
}

function validateStorage(spec: JsonObject, place: Place, what: string, answer: Answer): void {
  const request = field(objectAt(objectAt(spec, 'resources'), 'requests'), 'storage')
  const here = place
    .child('resources', 'requests', 'storage')
    .spelled(place.child('resources').key('storage').field)
  if (request === undefined) required(answer, here, `${what} requests no storage.`)
  else positive(answer, here, `${what}’s request for storage`, request)
}

function validateSources(spec: JsonObject, place: Place, what: string, answer: Answer): void {
  const [source, reference] = [objectAt(spec, 'dataSource'), objectAt(spec, 'dataSourceRef')]
  const [hasSource, hasReference] = [has(spec, 'dataSource'), has(spec, 'dataSourceRef')]
  if (hasSource) validateSource(source, place.child('dataSource'), what, answer)
  if (hasReference) validateSource(reference, place.child('dataSourceRef'), what, answer)
  const namespace = textAt(reference, 'namespace')
  const namespacePlace = place.child('dataSourceRef', 'namespace')
  namedIfSet(answer, namespacePlace, `${what}’s dataSourceRef.namespace`, namespace, labelProblem)
  if (!hasSource || !hasReference) return
  const isEqual =
    has(source, 'apiGroup') === has(reference, 'apiGroup') &&
    ['apiGroup', 'kind', 'name'].every((key) => textAt(source, key) === textAt(reference, key))
  const refuse = (problem: string): void =>
    invalid(
      answer,
      place.child('dataSource').spelled(place.field),
      `${what} ${problem}.`,
      'conflicting-fields',
    )
  if (namespace !== '') refuse('has a dataSource beside a dataSourceRef with a namespace')
  else if (!isEqual) refuse('has a dataSource and a dataSourceRef that differ')
}

/** Source: `validateDataSource` and `validateDataSourceRef`. */
function validateSource(source: JsonObject, place: Place, what: string, answer: Answer): void {
  const [kind, group] = [textAt(source, 'kind'), textAt(source, 'apiGroup')]
  for (const key of ['name', 'kind'])
    if (textAt(source, key) === '') required(answer, place.child(key), `${what}’s data source has no ${key}.`)
  const message = `${what}’s data source has the kind “${kind}”. Only a PersistentVolumeClaim can go without an apiGroup.`
  if (group === '' && kind !== 'PersistentVolumeClaim')
    invalid(answer, place.child('apiGroup').spelled(place.field), message, 'unsupported-value')
  else if (group !== '')
    named(answer, place.child('apiGroup'), `${what}’s data source: the apiGroup`, group, subdomainProblem)
}

/** Warns of amounts that are not whole bytes. Source: `GetWarningsForPersistentVolumeClaimSpec`. */
export function warnOfClaimSpec(spec: JsonObject, place: Place, what: string, answer: Answer): void {
  for (const key of ['requests', 'limits']) {
    const amount = field(objectAt(objectAt(spec, 'resources'), key), 'storage')
    warnOfFraction(
      answer,
      place.child('resources', key).key('storage'),
      `${what}’s ${key.slice(0, -1)} for storage`,
      amount,
    )
  }
}
