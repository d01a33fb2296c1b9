import type { JsonObject } from '../../engine/model/json'
import type { Judge } from '../judge'
import { subdomainProblem } from '../names'
import { root, type Place } from '../place'
import { has, objectAt, textAt, textsAt } from '../read'
import { forbidden, named, notAllowed, required } from '../say'
import { validateAccessModes } from './accessModes'
import { validateDriverName } from './driver'
import { validateSources } from './volumeSources'

const spec = root.child('spec')

/** Source: `ValidateVolumeAttachment`. */
export function validateAttachment(object: JsonObject, judge: Judge): void {
  const attachment = objectAt(object, 'spec')
  const attacher = textAt(attachment, 'attacher')
  validateDriverName(attacher, spec.child('attacher'), 'The attacher', judge)
  validateSource(objectAt(attachment, 'source'), spec.child('source'), judge)
  const node = textAt(attachment, 'nodeName')
  named(judge, spec.child('nodeName'), 'The nodeName of the attachment', node, subdomainProblem)
}

/** Source: `validateVolumeAttachmentSource`. */
function validateSource(source: JsonObject, place: Place, judge: Judge): void {
  const hasName = has(source, 'persistentVolumeName')
  const hasInline = has(source, 'inlineVolumeSpec')
  const name = textAt(source, 'persistentVolumeName')
  const here = place.child('persistentVolumeName')
  if (!hasName && !hasInline) required(judge, place, 'The attachment names no volume.')
  else if (hasName && hasInline)
    forbidden(judge, place, 'The attachment names a volume and has one inline.', 'only-one-allowed')
  else if (hasName && name === '') required(judge, here, 'The persistentVolumeName is empty.')
  else if (hasInline)
    validateInline(objectAt(source, 'inlineVolumeSpec'), place.child('inlineVolumeSpec'), judge)
  if (hasName) named(judge, here, 'The persistentVolumeName', name, subdomainProblem)
}

const inline = 'An inline volume'

const excluded: readonly string[] = ['claimRef', 'capacity', 'nodeAffinity', 'storageClassName']

/** A volume that is only in the attachment. Source: `ValidatePersistentVolumeSpec`. */
function validateInline(volume: JsonObject, place: Place, judge: Judge): void {
  const isSet = (key: string): boolean =>
    textAt(volume, key) !== '' ||
    (has(volume, key) &&
      key !== 'storageClassName' &&
      (key !== 'capacity' || !isEmpty(objectAt(volume, key))))
  for (const key of excluded.filter(isSet))
    notAllowed(judge, place.child(key), `${inline} cannot have ${key}.`)
  if (!has(volume, 'csi')) required(judge, place.child('csi'), `${inline} must be of a CSI driver.`)
  validateAccessModes(textsAt(volume, 'accessModes'), place.child('accessModes'), 'The volume', judge)
  const policy = textAt(volume, 'persistentVolumeReclaimPolicy') || 'Retain'
  const mode = textAt(volume, 'volumeMode') || 'Filesystem'
  const refuse = (key: string, only: string): void =>
    forbidden(
      judge,
      place.child(key),
      `${inline} cannot have another ${key} than ${only}.`,
      'field-not-allowed',
      {
        kind: 'set',
        value: only,
      },
    )
  if (policy !== 'Retain') refuse('persistentVolumeReclaimPolicy', 'Retain')
  if (mode !== 'Filesystem') refuse('volumeMode', 'Filesystem')
  validateSources(volume, '', place, judge)
}

const isEmpty = (object: JsonObject): boolean => Object.keys(object).length === 0
