import type { Json } from '../../../engine/model/json'
import type { Place } from '../../place'
import { has, isTrueAt, listAt, objectAt, textAt } from '../../read'
import { capital, copiesIn, forbidden, invalid, oneOf, remove, required } from '../../say'
import { hasBackstep, refuseBacksteps, validateDescendingPath } from '../files'
import { refuseUnknownVolume, withoutIndex, type PodFacts, type Subject } from './subject'

const rule = 'duplicate-mount-path'

const named = (items: readonly Json[], path: string): ReadonlyMap<string, string> =>
  new Map(items.map((item) => [textAt(item, 'name'), textAt(item, path)]))

/** Refuses a volume that is missing or unknown; whether it is known. The server says twice that it is missing. */
function checkVolume(subject: Subject, place: Place, name: string, verb: string, item: string): boolean {
  const { title, pod, answer } = subject
  if (name === '') {
    const message = `A ${item} of ${title} has no name of a volume.`
    required(answer, place, message)
    answer.refuse('required-field', 'FieldValueNotFound', place, message)
    return false
  }
  if (pod.volumes.has(name)) return true
  refuseUnknownVolume(pod, place, `${capital(title)} ${verb} the volume`, name)
  return false
}

/** Source: core/validation, `ValidateVolumeMounts`. */
export function validateMounts(subject: Subject): void {
  const { container, place, title, pod, answer } = subject
  const start = capital(title)
  const list = place.child('volumeMounts')
  const devices = named(listAt(container, 'volumeDevices'), 'devicePath')
  const devicePaths = new Set(devices.values())
  const paths = new Set<string>()
  const mounts = listAt(container, 'volumeMounts')
  const isCopy = copiesIn(mounts)
  mounts.forEach((mount, index) => {
    const here = list.index(index)
    const name = textAt(mount, 'name')
    if (pod.dropped.has(name)) return
    const path = textAt(mount, 'mountPath')
    const nameAt = here.child('name')
    const pathAt = here.child('mountPath')
    checkVolume(subject, nameAt, name, 'mounts', 'volume mount')
    if (path === '') required(answer, pathAt, `${start} mounts the volume ${name} without a mountPath.`)
    if (paths.has(path)) {
      const isSame = isCopy(index)
      const at = isSame ? here.spelled(pathAt.field) : pathAt
      invalid(answer, at, `${start} mounts two volumes at ${path}.`, rule, isSame ? remove : undefined)
    }
    paths.add(path)
    if (devices.has(name))
      invalid(answer, nameAt, `${start} has the volume ${name} both as a mount and as a device.`, rule)
    if (devicePaths.has(path))
      invalid(answer, pathAt, `${start} has both a mount and a device at ${path}.`, rule)
    validateSubPaths(mount, list, index, subject)
    validatePropagation(mount, withoutIndex(list, index, 'mountPropagation'), subject)
    validateRecursion(mount, withoutIndex(list, index, 'recursiveReadOnly'), subject)
  })
}

function validateSubPaths(mount: Json, list: Place, index: number, { title, answer }: Subject): void {
  if (textAt(mount, 'subPath') !== '' && textAt(mount, 'subPathExpr') !== '')
    invalid(
      answer,
      list.index(index).child('subPathExpr'),
      `A volume mount of ${title} has both a subPath and a subPathExpr.`,
      'only-one-allowed',
    )
  for (const key of ['subPath', 'subPathExpr']) {
    const at = { place: withoutIndex(list, index, key), subject: capital(title), answer }
    validateDescendingPath(textAt(mount, key), at)
  }
}

/** Source: core/validation, `validateMountPropagation`. */
function validatePropagation(mount: Json, place: Place, { container, title, answer }: Subject): void {
  if (!has(mount, 'mountPropagation')) return
  const mode = textAt(mount, 'mountPropagation')
  const what = `The mountPropagation of ${title}`
  oneOf(answer, place, what, mode, ['Bidirectional', 'HostToContainer', 'None'])
  if (mode === 'Bidirectional' && !isTrueAt(objectAt(container, 'securityContext'), 'privileged'))
    forbidden(
      answer,
      place,
      `${what} is Bidirectional, which only privileged containers can have.`,
      'mount-needs-privileges',
    )
}

const recursions = ['Disabled', 'Enabled', 'IfPossible']

/** Dropped before 1.31. Source: core/validation, `validateMountRecursiveReadOnly`. */
function validateRecursion(mount: Json, place: Place, { title, answer }: Subject): void {
  if (!has(mount, 'recursiveReadOnly')) return
  const mode = textAt(mount, 'recursiveReadOnly')
  const what = `The recursiveReadOnly of ${title}`
  if (!answer.isFrom(31))
    return answer.drop('no-effect', place, `${what} has no effect before Kubernetes 1.31.`)
  oneOf(answer, place, what, mode, recursions)
  if (mode === 'Disabled' || !recursions.includes(mode)) return
  const propagation = textAt(mount, 'mountPropagation')
  const refuse = (message: string): void => forbidden(answer, place, message, 'conflicting-fields')
  if (!isTrueAt(mount, 'readOnly')) refuse(`${what} is ${mode}, but the mount is not readOnly.`)
  if (has(mount, 'mountPropagation') && propagation !== 'None')
    refuse(`${what} is ${mode}, but the mountPropagation is ${propagation}.`)
}

/** Source: core/validation, `ValidateVolumeDevices`. */
export function validateDevices(subject: Subject): void {
  const { container, place, title, pod, answer } = subject
  const start = capital(title)
  const mounts = named(listAt(container, 'volumeMounts'), 'mountPath')
  const mountPaths = new Set(mounts.values())
  const paths = new Set<string>()
  const names = new Set<string>()
  listAt(container, 'volumeDevices').forEach((device, index) => {
    const here = place.child('volumeDevices').index(index)
    const name = textAt(device, 'name')
    const path = textAt(device, 'devicePath')
    const nameAt = here.child('name')
    const pathAt = here.child('devicePath')
    if (names.has(name)) invalid(answer, nameAt, `${start} has the device ${name} twice.`, rule)
    if (checkVolume(subject, nameAt, name, 'uses', 'volume device') && !isClaim(name, pod))
      invalid(
        answer,
        nameAt,
        `${start} uses the volume ${name} as a device, so it must be a PersistentVolumeClaim.`,
        'wrong-volume-type',
      )
    if (path === '') required(answer, pathAt, `${start} uses the device ${name} without a devicePath.`)
    if (paths.has(path)) invalid(answer, pathAt, `${start} has two devices at ${path}.`, rule)
    if (hasBackstep(path)) refuseBacksteps(path, { place: pathAt, subject: start, answer })
    else paths.add(path)
    if (mounts.has(name))
      invalid(answer, nameAt, `${start} has the volume ${name} both as a mount and as a device.`, rule)
    if (mountPaths.has(path))
      invalid(answer, pathAt, `${start} has both a mount and a device at ${path}.`, rule)
    if (name !== '') names.add(name)
  })
}

/** Whether a volume stands for a claim; one that is not in the list of volumes comes from a claim template. */
function isClaim(name: string, pod: PodFacts): boolean {
  const volume = pod.volumeOf.get(name)
  return volume === undefined || has(volume, 'persistentVolumeClaim') || has(volume, 'ephemeral')
}
