import type { JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import { configKeyProblem, subdomainProblem } from '../../../kubernetes/names'
import type { Place } from '../../place'
import { textAt } from '../../read'
import { capital, invalid, named, quoted, required } from '../../say'

/** A key of a ConfigMap, Secret or file that something reads. */
export function checkKey(
  answer: Answer,
  place: Place,
  title: string,
  key: string,
  problem: (key: string) => string | undefined = configKeyProblem,
): void {
  const found = problem(key)
  if (key === '')
    required(answer, place, `${capital(title)} does not say which key it reads: key is missing.`)
  else if (found !== undefined)
    invalid(answer, place, `The key ${quoted(key)} of ${title} ${found}.`, 'invalid-data-key')
}

/** A key of a ConfigMap or Secret. Source: core/validation, `validateConfigMapKeySelector`. */
export function validateKeyRef(ref: JsonObject, place: Place, title: string, answer: Answer): void {
  const name = textAt(ref, 'name')
  const here = place.child('name')
  const kind = place.path.at(-1) === 'secretKeyRef' ? 'Secret' : 'ConfigMap'
  if (name === '')
    invalid(
      answer,
      here,
      `${capital(title)} reads a key, but the name of its ${kind} is missing.`,
      'required-field',
    )
  else named(answer, here, `The ${kind}`, name, subdomainProblem)
  checkKey(answer, place.child('key'), title, textAt(ref, 'key'))
}

/**
 * A whole ConfigMap or Secret. A name that ends with a hyphen is taken for a beginning. Source: core/validation,
 * `validateConfigMapEnvSource`.
 */
export function validateWholeRef(ref: JsonObject, place: Place, title: string, answer: Answer): void {
  const name = textAt(ref, 'name')
  const here = place.child('name')
  const kind = place.path.at(-1) === 'secretRef' ? 'Secret' : 'ConfigMap'
  if (name === '') required(answer, here, `${capital(title)} has no name of a ${kind}.`)
  else named(answer, here, `The ${kind}`, name, (text) => subdomainProblem(text.replace(/(?<=.)-$/, 'a')))
}
