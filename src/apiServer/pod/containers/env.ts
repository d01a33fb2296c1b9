import { field, isObject, type Json } from '../../../engine/model/json'
import { labelProblem } from '../../../kubernetes/names'
import type { Place } from '../../place'
import { has, listAt, objectAt, textAt } from '../../read'
import { capital, invalid, named, neededName, required } from '../../say'
import { envFields, validateFieldRef, validateResourceFieldRef } from '../fieldRefs'
import { refuseBacksteps } from '../files'
import { envNameProblem } from './names'
import { checkKey, validateKeyRef, validateWholeRef } from './references'
import { refuseUnknownVolume, type PodFacts, type Subject } from './subject'

/** Source: core/validation, `ValidateEnv`. */
export function validateEnv(subject: Subject): void {
  const { container, place, title, answer } = subject
  listAt(container, 'env').forEach((variable, index) => {
    const here = place.child('env').index(index)
    const name = textAt(variable, 'name')
    const problem = (text: string): string | undefined => envNameProblem(text, !answer.isFrom(32))
    if (name === '') required(answer, here.child('name'), `An environment variable of ${title} has no name.`)
    else named(answer, here.child('name'), 'The environment variable', name, problem, 'invalid-env-name')
    if (has(variable, 'valueFrom')) validateValueFrom(variable, here.child('valueFrom'), name, subject)
  })
}

/** Source: core/validation, `validateEnvVarValueFrom`. */
function validateValueFrom(
  variable: Json,
  place: Place,
  name: string,
  { title, answer, pod }: Subject,
): void {
  const source = objectAt(variable, 'valueFrom')
  const subject = `the environment variable ${name} of ${title}`
  let count = 0
  const read = (key: string, validate: (place: Place) => void): void => {
    if (!has(source, key)) return
    count += 1
    validate(place.child(key))
  }
  read('fieldRef', (here) => validateFieldRef(objectAt(source, 'fieldRef'), here, subject, envFields, answer))
  read('resourceFieldRef', (here) =>
    validateResourceFieldRef(objectAt(source, 'resourceFieldRef'), here, subject, answer),
  )
  read('configMapKeyRef', (here) =>
    validateKeyRef(objectAt(source, 'configMapKeyRef'), here, subject, answer),
  )
  read('secretKeyRef', (here) => validateKeyRef(objectAt(source, 'secretKeyRef'), here, subject, answer))
  if (answer.isFrom(35)) read('fileKeyRef', (here) => validateFileKeyRef(source, here, subject, pod))
  const start = capital(subject)
  if (count === 0) invalid(answer, place, `${start} has a valueFrom without a source.`, 'required-field')
  else if (textAt(variable, 'value') !== '')
    invalid(answer, place, `${start} has both a value and a valueFrom.`, 'only-one-allowed')
  else if (count > 1) invalid(answer, place, `${start} has more than one source.`, 'only-one-allowed')
}

/** Source: core/validation, `validateFileKeySelector` and `validateFileKeyRefVolumes`. */
function validateFileKeyRef(source: Json, place: Place, title: string, pod: PodFacts): void {
  const { answer } = pod
  const ref = objectAt(source, 'fileKeyRef')
  const start = capital(title)
  const key = textAt(ref, 'key')
  checkKey(answer, place.child('key'), title, key, (text) => envNameProblem(text, false))
  const path = textAt(ref, 'path')
  const pathPlace = place.child('path')
  if (path === '') required(answer, pathPlace, `${start} does not say which file it reads: path is missing.`)
  else refuseBacksteps(path, { place: pathPlace, subject: start, answer })
  const here = place.child('volumeName')
  const volume = textAt(ref, 'volumeName')
  neededName(answer, here, `The volumeName of ${title}`, volume, labelProblem)
  const found = pod.volumeOf.get(volume)
  if (found === undefined && !pod.volumes.has(volume))
    refuseUnknownVolume(pod, here, `${start} reads from the volume`, volume)
  else if (!isEmptyDir(found))
    invalid(
      answer,
      here,
      `${start} reads from the volume ${volume}, which must be an emptyDir.`,
      'wrong-volume-type',
    )
}

/** Whether a volume is an emptyDir, which it also is when it says nothing. */
const isEmptyDir = (volume: Json | undefined): boolean =>
  isObject(volume) &&
  (has(volume, 'emptyDir') ||
    Object.keys(volume).every((key) => key === 'name' || field(volume, key) === null))

/** Source: core/validation, `ValidateEnvFrom`. */
export function validateEnvFrom({ container, place, title, answer }: Subject): void {
  const list = place.child('envFrom')
  listAt(container, 'envFrom').forEach((source, index) => {
    const here = list.index(index)
    const subject = `an envFrom item of ${title}`
    const prefix = textAt(source, 'prefix')
    const problem = (text: string): string | undefined => envNameProblem(text, !answer.isFrom(32))
    if (prefix !== '') named(answer, here.child('prefix'), 'The prefix', prefix, problem, 'invalid-env-name')
    const given = ['configMapRef', 'secretRef'].filter((key) => has(source, key))
    for (const key of given) validateWholeRef(objectAt(source, key), here.child(key), subject, answer)
    if (given.length === 0)
      invalid(
        answer,
        here.spelled(list.field),
        `${capital(subject)} has neither a configMapRef nor a secretRef.`,
        'required-field',
      )
    else if (given.length > 1)
      invalid(
        answer,
        here.spelled(list.field),
        `${capital(subject)} has both a configMapRef and a secretRef.`,
        'only-one-allowed',
      )
  })
}
