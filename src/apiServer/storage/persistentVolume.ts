import { field, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { validateNodeSelector, warnOfNodeSelector } from '../nodeSelector'
import { root, type Place } from '../place'
import { positive } from '../quantities'
import { has, objectAt, textAt, textsAt, textsOf, withDefault, withSpec, withText } from '../read'
import { forbidden, namedIfSet, neededName, notAllowed, oneOf, required } from '../say'
import { validateAccessModes, volumeModes } from './accessModes'
import { supportsMountOptions, validateSources, warnOfSources } from './volumeSources'

/** Source: `SetDefaults_PersistentVolume`. */
export const completeVolume = (object: JsonObject): JsonObject =>
  withSpec(object, (spec) =>
    withText(withDefault(spec, 'volumeMode', 'Filesystem'), 'persistentVolumeReclaimPolicy', 'Retain'),
  )

/** Source: `ValidatePersistentVolume`, here and in pkg/volume/validation. */
export function validateVolume(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  const metadata = objectAt(object, 'metadata')
  validateAccessModes(textsAt(spec, 'accessModes'), place.child('accessModes'), 'The volume', answer)
  validateCapacity(objectAt(spec, 'capacity'), place.child('capacity'), answer)
  validatePolicy(spec, place, answer)
  if (has(spec, 'nodeAffinity'))
    validateAffinity(objectAt(spec, 'nodeAffinity'), place.child('nodeAffinity'), answer)
  validateSources(spec, textAt(metadata, 'name'), place, answer)
  validateNames(spec, place, answer)
  validateMountOptions(metadata, spec, answer)
  if (answer.causes.length === 0) warnOfVolume(metadata, spec, place, answer)
}

/** A volume has one amount, that of storage. */
function validateCapacity(capacity: JsonObject, place: Place, answer: Answer): void {
  const names = Object.keys(capacity)
  if (names.length === 0) required(answer, place, 'The volume has no capacity.')
  if (names.length !== 1 || names[0] !== 'storage') {
    const message = 'The capacity of a volume must be an amount of storage, and nothing else.'
    answer.refuse('unsupported-value', 'FieldValueNotSupported', place, message)
  }
  for (const name of names)
    positive(answer, place.key(name), `The volume’s capacity of ${name}`, field(capacity, name))
}

function validatePolicy(spec: JsonObject, place: Place, answer: Answer): void {
  const policy = textAt(spec, 'persistentVolumeReclaimPolicy')
  const at = place.child('persistentVolumeReclaimPolicy')
  oneOf(answer, at, 'The volume’s persistentVolumeReclaimPolicy', policy, ['Delete', 'Recycle', 'Retain'])
  if (policy === 'Recycle' && isWholeDisk(textAt(objectAt(spec, 'hostPath'), 'path')))
    forbidden(
      answer,
      at,
      'The volume is the whole file system of a node, so it must not be recycled.',
      'conflicting-fields',
    )
}

/** Whether a path is “/” when it is simplified. Source: Go, `path.Clean`. */
function isWholeDisk(path: string): boolean {
  const depths = path.split('/').reduce((depth, part) => {
    if (part === '' || part === '.') return depth
    return part === '..' ? Math.max(0, depth - 1) : depth + 1
  }, 0)
  return path.startsWith('/') && depths === 0
}

/** Source: `validateVolumeNodeAffinity`. */
function validateAffinity(affinity: JsonObject, place: Place, answer: Answer): void {
  const here = place.child('required')
  if (has(affinity, 'required')) validateNodeSelector(objectAt(affinity, 'required'), here, answer)
  else required(answer, here, 'The volume’s nodeAffinity has no required node selector.')
}

function validateNames(spec: JsonObject, place: Place, answer: Answer): void {
  const classPlace = place.child('storageClassName')
  namedIfSet(answer, classPlace, 'The volume’s storageClassName', textAt(spec, 'storageClassName'))
  const mode = textAt(spec, 'volumeMode')
  oneOf(answer, place.child('volumeMode'), 'The volume’s volumeMode', mode, volumeModes)
  if (!has(spec, 'volumeAttributesClassName')) return
  const here = place.child('volumeAttributesClassName')
  // Gate VolumeAttributesClass.
  if (!answer.isFrom(34)) {
    answer.drop('no-effect', here, 'volumeAttributesClassName has no effect before Kubernetes 1.34.')
    return
  }
  neededName(
    answer,
    here,
    'The volume’s volumeAttributesClassName',
    textAt(spec, 'volumeAttributesClassName'),
  )
  if (!has(spec, 'csi'))
    required(answer, place.child('csi'), 'Only volumes of CSI drivers can have a volumeAttributesClassName.')
}

const mountOptions = 'volume.beta.kubernetes.io/mount-options'

const annotationsOf = (metadata: JsonObject): readonly string[] =>
  textsOf(metadata, 'annotations').map(([name]) => name)

/** Source: `checkMountOption`. */
function validateMountOptions(metadata: JsonObject, spec: JsonObject, answer: Answer): void {
  if (annotationsOf(metadata).includes(mountOptions) && !supportsMountOptions(spec))
    notAllowed(
      answer,
      root
        .child('metadata', 'annotations')
        .keyOf(mountOptions)
        .spelled(`metadata.annotations.${mountOptions}`),
      `The volume’s type takes no mount options, so it cannot have the annotation ${mountOptions}.`,
    )
}

const oldAnnotations: readonly (readonly [name: string, instead: string])[] = [
  ['volume.beta.kubernetes.io/storage-class', 'storageClassName'],
  [mountOptions, 'mountOptions'],
]

/** Source: `GetWarningsForPersistentVolume`. */
function warnOfVolume(metadata: JsonObject, spec: JsonObject, place: Place, answer: Answer): void {
  const annotations = annotationsOf(metadata)
  for (const [name, instead] of oldAnnotations)
    if (annotations.includes(name))
      answer.warn(
        'deprecated',
        root.child('metadata', 'annotations').keyOf(name),
        `The annotation ${name} is deprecated. Use the field ${instead}.`,
      )
  if (textAt(spec, 'persistentVolumeReclaimPolicy') === 'Recycle')
    answer.warn(
      'deprecated',
      place.child('persistentVolumeReclaimPolicy'),
      'The reclaim policy Recycle is deprecated. Use dynamic provisioning instead.',
    )
  const affinity = place.child('nodeAffinity', 'required')
  warnOfNodeSelector(objectAt(objectAt(spec, 'nodeAffinity'), 'required'), affinity, answer)
  warnOfSources(spec, place, answer)
}
