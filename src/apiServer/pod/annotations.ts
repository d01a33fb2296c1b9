import { isList, isObject, type JsonObject } from '../../engine/model/json'
import { Answer } from '../answer'
import { type Place, root } from '../place'
import { has, objectAt, textAt, textsOf, parseJson } from '../read'
import { quoted } from '../say'
import { validateTolerations } from '../tolerations'
import { type At, about, refuse } from './checks'
import { containersOf } from './containersOf'
import { validateDescendingPath } from './files'
import { appArmorOf, isSameProfile, localhost, matchAppArmor, matchSeccomp, profileOf } from './profiles'
import { isForWindows } from './security'

const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/'
const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod'
const seccompPrefix = 'container.seccomp.security.alpha.kubernetes.io/'
const tolerationsKey = 'scheduler.alpha.kubernetes.io/tolerations'

/** The annotations of a Pod or a template that the server reads. `errors`: where it reports them; `warnings`: where it warns. */
type Room = {
  readonly metadata: JsonObject
  readonly spec: JsonObject
  readonly errors: Place
  readonly warnings: Place
  readonly specPlace: Place
}

/** The annotations of the template of a workload. `place`: of the template, whose errors lack `metadata` in their paths. */
export function validateTemplateAnnotations(template: JsonObject, place: Place, answer: Answer): void {
  const warnings = place.child('metadata', 'annotations')
  const room = {
    metadata: objectAt(template, 'metadata'),
    spec: objectAt(template, 'spec'),
    errors: warnings.spelled(`${place.field}.annotations`),
    warnings,
    specPlace: place.child('spec'),
  }
  validateAnnotations(room, false, { place, subject: 'The Pod template', answer })
  warnOfAnnotations(room, false, answer)
}

/** The annotations of a Pod. */
export function validatePodAnnotations(pod: JsonObject, answer: Answer): void {
  const place = root.child('metadata', 'annotations')
  const room = {
    metadata: objectAt(pod, 'metadata'),
    spec: objectAt(pod, 'spec'),
    errors: place,
    warnings: place,
    specPlace: root.child('spec'),
  }
  validateAnnotations(room, true, { place, subject: 'The Pod', answer })
  warnOfAnnotations(room, true, answer)
}

/** Source: `ValidatePodSpecificAnnotations` and the comparisons of `ValidatePodCreate`, `ValidatePodTemplateSpec`. */
function validateAnnotations(room: Room, isPod: boolean, at: At): void {
  const { metadata, spec, errors } = room
  const annotations = textsOf(metadata, 'annotations')
  const names = new Set(containersOf(spec, root).map(({ container }) => textAt(container, 'name')))
  for (const [key, value] of annotations) {
    const here = about(at, errors.key(key), at.subject)
    if (key === 'kubernetes.io/config.mirror' && textAt(spec, 'nodeName') === '')
      refuse(
        'invalid-annotation',
        'FieldValueInvalid',
        here,
        `${at.subject} has the annotation of a mirror Pod, so it needs a nodeName.`,
      )
    if (key === 'controller.kubernetes.io/pod-deletion-cost' && !isInt32(value))
      refuse(
        'invalid-annotation',
        'FieldValueInvalid',
        here,
        `${at.subject}: the annotation pod-deletion-cost must be a whole number, of at most 32 bits.`,
      )
    if (key === tolerationsKey && value !== '')
      validateWrittenTolerations(value, { ...here, place: errors.key(key).spelled(errors.field) })
    if (key === seccompOfPod || key.startsWith(seccompPrefix))
      validateWrittenSeccomp(value, { ...here, place: errors.key(key).spelled(`${errors.field}.${key}`) })
    if (!key.startsWith(appArmorPrefix)) continue
    if (!names.has(key.slice(appArmorPrefix.length)))
      refuse(
        'invalid-annotation',
        'FieldValueInvalid',
        { ...here, place: errors.keyOf(key) },
        `${at.subject} has an AppArmor annotation for the container ${key.slice(appArmorPrefix.length)}, which does not exist.`,
      )
    if (!['', 'runtime/default', 'unconfined'].includes(value) && !value.startsWith(localhost))
      refuseProfile('AppArmor', value, here)
  }
  compareProfiles(room, isPod, at)
}

const isInt32 = (text: string): boolean =>
  /^(0|-\d+|[1-9]\d*)$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31

/** Source: `ValidateTolerationsInPodAnnotations`. */
function validateWrittenTolerations(value: string, at: At): void {
  const tolerations = parseJson(value)
  if (tolerations === null) return
  if (!isList(tolerations) || !tolerations.every((item) => item === null || isObject(item)))
    return refuse(
      'invalid-annotation',
      'FieldValueInvalid',
      at,
      `${at.subject}: the annotation ${tolerationsKey} must be a list of tolerations in JSON.`,
    )
  // The text of the annotation is one value, so all of this is at its place, and no part of it can be fixed alone.
  const written = new Answer(at.answer.minor)
  const place = at.place.spelled(`${at.place.field}.${tolerationsKey}`)
  validateTolerations({ tolerations }, place, written)
  for (const { rule, reason, place: inside, message } of written.causes)
    at.answer.refuse(rule, reason, at.place.spelled(inside.field), message)
}

/** Source: `ValidateSeccompProfile`. */
function validateWrittenSeccomp(value: string, at: At): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(value)) return
  if (value.startsWith(localhost))
    validateDescendingPath(value.slice(localhost.length), at, 'invalid-profile', localhost)
  else refuseProfile('seccomp', value, at)
}

const refuseProfile = (kind: string, value: string, at: At): void =>
  refuse(
    'invalid-annotation',
    'FieldValueInvalid',
    at,
    `${at.subject}: the ${kind} profile is ${quoted(value)}. It must be runtime/default, unconfined or localhost/….`,
    { kind: 'word', allowed: ['runtime/default', 'unconfined'] },
  )

/** Annotation and field must say the same. In a Pod the annotation is first copied to a container without field. */
function compareProfiles({ metadata, spec, specPlace }: Room, isPod: boolean, at: At): void {
  const annotations = objectAt(metadata, 'annotations')
  const isWindows = isForWindows(spec)
  const ofPod = profileOf(spec, 'seccompProfile')
  if (ofPod && has(annotations, seccompOfPod))
    matchSeccomp(textAt(annotations, seccompOfPod), ofPod, {
      ...at,
      place: specPlace.child('securityContext', 'seccompProfile'),
    })
  for (const { container, place, subject } of containersOf(spec, specPlace)) {
    const name = textAt(container, 'name')
    const seccomp = profileOf(container, 'seccompProfile')
    const context = place.child('securityContext')
    if (seccomp && has(annotations, `${seccompPrefix}${name}`))
      matchSeccomp(
        textAt(annotations, `${seccompPrefix}${name}`),
        seccomp,
        about(at, context.child('seccompProfile'), subject),
      )
    const written = textAt(annotations, `${appArmorPrefix}${name}`)
    const copied = isPod ? appArmorOf(written) : undefined
    const appArmor = profileOf(container, 'appArmorProfile') ?? copied ?? profileOf(spec, 'appArmorProfile')
    if (!isWindows && appArmor && has(annotations, `${appArmorPrefix}${name}`))
      matchAppArmor(written, appArmor, about(at, context.child('appArmorProfile'), subject))
  }
}

const withoutFunction: readonly (readonly [key: string, instead: string])[] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', 'priorityClassName'],
  ['security.alpha.kubernetes.io/sysctls', 'sysctls'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'sysctls'],
]

/** Source: `warningsForPodSpecAndMeta`; for Pods `applyAppArmorVersionSkew`. */
function warnOfAnnotations({ metadata, spec, warnings }: Room, isPod: boolean, answer: Answer): void {
  const annotations = objectAt(metadata, 'annotations')
  const warn = (key: string, instead: string): void =>
    answer.warn(
      'deprecated',
      warnings.keyOf(key),
      `The annotation ${key} has no effect any more. Use the field ${instead}.`,
    )
  for (const [key, instead] of withoutFunction) if (has(annotations, key)) warn(key, instead)
  if (has(annotations, seccompOfPod) && !profileOf(spec, 'seccompProfile'))
    warn(seccompOfPod, 'seccompProfile')
  for (const { container } of containersOf(spec, root)) {
    const name = textAt(container, 'name')
    const seccomp = `${seccompPrefix}${name}`
    const appArmor = `${appArmorPrefix}${name}`
    if (has(annotations, seccomp) && !profileOf(container, 'seccompProfile')) warn(seccomp, 'seccompProfile')
    if (
      has(annotations, appArmor) &&
      !profileOf(container, 'appArmorProfile') &&
      isWarned(textAt(annotations, appArmor), spec, isPod)
    )
      answer.warn(
        'deprecated',
        warnings.keyOf(appArmor),
        `The annotation ${appArmor} is deprecated. Use the field appArmorProfile.`,
      )
  }
}

/** An annotation that says what the Pod’s field says is fine. */
const isWarned = (annotation: string, spec: JsonObject, isPod: boolean): boolean => {
  if (isPod && isForWindows(spec)) return false
  const [written, ofPod] = [appArmorOf(annotation), profileOf(spec, 'appArmorProfile')]
  return !written || !ofPod || !isSameProfile(written, ofPod)
}
