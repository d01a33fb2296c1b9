import type { Json, JsonObject } from '../engine/model/json'
import { matches, type Labels } from '../kubernetes/labelSelector'
import type { Answer } from './answer'
import { validateLabels } from './metadata/labels'
import { labelValueProblem, qualifiedNameProblem } from '../kubernetes/names'
import type { Place } from './place'
import { listAt, objectAt, textAt, textsAt, textsOf } from './read'
import { named, oneOf } from './say'

/** The labels in a field, as the server decodes them. */
export const labelsAt = (object: Json | undefined, key: string): Labels =>
  Object.fromEntries(textsOf(object, key))

/**
 * Every problem of a label selector; whether it has none. `place`: of the selector. Source: apimachinery,
 * `ValidateLabelSelector`. What that refuses is just what `LabelSelectorAsSelector` cannot convert.
 */
export function validateLabelSelector(selector: JsonObject, place: Place, answer: Answer): boolean {
  const before = answer.causes.length
  validateLabels(selector, 'matchLabels', place.child('matchLabels'), answer, 'invalid-selector')
  for (const [index, requirement] of listAt(selector, 'matchExpressions').entries())
    validateLabelRequirement(requirement, place.child('matchExpressions').index(index), answer)
  return answer.causes.length === before
}

/** How many values each operator of a selector takes. */
export type Operators = Readonly<Record<string, 'some' | 'none' | 'one'>>

const ofLabels: Operators = { In: 'some', NotIn: 'some', Exists: 'none', DoesNotExist: 'none' }

/** Source: apimachinery, `ValidateLabelSelectorRequirement`. */
function validateLabelRequirement(requirement: Json, place: Place, answer: Answer): void {
  validateOperator(requirement, ofLabels, place, answer)
  validateLabelKey(requirement, place, answer)
  validateLabelValues(requirement, place, answer)
}

/** The operator of a requirement and how many values it has. `place`: of the requirement. */
export function validateOperator(
  requirement: Json,
  operators: Operators,
  place: Place,
  answer: Answer,
): void {
  const operator = textAt(requirement, 'operator')
  const values = textsAt(requirement, 'values').length
  if (!Object.hasOwn(operators, operator))
    return oneOf(
      answer,
      place.child('operator'),
      'The operator of the selector',
      operator,
      Object.keys(operators),
      { rule: 'invalid-selector', reason: 'FieldValueInvalid' },
    )
  const count = operators[operator]
  const here = place.child('values')
  if (count === 'none' && values > 0) {
    const message = `The selector’s operator ${operator} takes no values.`
    answer.refuse('invalid-selector', 'FieldValueForbidden', here, message)
  } else if ((count === 'some' && values === 0) || (count === 'one' && values !== 1)) {
    const message = `The selector’s operator ${operator} needs ${count === 'one' ? 'exactly one value' : 'at least one value'}.`
    answer.refuse('invalid-selector', 'FieldValueRequired', here, message)
  }
}

/** The label that a requirement is about. `place`: of the requirement. */
export const validateLabelKey = (requirement: Json, place: Place, answer: Answer): void =>
  named(
    answer,
    place.child('key'),
    'The selector’s key',
    textAt(requirement, 'key'),
    qualifiedNameProblem,
    'invalid-selector',
  )

/** The values that a requirement compares a label with. `place`: of the requirement. */
export function validateLabelValues(requirement: Json, place: Place, answer: Answer): void {
  for (const [index, value] of textsAt(requirement, 'values').entries()) {
    const here = place.child('values').index(index)
    named(answer, here, 'The selector’s value', value, labelValueProblem, 'invalid-selector')
  }
}

/** Whether a sound selector matches labels. No selector matches nothing. Source: apimachinery, `LabelSelectorAsSelector`. */
export const selectorMatches = (selector: JsonObject | undefined, labels: Labels): boolean =>
  selector !== undefined &&
  matches(
    {
      matchLabels: labelsAt(selector, 'matchLabels'),
      matchExpressions: listAt(selector, 'matchExpressions').map((requirement) => ({
        key: textAt(requirement, 'key'),
        operator: textAt(requirement, 'operator'),
        values: textsAt(requirement, 'values'),
      })),
    },
    labels,
  )

/** Whether a selector has no requirement: it matches everything. */
export const isEmptySelector = (selector: JsonObject): boolean =>
  Object.keys(objectAt(selector, 'matchLabels')).length + listAt(selector, 'matchExpressions').length === 0

/** The keys of the labels that a selector asks for. */
export const selectorKeys = (selector: JsonObject): ReadonlySet<string> =>
  new Set([
    ...Object.keys(objectAt(selector, 'matchLabels')),
    ...listAt(selector, 'matchExpressions').map((item) => textAt(item, 'key')),
  ])
