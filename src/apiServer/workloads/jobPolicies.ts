import type { Json, JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { qualifiedNameProblem } from '../../kubernetes/names'
import { atLeast } from '../numbers'
import type { Place } from '../place'
import { has, listAt, numberAt, objectAt, textAt } from '../read'
import { invalid, named, oneOf, remove, repeats, required, wordOf } from '../say'
import { readIndexes } from './jobIndexes'

const maximalRules = 20
const maximalConditions = 20
const maximalExitCodes = 255
const maximalIndexText = 64 * 1024
const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore']
const statuses = ['False', 'True', 'Unknown']

/** Rules with the action FailIndex are dropped while the gate JobBackoffLimitPerIndex is off. */
const failIndexSince = 29

const rule = 'pod-failure-policy'
const success = 'success-policy'

function refuseWord(
  answer: Answer,
  place: Place,
  word: string,
  words: readonly string[],
  what: string,
): void {
  const as = { rule, reason: word === '' ? 'FieldValueRequired' : 'FieldValueNotSupported' } as const
  oneOf(answer, place, what, word, words, as)
}

function refuseTooMany(answer: Answer, place: Place, count: number, most: number, what: string): void {
  const message = `${what}: ${count}. At most ${most} are allowed.`
  if (count > most) answer.refuse(rule, 'FieldValueTooMany', place, message)
}

/** `spec`: of the Job. `place`: of the policy. Source: `validatePodFailurePolicy`. */
export function validatePodFailurePolicy(spec: JsonObject, place: Place, answer: Answer): void {
  const rules = listAt(objectAt(spec, 'podFailurePolicy'), 'rules')
  const containers = containerNames(spec)
  const at = place.child('rules')
  refuseTooMany(answer, at, rules.length, maximalRules, 'Rules of the podFailurePolicy')
  let dropped = 0
  for (const [index, one] of rules.entries())
    if (textAt(one, 'action') === 'FailIndex' && !answer.isFrom(failIndexSince)) {
      const message = 'The action FailIndex of the podFailurePolicy has no effect before Kubernetes 1.29.'
      answer.drop('no-effect', at.index(index), message)
      dropped += 1
    } else
      validateRule(spec, containers, one, at.index(index).spelled(at.index(index - dropped).field), answer)
}

/** `containers`: the names of those of the Pods. Source: `validatePodFailurePolicyRule`. */
function validateRule(
  spec: JsonObject,
  containers: ReadonlySet<string>,
  one: Json,
  place: Place,
  answer: Answer,
): void {
  const action = textAt(one, 'action')
  refuseWord(answer, place.child('action'), action, actions, 'The action of the podFailurePolicy')
  if (action === 'FailIndex' && !has(spec, 'backoffLimitPerIndex')) {
    const message = 'The action FailIndex needs a backoffLimitPerIndex of the Job.'
    invalid(answer, place.child('action'), message, rule)
  }
  const hasCodes = has(one, 'onExitCodes')
  const conditions = listAt(one, 'onPodConditions')
  if (hasCodes)
    validateExitCodes(containers, objectAt(one, 'onExitCodes'), place.child('onExitCodes'), answer)
  validateConditions(conditions, place.child('onPodConditions'), answer)
  if (hasCodes === conditions.length > 0) {
    const message = hasCodes
      ? 'A rule of the podFailurePolicy can have onExitCodes or onPodConditions, but not both.'
      : 'A rule of the podFailurePolicy needs onExitCodes or onPodConditions.'
    invalid(answer, place, message, rule)
  }
}

/** Source: `validatePodFailurePolicyRuleOnPodConditions`; an absent status is True by default. */
function validateConditions(conditions: readonly Json[], place: Place, answer: Answer): void {
  refuseTooMany(answer, place, conditions.length, maximalConditions, 'Pod conditions of the rule')
  for (const [index, condition] of conditions.entries()) {
    const type = textAt(condition, 'type')
    const at = place.index(index)
    named(answer, at.child('type'), 'The type of the Pod condition', type, qualifiedNameProblem, rule)
    const status = textAt(condition, 'status') || 'True'
    refuseWord(answer, at.child('status'), status, statuses, 'The status of the Pod condition')
  }
}

const containerNames = (spec: JsonObject): ReadonlySet<string> => {
  const pod = objectAt(objectAt(spec, 'template'), 'spec')
  const containers = [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')]
  return new Set(containers.map((one) => textAt(one, 'name')))
}

/** Source: `validatePodFailurePolicyRuleOnExitCodes`. */
function validateExitCodes(
  containers: ReadonlySet<string>,
  codes: JsonObject,
  place: Place,
  answer: Answer,
): void {
  const operator = textAt(codes, 'operator')
  refuseWord(answer, place.child('operator'), operator, ['In', 'NotIn'], 'The operator of onExitCodes')
  const name = textAt(codes, 'containerName')
  if (has(codes, 'containerName') && !containers.has(name)) {
    const message = `The Pod template has no container “${name}”.`
    invalid(answer, place.child('containerName'), message, rule, wordOf(containers))
  }
  const values = listAt(codes, 'values').map((value) => (typeof value === 'number' ? value : 0))
  const again = repeats(values)
  const at = place.child('values')
  if (values.length === 0) invalid(answer, at, 'onExitCodes has no values.', rule)
  refuseTooMany(answer, at, values.length, maximalExitCodes, 'Exit codes of the rule')
  for (const [index, value] of values.entries()) {
    if (operator === 'In' && value === 0)
      invalid(
        answer,
        at.index(index),
        'The exit code 0 means success, so it cannot be a failure.',
        rule,
        remove,
      )
    if (again[index])
      answer.refuse(
        rule,
        'FieldValueDuplicate',
        at.index(index),
        `The exit code ${value} occurs twice.`,
        remove,
      )
  }
  if (values.some((value, index) => value < (values[index - 1] ?? value)))
    invalid(answer, at, 'The exit codes must be in ascending order.', rule, {
      kind: 'set',
      value: values.toSorted((one, other) => one - other),
    })
}

/** `spec`: of an Indexed Job. `place`: of the policy. Source: `validateSuccessPolicy`. */
export function validateSuccessPolicy(spec: JsonObject, place: Place, answer: Answer): void {
  const rules = listAt(objectAt(spec, 'successPolicy'), 'rules')
  const at = place.child('rules')
  if (rules.length === 0) required(answer, at, 'The successPolicy of the Job has no rules.', success)
  if (rules.length > maximalRules) {
    const message = `The successPolicy of the Job has ${rules.length} rules. At most ${maximalRules} are allowed.`
    answer.refuse(success, 'FieldValueTooMany', at, message)
  }
  const completions = numberAt(spec, 'completions')
  for (const [index, one] of rules.entries())
    validateSuccessRule(one, completions ?? Number.POSITIVE_INFINITY, at.index(index), answer)
}

/** Source: `validateSuccessPolicyRule`. */
function validateSuccessRule(one: Json, completions: number, place: Place, answer: Answer): void {
  const refuse = answer.refuse.bind(answer, success)
  const hasIndexes = has(one, 'succeededIndexes')
  const count = numberAt(one, 'succeededCount')
  if (!hasIndexes && count === undefined)
    refuse(
      'FieldValueRequired',
      place,
      'A rule of the successPolicy needs a succeededCount or succeededIndexes.',
    )
  const text = textAt(one, 'succeededIndexes')
  if (text.length > maximalIndexText)
    refuse(
      'FieldValueTooLong',
      place.child('succeededIndexes'),
      `succeededIndexes can have at most ${maximalIndexText} characters.`,
    )
  const indexes = readIndexes(text, completions)
  if ('problem' in indexes)
    refuse('FieldValueInvalid', place.child('succeededIndexes'), `succeededIndexes ${indexes.problem}.`)
  if (count === undefined) return
  const at = place.child('succeededCount')
  atLeast(answer, at, 'The succeededCount', count, 0)
  if (count > completions)
    refuse(
      'FieldValueInvalid',
      at,
      `The succeededCount is ${count}, but the Job has ${completions} completions.`,
    )
  const known = 'count' in indexes ? indexes.count : 0
  if (hasIndexes && count > known)
    refuse('FieldValueInvalid', at, `The succeededCount is ${count}, but succeededIndexes has ${known}.`)
}
