import type { JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import { selectorKeys, validateLabelSelector } from '../labelSelector'
import { labelProblem, qualifiedNameProblem } from '../../kubernetes/names'
import { validateNodeSelector, validatePreferredTerm } from '../nodeSelector'
import { has, listAt, numberAt, objectAt, objectsAt, textAt, textsAt } from '../read'
import { type At, checkName, checkNumber, refuse, requireText, within } from './checks'

/** The rules of an affinity that must hold, and those that are preferred. */
export const requiredTerms = 'requiredDuringSchedulingIgnoredDuringExecution'
export const preferredTerms = 'preferredDuringSchedulingIgnoredDuringExecution'

type Check = (object: JsonObject, at: At) => void

/** Applies a rule to every object of a list. */
const each = (object: JsonObject, key: string, at: At, check: Check): void => {
  for (const [index, item] of objectsAt(object, key).entries())
    check(item, { ...at, place: at.place.child(key).index(index) })
}

/** Source: `validateAffinity`. `at`: the place of the affinity. */
export function validateAffinity(affinity: JsonObject, at: At): void {
  const node = objectAt(affinity, 'nodeAffinity')
  const here = within(at, 'nodeAffinity')
  if (has(node, requiredTerms))
    validateNodeSelector(objectAt(node, requiredTerms), here.place.child(requiredTerms), at.answer)
  each(node, preferredTerms, here, (term, place) => {
    validateWeight(term, place)
    validatePreferredTerm(objectAt(term, 'preference'), place.place.child('preference'), at.answer)
  })
  for (const kind of ['podAffinity', 'podAntiAffinity']) {
    const rules = objectAt(affinity, kind)
    each(rules, requiredTerms, within(at, kind), validatePodTerm)
    each(rules, preferredTerms, within(at, kind), (term, place) => {
      validateWeight(term, place)
      validatePodTerm(objectAt(term, 'podAffinityTerm'), within(place, 'podAffinityTerm'))
    })
  }
}

const validateWeight = (term: JsonObject, at: At): void =>
  checkNumber(numberAt(term, 'weight') ?? 0, 'weight', 1, 100, within(at, 'weight'))

/** Source: `dropDisabledMatchLabelKeysFieldInPodAffinity`. */
const gated = { matchLabelKeys: 31, mismatchLabelKeys: 31 }

/** Source: `validatePodAffinityTerm`. */
function validatePodTerm(written: JsonObject, at: At): void {
  const term = withoutGated(written, at.place, at.subject, gated, at.answer)
  for (const key of ['labelSelector', 'namespaceSelector'])
    if (has(term, key)) validateLabelSelector(objectAt(term, key), at.place.child(key), at.answer)
  for (const [index, name] of textsAt(term, 'namespaces').entries())
    checkName(name, 'namespace', labelProblem, {
      ...at,
      place: at.place.child('namespaces').index(index).spelled(`${at.place.field}.namespace`),
    })
  validateMatchLabelKeys(term, at)
  requireText(term, 'topologyKey', at)
  checkName(textAt(term, 'topologyKey'), 'topologyKey', qualifiedNameProblem, within(at, 'topologyKey'))
}

/** Keys whose values are taken from the Pod. Source: `ValidateMatchLabelKeysAndMismatchLabelKeys`. `at`: of the rule. */
export function validateMatchLabelKeys(rule: JsonObject, at: At): void {
  const [match, mismatch] = [textsAt(rule, 'matchLabelKeys'), textsAt(rule, 'mismatchLabelKeys')]
  for (const list of ['matchLabelKeys', 'mismatchLabelKeys']) validateKeys(rule, list, at)
  const selector = objectAt(rule, 'labelSelector')
  const seen = new Set(Object.keys(objectAt(selector, 'matchLabels')))
  const lastMatch = new Map(match.map((key, index) => [key, index]))
  const excluded = new Set(mismatch)
  for (const expression of listAt(selector, 'matchExpressions')) {
    const key = textAt(expression, 'key')
    const index = lastMatch.get(key)
    if (index !== undefined && seen.has(key))
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        {
          ...at,
          place: at.place.child('matchLabelKeys').index(index).spelled(`${at.place.field}[${index}]`),
        },
        `${at.subject}: the label ${key} is in matchLabelKeys and in the labelSelector.`,
      )
    seen.add(key)
  }
  for (const [index, key] of match.entries())
    if (excluded.has(key))
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        { ...at, place: at.place.child('matchLabelKeys').index(index) },
        `${at.subject}: the label ${key} is in matchLabelKeys and in mismatchLabelKeys.`,
      )
}

/** Source: `validateLabelKeys`. */
function validateKeys(rule: JsonObject, list: string, at: At): void {
  const keys = textsAt(rule, list)
  if (keys.length === 0) return
  if (!has(rule, 'labelSelector'))
    return refuse(
      'conflicting-fields',
      'FieldValueForbidden',
      within(at, list),
      `${at.subject}: ${list} has no effect without a labelSelector.`,
    )
  for (const [index, key] of keys.entries())
    checkName(key, 'label key', qualifiedNameProblem, {
      ...at,
      place: at.place.child(list).index(index),
    })
}

/** Before Kubernetes 1.34. Source: `ValidateMatchLabelKeysInTopologySpread`. */
export function validateMatchLabelKeysOfOldSpread(rule: JsonObject, at: At): void {
  const keys = textsAt(rule, 'matchLabelKeys')
  const selected = selectorKeys(objectAt(rule, 'labelSelector'))
  if (keys.length > 0 && !has(rule, 'labelSelector'))
    refuse(
      'conflicting-fields',
      'FieldValueForbidden',
      within(at, 'matchLabelKeys'),
      `${at.subject}: matchLabelKeys needs a labelSelector.`,
    )
  for (const [index, key] of keys.entries()) {
    const here = { ...at, place: at.place.child('matchLabelKeys').index(index) }
    checkName(key, 'label key', qualifiedNameProblem, here)
    if (selected.has(key))
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        here,
        `${at.subject}: the label ${key} is in matchLabelKeys and in the labelSelector.`,
      )
  }
}

/**
 * A Pod with the values of its labels taken into its rules: the server does so before it looks at them. Source:
 * `applyLabelKeysToLabelSelector`.
 */
export function withLabelKeys(rule: JsonObject, labels: JsonObject): JsonObject {
  if (!has(rule, 'labelSelector')) return rule
  const selector = objectAt(rule, 'labelSelector')
  const expressions = (list: string, operator: string): readonly JsonObject[] =>
    textsAt(rule, list)
      .filter((key) => has(labels, key))
      .map((key) => ({ key, operator, values: [textAt(labels, key)] }))
  const added = [...expressions('matchLabelKeys', 'In'), ...expressions('mismatchLabelKeys', 'NotIn')]
  if (added.length === 0) return rule
  return {
    ...rule,
    labelSelector: { ...selector, matchExpressions: [...listAt(selector, 'matchExpressions'), ...added] },
  }
}
