import type { JsonObject } from '../../../engine/model/json'
import type { Judge } from '../../judge'
import { configKeyProblem, subdomainProblem } from '../../names'
import type { Place } from '../../place'
import { textAt } from '../../read'
import { capital, invalid, named, quoted, required } from '../../say'

/** A key of a ConfigMap, Secret or file that something reads. */
export function checkKey(
  judge: Judge,
  place: Place,
  title: string,
  key: string,
  problem: (key: string) => string | undefined = configKeyProblem,
): void {
  const found = problem(key)
  if (key === '') required(judge, place, `${capital(title)} does not say which key it reads: key is missing.`)
  else if (found !== undefined)
    invalid(judge, place, `The key ${quoted(key)} of ${title} ${found}.`, 'invalid-data-key')
}

/** A key of a ConfigMap or Secret. Source: core/validation, `validateConfigMapKeySelector`. */
export function validateKeyRef(ref: JsonObject, place: Place, title: string, judge: Judge): void {
  const name = textAt(ref, 'name')
  const here = place.child('name')
  const kind = place.path.at(-1) === 'secretKeyRef' ? 'Secret' : 'ConfigMap'
  if (name === '')
    invalid(
      judge,
      here,
      `${capital(title)} reads a key, but the name of its ${kind} is missing.`,
      'required-field',
    )
  else named(judge, here, `The ${kind}`, name, subdomainProblem)
  checkKey(judge, place.child('key'), title, textAt(ref, 'key'))
}

/**
 * A whole ConfigMap or Secret. A name that ends with a hyphen is taken for a beginning. Source: core/validation,
 * `validateConfigMapEnvSource`.
 */
export function validateWholeRef(ref: JsonObject, place: Place, title: string, judge: Judge): void {
  const name = textAt(ref, 'name')
  const here = place.child('name')
  const kind = place.path.at(-1) === 'secretRef' ? 'Secret' : 'ConfigMap'
  if (name === '') required(judge, here, `${capital(title)} has no name of a ${kind}.`)
  else named(judge, here, `The ${kind}`, name, (text) => subdomainProblem(text.replace(/(?<=.)-$/, 'a')))
}
