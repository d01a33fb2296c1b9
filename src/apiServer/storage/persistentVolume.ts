import { field, type JsonObject } from '../../engine/model/json'
import type { Judge } from '../judge'
import { validateNodeSelector, warnOfNodeSelector } from '../nodeSelector'
import { root, type Place } from '../place'
import { positive } from '../quantities'
import { has, objectAt, textAt, textsAt, textsOf, withDefault } from '../read'
import { forbidden, namedIfSet, neededName, notAllowed, oneOf, required } from '../say'
import { validateAccessModes, volumeModes } from './accessModes'
import { supportsMountOptions, validateSources, warnOfSources } from './volumeSources'

/** Source: `SetDefaults_PersistentVolume`. */
export function completeVolume(object: JsonObject): JsonObject {
  const spec = withDefault(objectAt(object, 'spec'), 'volumeMode', 'Filesystem')
  const policy = textAt(spec, 'persistentVolumeReclaimPolicy') || 'Retain'
  return { ...object, spec: { ...spec, persistentVolumeReclaimPolicy: policy } }
}

/** Source: `ValidatePersistentVolume`, here and in pkg/volume/validation. */
export function validateVolume(object: JsonObject, judge: Judge): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  const metadata = objectAt(object, 'metadata')
  validateAccessModes(textsAt(spec, 'accessModes'), place.child('accessModes'), 'The volume', judge)
  validateCapacity(objectAt(spec, 'capacity'), place.child('capacity'), judge)
  validatePolicy(spec, place, judge)
  if (has(spec, 'nodeAffinity'))
    validateAffinity(objectAt(spec, 'nodeAffinity'), place.child('nodeAffinity'), judge)
  validateSources(spec, textAt(metadata, 'name'), place, judge)
  validateNames(spec, place, judge)
  validateMountOptions(metadata, spec, judge)
  if (judge.causes.length === 0) warnOfVolume(metadata, spec, place, judge)
}

/** A volume has one amount, that of storage. */
function validateCapacity(capacity: JsonObject, place: Place, judge: Judge): void {
  const names = Object.keys(capacity)
  if (names.length === 0) required(judge, place, 'The volume has no capacity.')
  if (names.length !== 1 || names[0] !== 'storage') {
    const message = 'The capacity of a volume must be an amount of storage, and nothing else.'
    judge.refuse('unsupported-value', 'FieldValueNotSupported', place, message)
  }
  for (const name of names)
    positive(judge, place.key(name), `The volume’s capacity of ${name}`, field(capacity, name))
}

function validatePolicy(spec: JsonObject, place: Place, judge: Judge): void {
  const policy = textAt(spec, 'persistentVolumeReclaimPolicy')
  const at = place.child('persistentVolumeReclaimPolicy')
  oneOf(judge, at, 'The volume’s persistentVolumeReclaimPolicy', policy, ['Delete', 'Recycle', 'Retain'])
  if (policy === 'Recycle' && isWholeDisk(textAt(objectAt(spec, 'hostPath'), 'path')))
    forbidden(
      judge,
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
function validateAffinity(affinity: JsonObject, place: Place, judge: Judge): void {
  const here = place.child('required')
  if (has(affinity, 'required')) validateNodeSelector(objectAt(affinity, 'required'), here, judge)
  else required(judge, here, 'The volume’s nodeAffinity has no required node selector.')
}

function validateNames(spec: JsonObject, place: Place, judge: Judge): void {
  const classPlace = place.child('storageClassName')
  namedIfSet(judge, classPlace, 'The volume’s storageClassName', textAt(spec, 'storageClassName'))
  const mode = textAt(spec, 'volumeMode')
  oneOf(judge, place.child('volumeMode'), 'The volume’s volumeMode', mode, volumeModes)
  if (!has(spec, 'volumeAttributesClassName')) return
  const here = place.child('volumeAttributesClassName')
  // Gate VolumeAttributesClass.
  if (!judge.isFrom(34)) {
    judge.drop('no-effect', here, 'volumeAttributesClassName has no effect before Kubernetes 1.34.')
    return
  }
  neededName(judge, here, 'The volume’s volumeAttributesClassName', textAt(spec, 'volumeAttributesClassName'))
  if (!has(spec, 'csi'))
    required(judge, place.child('csi'), 'Only volumes of CSI drivers can have a volumeAttributesClassName.')
}

const mountOptions = 'volume.beta.kubernetes.io/mount-options'

const annotationsOf = (metadata: JsonObject): readonly string[] =>
  textsOf(metadata, 'annotations').map(([name]) => name)

/** Source: `checkMountOption`. */
function validateMountOptions(metadata: JsonObject, spec: JsonObject, judge: Judge): void {
  if (annotationsOf(metadata).includes(mountOptions) && !supportsMountOptions(spec))
    notAllowed(
      judge,
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
function warnOfVolume(metadata: JsonObject, spec: JsonObject, place: Place, judge: Judge): void {
  const annotations = annotationsOf(metadata)
  for (const [name, instead] of oldAnnotations)
    if (annotations.includes(name))
      judge.warn(
        'deprecated',
        root.child('metadata', 'annotations').keyOf(name),
        `The annotation ${name} is deprecated. Use the field ${instead}.`,
      )
  if (textAt(spec, 'persistentVolumeReclaimPolicy') === 'Recycle')
    judge.warn(
      'deprecated',
      place.child('persistentVolumeReclaimPolicy'),
      'The reclaim policy Recycle is deprecated. Use volumes that are made on demand.',
    )
  const affinity = place.child('nodeAffinity', 'required')
  warnOfNodeSelector(objectAt(objectAt(spec, 'nodeAffinity'), 'required'), affinity, judge)
  warnOfSources(spec, place, judge)
}
