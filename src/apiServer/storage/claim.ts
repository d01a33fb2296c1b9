import type { JsonObject } from '../../engine/model/json'
import { Answer } from '../answer'
import { Place, root } from '../place'
import { has, objectAt, textAt, textsOf, withSpec } from '../read'
import { completeClaimSpec, validateClaimSpec, warnOfClaimSpec } from './claimSpec'

export const completeClaim = (object: JsonObject): JsonObject => withSpec(object, completeClaimSpec)

const betaClass = 'volume.beta.kubernetes.io/storage-class'

/** Source: `ValidatePersistentVolumeClaim`. */
export function validateClaim(object: JsonObject, answer: Answer): void {
  const place = root.child('spec')
  const spec = objectAt(object, 'spec')
  const seen = new Answer(answer.minor)
  validateClaimSpec(withSources(spec, place, answer), place, 'The claim', seen)
  for (const cause of seen.causes) answer.causes.push({ ...cause, place: inText(cause.place, spec) })
  if (textAt(spec, 'volumeAttributesClassName') !== '' && !answer.isFrom(34)) {
    const here = place.child('volumeAttributesClassName')
    answer.drop('no-effect', here, 'volumeAttributesClassName has no effect before Kubernetes 1.34.')
  }
  if (answer.causes.length > 0) return
  if (textsOf(objectAt(object, 'metadata'), 'annotations').some(([name]) => name === betaClass))
    answer.warn(
      'deprecated',
      root.child('metadata', 'annotations').keyOf(betaClass),
      `The annotation ${betaClass} is deprecated. Use the field storageClassName.`,
    )
  warnOfClaimSpec(spec, place, 'The claim', answer)
}

/** The source of data in the text, where the server has copied it from the other field. */
function inText(place: Place, spec: JsonObject): Place {
  const [, key, ...below] = place.path
  const other = key === 'dataSource' ? 'dataSourceRef' : 'dataSource'
  const isCopy = (key === 'dataSource' || key === 'dataSourceRef') && !has(spec, key) && has(spec, other)
  return isCopy ? new Place(['spec', other, ...below], place.field, place.isAboutKey) : place
}

const isClaimOrSnapshot = (source: JsonObject): boolean => {
  const [kind, group] = [textAt(source, 'kind'), textAt(source, 'apiGroup')]
  return (
    (kind === 'PersistentVolumeClaim' && group === '') ||
    (kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io')
  )
}

/**
 * The spec with the sources of data that the server keeps, each in both fields.
 * Source: `DropDisabledFields`, `EnforceDataSourceBackwardsCompatibility`, `NormalizeDataSources`.
 */
function withSources(spec: JsonObject, place: Place, answer: Answer): JsonObject {
  const { dataSource: _old, dataSourceRef: _new, ...rest } = spec
  const reference = objectAt(spec, 'dataSourceRef')
  const isFar = textAt(reference, 'namespace') !== ''
  // Gate CrossNamespaceVolumeDataSource. What is left of the field is then copied from the older one.
  const far = place.child('dataSourceRef')
  if (isFar)
    answer.drop(
      'no-effect',
      has(spec, 'dataSource') ? far.child('namespace') : far,
      'A source of data in another namespace is not supported and has no effect.',
    )
  const newer = has(spec, 'dataSourceRef') && !isFar ? reference : undefined
  const source = has(spec, 'dataSource') ? objectAt(spec, 'dataSource') : undefined
  if (source && !newer && !isClaimOrSnapshot(source)) {
    answer.drop(
      'no-effect',
      place.child('dataSource'),
      'Only a claim or a VolumeSnapshot can be a dataSource.',
    )
    return rest
  }
  return {
    ...rest,
    ...(source || newer ? { dataSource: source ?? newer ?? {}, dataSourceRef: newer ?? source ?? {} } : {}),
  }
}
