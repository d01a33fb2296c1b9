import type { JsonObject } from '../../engine/model/json'
import { has, objectAt, textAt } from '../read'
import { remove, tooLong } from '../say'
import { type At, checkWord, forbid, refuse, requireText, within } from './checks'
import { validateDescendingPath } from './files'

/*
 * Seccomp and AppArmor profiles, of a Pod or a container. `at`: the place of the profile.
 */

const longestPath = 4095

const types = ['Localhost', 'RuntimeDefault', 'Unconfined']

function validateType(profile: JsonObject, name: string, at: At): void {
  if (requireText(profile, 'type', { ...at, subject: `${at.subject}: the ${name}` }))
    checkWord(textAt(profile, 'type'), `type of the ${name}`, types, within(at, 'type'))
}

const refuseMissing = (at: At): void =>
  refuse(
    'required-field',
    'FieldValueRequired',
    at,
    `${at.subject}: a profile of type Localhost needs a localhostProfile.`,
  )

const refuseExtra = (at: At): void =>
  refuse(
    'invalid-profile',
    'FieldValueInvalid',
    at,
    `${at.subject}: only a profile of type Localhost can have a localhostProfile.`,
    remove,
  )

/** Source: `validateSeccompProfileField`. */
export function validateSeccompProfile(profile: JsonObject, at: At): void {
  validateType(profile, 'seccompProfile', at)
  const here = within(at, 'localhostProfile')
  if (textAt(profile, 'type') === 'Localhost') {
    if (!has(profile, 'localhostProfile')) refuseMissing(here)
    validateDescendingPath(textAt(profile, 'localhostProfile'), here, 'invalid-profile')
  } else if (has(profile, 'localhostProfile')) refuseExtra(here)
}

/** Source: `ValidateAppArmorProfileField`. */
export function validateAppArmorProfile(profile: JsonObject, at: At): void {
  validateType(profile, 'appArmorProfile', at)
  const [type, path] = [textAt(profile, 'type'), textAt(profile, 'localhostProfile')]
  const here = within(at, 'localhostProfile')
  if (type === 'Localhost') {
    if (path === '') refuseMissing(here)
    else if (path !== path.trim())
      refuse(
        'surrounding-spaces',
        'FieldValueInvalid',
        here,
        `${at.subject}’s localhostProfile must not begin or end with spaces.`,
        { kind: 'set', value: path.trim() },
      )
    if (path.length > longestPath)
      tooLong(at.answer, here.place, `${at.subject}’s localhostProfile`, longestPath)
  } else if (types.includes(type) && has(profile, 'localhostProfile')) refuseExtra(here)
}

/** What annotations have before the name of a profile of the node. */
export const localhost = 'localhost/'

/** `runtime`: how annotations write the default profile of the container runtime. */
const matchProfile =
  (kind: string, runtime: readonly string[]) =>
  (annotation: string, profile: JsonObject, at: At): void => {
    const type = textAt(profile, 'type')
    const isSame =
      (type === 'Unconfined' && annotation === 'unconfined') ||
      (type === 'RuntimeDefault' && runtime.includes(annotation)) ||
      (type === 'Localhost' && annotation.startsWith(localhost))
    if (!isSame && types.includes(type))
      forbid(`the ${kind} type ${type}`, `differs from the annotation ${annotation}`, within(at, 'type'))
    else if (
      type === 'Localhost' &&
      annotation.slice(localhost.length) !== textAt(profile, 'localhostProfile')
    )
      forbid('localhostProfile', `differs from the annotation ${annotation}`, within(at, 'localhostProfile'))
  }

/** Source: `validateSeccompAnnotationsAndFieldsMatch`. */
export const matchSeccomp = matchProfile('seccomp', ['runtime/default', 'docker/default'])

/** Source: `validateAppArmorAnnotationsAndFieldsMatchOnCreate`. */
export const matchAppArmor = matchProfile('AppArmor', ['runtime/default'])

/** The profile that an AppArmor annotation means; undefined when none. Source: `ApparmorFieldForAnnotation`. */
export const appArmorOf = (annotation: string): JsonObject | undefined => {
  if (annotation === 'unconfined') return { type: 'Unconfined' }
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' }
  const path = annotation.startsWith(localhost) ? annotation.slice(localhost.length) : ''
  const isValid = path !== '' && path === path.trim() && path.length <= longestPath
  return isValid ? { type: 'Localhost', localhostProfile: path } : undefined
}

/** Whether two profiles are the same. */
export const isSameProfile = (one: JsonObject, other: JsonObject): boolean =>
  ['type', 'localhostProfile'].every((key) => textAt(one, key) === textAt(other, key))

/** The profile of an object with a security context; undefined when it has none. */
export const profileOf = (object: JsonObject, key: string): JsonObject | undefined => {
  const context = objectAt(object, 'securityContext')
  return has(context, key) ? objectAt(context, key) : undefined
}
