import { labelProblem } from '../../../kubernetes/names'
import { textAt } from '../../read'
import { capital, invalid, named, oneOf, required } from '../../say'
import { validateEnv, validateEnvFrom } from './env'
import { validateDevices, validateMounts } from './mounts'
import { validatePorts } from './ports'
import { validateResources } from './resources'
import { validateResizes } from './restarts'
import { validateSecurity } from './security'
import type { Subject } from './subject'

/** What holds for containers of every kind. Source: core/validation, `validateContainerCommon`. */
export function validateCommon(subject: Subject): void {
  const { container, place, title, answer } = subject
  const name = textAt(container, 'name')
  const word = (key: string, words: readonly string[]): void =>
    oneOf(answer, place.child(key), `The ${key} of ${title}`, textAt(container, key), words)
  if (name === '') required(answer, place.child('name'), `${capital(title)} has no name.`)
  else named(answer, place.child('name'), 'The container name', name, labelProblem)
  if (textAt(container, 'image') === '')
    required(answer, place.child('image'), `${capital(title)} has no image.`)
  word('terminationMessagePolicy', ['File', 'FallbackToLogsOnError'])
  validatePorts(subject)
  validateEnv(subject)
  validateEnvFrom(subject)
  validateMounts(subject)
  validateDevices(subject)
  word('imagePullPolicy', ['Always', 'IfNotPresent', 'Never'])
  validateResources(subject)
  validateResizes(subject)
  validateSecurity(subject)
}

/** What holds in Pods, but not in templates. Source: core/validation, `validateContainerOnlyForPod`. */
export function validateForPod({ container, place, title, answer }: Subject): void {
  const image = textAt(container, 'image')
  const value = image.trim()
  if (image !== value)
    invalid(
      answer,
      place.child('image'),
      `The image of ${title} has spaces around it.`,
      'surrounding-spaces',
      value === '' ? undefined : { kind: 'set', value },
    )
}
