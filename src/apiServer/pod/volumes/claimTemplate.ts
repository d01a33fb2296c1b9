import type { JsonObject } from '../../../engine/model/json'
import { validateTemplateMetadata } from '../../metadata/templateMetadata'
import { has, objectAt } from '../../read'
import { required } from '../../say'
import { validateClaimSpec, warnOfClaimSpec } from '../../storage/claimSpec'
import { type At, within } from '../checks'

/** How sentences name the template. */
const templateOf = ({ subject }: At): string => `${subject}: the claim template`

/** A volume that a claim of its own is made for. Source: `validateEphemeralVolumeSource`. */
export function validateEphemeral(source: JsonObject, at: At): void {
  const here = within(at, 'volumeClaimTemplate')
  if (!has(source, 'volumeClaimTemplate'))
    return required(at.answer, here.place, `${at.subject} has no volumeClaimTemplate.`)
  const template = objectAt(source, 'volumeClaimTemplate')
  validateTemplateMetadata(
    objectAt(template, 'metadata'),
    `${at.subject}: a claim template`,
    here.place.child('metadata'),
    at.answer,
  )
  validateClaimSpec(objectAt(template, 'spec'), here.place.child('spec'), templateOf(at), at.answer)
}

/** `at`: the place of the volume. */
export function warnOfFractionalStorage(volume: JsonObject, at: At): void {
  const template = objectAt(objectAt(volume, 'ephemeral'), 'volumeClaimTemplate')
  const place = at.place.child('ephemeral', 'volumeClaimTemplate', 'spec')
  warnOfClaimSpec(objectAt(template, 'spec'), place, templateOf(at), at.answer)
}
