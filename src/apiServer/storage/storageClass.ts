import { canonicalJson, type Json, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { qualifiedNameProblem } from '../../kubernetes/names'
import { warnOfNodeLabel } from '../nodeSelector'
import { root, type Place } from '../place'
import { listAt, textAt, textsAt, textsOf, withDefault } from '../read'
import {
  byteLength,
  duplicate,
  invalid,
  named,
  neededName,
  oneOf,
  oneOfIfSet,
  remove,
  required,
  repeats,
} from '../say'

/** Source: `SetDefaults_StorageClass`. */
export const completeStorageClass = (object: JsonObject): JsonObject =>
  withDefault(withDefault(object, 'reclaimPolicy', 'Delete'), 'volumeBindingMode', 'Immediate')

/** Source: `ValidateStorageClass`. */
export function validateStorageClass(object: JsonObject, answer: Answer): void {
  validateProvisioner(textAt(object, 'provisioner'), root.child('provisioner'), answer)
  validateParameters(object, answer)
  const [policy, mode] = [textAt(object, 'reclaimPolicy'), textAt(object, 'volumeBindingMode')]
  const what = (key: string): string => `The StorageClass’s ${key}`
  oneOfIfSet(answer, root.child('reclaimPolicy'), what('reclaimPolicy'), policy, ['Delete', 'Retain'])
  oneOf(answer, root.child('volumeBindingMode'), what('volumeBindingMode'), mode, [
    'Immediate',
    'WaitForFirstConsumer',
  ])
  validateTopologies(listAt(object, 'allowedTopologies'), root.child('allowedTopologies'), answer)
  if (answer.causes.length === 0) warnOfTopologies(object, answer)
}

/** Source: `ValidateVolumeAttributesClass`. */
export function validateAttributesClass(object: JsonObject, answer: Answer): void {
  validateProvisioner(textAt(object, 'driverName'), root.child('driverName'), answer)
  validateParameters(object, answer)
  if (textsOf(object, 'parameters').length === 0)
    required(answer, root.child('parameters'), 'The VolumeAttributesClass has no parameters.')
}

const validateProvisioner = (name: string, place: Place, answer: Answer): void =>
  neededName(answer, place, 'The name of the driver', name, (text) =>
    qualifiedNameProblem(text.toLowerCase()),
  )

const mostParameters = 512
const mostBytes = 256 * 1024

/** Source: `validateParameters`. */
function validateParameters(object: JsonObject, answer: Answer): void {
  const place = root.child('parameters')
  const entries = textsOf(object, 'parameters')
  const isLong = entries.length > mostParameters
  const size = byteLength(entries.flat().join(''))
  if (isLong || size > mostBytes) {
    const message = `There may be at most ${mostParameters} parameters, with at most ${mostBytes} bytes together.`
    answer.refuse('too-long', 'FieldValueTooLong', place, message)
  }
  const nameless = place.keyOf('').spelled(place.field)
  if (!isLong && entries.some(([name]) => name === ''))
    invalid(answer, nameless, 'A parameter has no name.', 'invalid-name')
}

/** Terms that say the same are duplicates; an empty one counts as one. Source: `validateAllowedTopologies`. */
function validateTopologies(terms: readonly Json[], place: Place, answer: Answer): void {
  const known = new Set<string>(['{}'])
  for (const [index, term] of terms.entries()) {
    const list = place.index(index).child('matchLabelExpressions')
    const expressions = listAt(term, 'matchLabelExpressions')
    const keys = new Set<string>()
    for (const [at, expression] of expressions.entries())
      validateExpression(expression, keys, list.index(at), answer)
    const text = canonicalJson(
      Object.fromEntries(
        expressions.map((one) => [textAt(one, 'key'), [...new Set(textsAt(one, 'values'))].toSorted()]),
      ),
    )
    if (known.has(text)) {
      const message =
        text === '{}' ? 'A topology has no labels.' : 'A topology is the same as an earlier one.'
      duplicate(answer, place.index(index).spelled(list.field), message)
    }
    known.add(text)
  }
}

/** Source: `validateTopologySelectorLabelRequirement`. */
function validateExpression(expression: Json, keys: Set<string>, place: Place, answer: Answer): void {
  const key = textAt(expression, 'key')
  const values = textsAt(expression, 'values')
  const again = repeats(values)
  if (values.length === 0) required(answer, place.child('values'), `The topology has no values of ${key}.`)
  for (const index of values.keys())
    if (again[index])
      duplicate(
        answer,
        place.child('values').index(index),
        `The topology has a value of ${key} twice.`,
        remove,
      )
  named(answer, place.child('key'), 'The label key', key, qualifiedNameProblem)
  if (keys.has(key)) duplicate(answer, place.child('key'), `The topology has the label ${key} twice.`)
  keys.add(key)
}

/** Source: `GetWarningsForStorageClass`. */
function warnOfTopologies(object: JsonObject, answer: Answer): void {
  for (const [index, term] of listAt(object, 'allowedTopologies').entries())
    for (const [at, expression] of listAt(term, 'matchLabelExpressions').entries())
      warnOfNodeLabel(
        textAt(expression, 'key'),
        root.child('allowedTopologies').index(index).child('matchLabelExpressions').index(at).child('key'),
        answer,
      )
}
