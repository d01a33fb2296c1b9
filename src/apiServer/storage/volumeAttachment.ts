import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { subdomainProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { has, objectAt, textAt, textsAt } from '../read'
import { forbidden, named, notAllowed, required } from '../say'
import { validateAccessModes } from './accessModes'
import { validateDriverName } from './driver'
import { validateSources } from './volumeSources'

const spec = root.child('spec')

/** Source: `ValidateVolumeAttachment`. */
export function validateAttachment(object: JsonObject, answer: Answer): void {
  const attachment = objectAt(object, 'spec')
  const attacher = textAt(attachment, 'attacher')
  validateDriverName(attacher, spec.child('attacher'), 'The attacher', answer)
  validateSource(objectAt(attachment, 'source'), spec.child('source'), answer)
  const node = textAt(attachment, 'nodeName')
  named(answer, spec.child('nodeName'), 'The nodeName of the attachment', node, subdomainProblem)
}

/** Source: `validateVolumeAttachmentSource`. */
function validateSource(source: JsonObject, place: Place, answer: Answer): void {
  const hasName = has(source, 'persistentVolumeName')
  const hasInline = has(source, 'inlineVolumeSpec')
  const name = textAt(source, 'persistentVolumeName')
  const here = place.child('persistentVolumeName')
  if (!hasName && !hasInline) required(answer, place, 'The attachment names no volume.')
  else if (hasName && hasInline)
    forbidden(answer, place, 'The attachment names a volume and has one inline.', 'only-one-allowed')
  else if (hasName && name === '') required(answer, here, 'The persistentVolumeName is empty.')
  else if (hasInline)
    validateInline(objectAt(source, 'inlineVolumeSpec'), place.child('inlineVolumeSpec'), answer)
  if (hasName) named(answer, here, 'The persistentVolumeName', name, subdomainProblem)
}

const inline = 'An inline volume'

const excluded: readonly string[] = ['claimRef', 'capacity', 'nodeAffinity', 'storageClassName']

/** A volume that is only in the attachment. Source: `ValidatePersistentVolumeSpec`. */
function validateInline(volume: JsonObject, place: Place, answer: Answer): void {
  const isEmpty = (key: string): boolean => {
    if (key === 'storageClassName') return textAt(volume, key) === ''
    return key === 'capacity' ? Object.keys(objectAt(volume, key)).length === 0 : !has(volume, key)
  }
  for (const key of excluded.filter((one) => !isEmpty(one)))
    notAllowed(answer, place.child(key), `${inline} cannot have ${key}.`)
  if (!has(volume, 'csi')) required(answer, place.child('csi'), `${inline} must be of a CSI driver.`)
  validateAccessModes(textsAt(volume, 'accessModes'), place.child('accessModes'), 'The volume', answer)
  const policy = textAt(volume, 'persistentVolumeReclaimPolicy') || 'Retain'
  const mode = textAt(volume, 'volumeMode') || 'Filesystem'
  const refuse = (key: string, only: string): void =>
    forbidden(answer, place.child(key), `${inline}’s ${key} must be ${only}.`, 'field-not-allowed', {
      kind: 'set',
      value: only,
    })
  if (policy !== 'Retain') refuse('persistentVolumeReclaimPolicy', 'Retain')
  if (mode !== 'Filesystem') refuse('volumeMode', 'Filesystem')
  validateSources(volume, '', place, answer)
}
