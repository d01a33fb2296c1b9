import { canonicalJson, type JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import { validateLabelSelector } from '../labelSelector'
import { labelValueProblem, qualifiedNameProblem } from '../../kubernetes/names'
import { warnOfNodeLabel, warnOfNodeSelector, warnOfTerm } from '../nodeSelector'
import { has, listAt, numberAt, objectAt, objectsAt, textAt, textsAt } from '../read'
import { quoted, remove, repeats } from '../say'
import {
  preferredTerms,
  requiredTerms,
  validateMatchLabelKeys,
  validateMatchLabelKeysOfOldSpread,
} from './affinity'
import {
  type At,
  about,
  allowOnly,
  checkName,
  checkPositive,
  checkWord,
  refuse,
  requireText,
  within,
} from './checks'

/** How Pods are spread. Source: `validateTopologySpreadConstraints`. `at`: the place of the list. */
export function validateSpread(constraints: readonly JsonObject[], at: At): void {
  const last = (texts: readonly string[]): ReadonlyMap<string, number> =>
    new Map(texts.map((text, index) => [text, index]))
  const keys = constraints.map(spreadKey)
  const lastOfKey = last(keys)
  const isAgain = (index: number): boolean => (lastOfKey.get(keys[index] ?? '') ?? index) > index
  const copies = keys.some((_, index) => isAgain(index)) ? constraints.map(canonicalJson) : []
  const lastCopy = last(copies)
  for (const [index, constraint] of constraints.entries()) {
    const here = about(at, at.place.index(index), `Topology spread constraint ${index + 1}`)
    validateConstraint(constraint, here)
    if (isAgain(index))
      refuse(
        'duplicate-name',
        'FieldValueDuplicate',
        { ...here, place: here.place.spelled(`${here.place.field}.{topologyKey, whenUnsatisfiable}`) },
        `${here.subject} has the same topologyKey and whenUnsatisfiable as a later one.`,
        (lastCopy.get(copies[index] ?? '') ?? index) > index ? remove : undefined,
      )
  }
}

const spreadKey = (constraint: JsonObject): string =>
  `${textAt(constraint, 'topologyKey')} ${textAt(constraint, 'whenUnsatisfiable')}`

const actions = ['DoNotSchedule', 'ScheduleAnyway']

/** Source: `dropDisabledTopologySpreadConstraintsFields` and its like. */
const gated = { nodeAffinityPolicy: 26, nodeTaintsPolicy: 26, minDomains: 27, matchLabelKeys: 27 }

function validateConstraint(written: JsonObject, at: At): void {
  const constraint = withoutGated(written, at.place, at.subject, gated, at.answer)
  const action = textAt(constraint, 'whenUnsatisfiable')
  checkPositive(numberAt(constraint, 'maxSkew') ?? 0, 'maxSkew', within(at, 'maxSkew'))
  requireText(constraint, 'topologyKey', at)
  checkWord(action, 'whenUnsatisfiable', actions, within(at, 'whenUnsatisfiable'))
  const least = numberAt(constraint, 'minDomains')
  if (least !== undefined) {
    checkPositive(least, 'minDomains', within(at, 'minDomains'))
    if (action !== 'DoNotSchedule')
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        within(at, 'minDomains'),
        `${at.subject}: minDomains needs whenUnsatisfiable: DoNotSchedule.`,
      )
  }
  for (const key of ['nodeAffinityPolicy', 'nodeTaintsPolicy'])
    allowOnly(constraint, key, ['Honor', 'Ignore'], at)
  if (at.answer.isFrom(34)) validateMatchLabelKeys(constraint, at)
  else validateMatchLabelKeysOfOldSpread(constraint, at)
  if (has(constraint, 'labelSelector'))
    validateLabelSelector(objectAt(constraint, 'labelSelector'), at.place.child('labelSelector'), at.answer)
}

/** What a Pod waits for. Source: `validateReadinessGates`, `validateSchedulingGates`. `at`: the place of the spec. */
export function validateGates(spec: JsonObject, at: At): void {
  for (const [index, gate] of listAt(spec, 'readinessGates').entries()) {
    const type = textAt(gate, 'conditionType')
    const place = at.place.child('readinessGates').index(index).child('conditionType')
    checkName(type, 'conditionType', qualifiedNameProblem, { ...at, place })
  }
  const names = listAt(spec, 'schedulingGates').map((gate) => textAt(gate, 'name'))
  const again = repeats(names)
  for (const [index, name] of names.entries()) {
    const here = { ...at, place: at.place.child('schedulingGates').index(index) }
    const namePlace = { ...at, place: here.place.child('name').spelled(here.place.field) }
    checkName(name, 'scheduling gate', qualifiedNameProblem, namePlace)
    if (again[index])
      refuse(
        'duplicate-name',
        'FieldValueDuplicate',
        here,
        `${at.subject} has the scheduling gate ${name} twice.`,
        remove,
      )
  }
}

/** Source: `warningsForPodSpecAndMeta`. `at`: the place of the spec. */
export function warnOfScheduling(spec: JsonObject, at: At): void {
  for (const label of Object.keys(objectAt(spec, 'nodeSelector')))
    warnOfNodeLabel(label, at.place.child('nodeSelector').keyOf(label), at.answer)
  const affinity = objectAt(spec, 'affinity')
  const node = objectAt(affinity, 'nodeAffinity')
  const place = at.place.child('affinity', 'nodeAffinity')
  warnOfNodeSelector(objectAt(node, requiredTerms), place.child(requiredTerms), at.answer)
  for (const [index, term] of listAt(node, preferredTerms).entries())
    warnOfPreference(objectAt(term, 'preference'), {
      ...at,
      place: place.child(preferredTerms).index(index).child('preference'),
    })
  for (const [index, constraint] of objectsAt(spec, 'topologySpreadConstraints').entries()) {
    const here = { ...at, place: at.place.child('topologySpreadConstraints').index(index) }
    warnOfNodeLabel(textAt(constraint, 'topologyKey'), here.place.child('topologyKey'), at.answer)
    warnOfNoSelector(constraint, here)
  }
  for (const kind of ['podAffinity', 'podAntiAffinity']) {
    const terms = objectAt(affinity, kind)
    for (const [index, term] of objectsAt(terms, requiredTerms).entries())
      warnOfNoSelector(term, { ...at, place: at.place.child('affinity', kind, requiredTerms).index(index) })
    for (const [index, term] of objectsAt(terms, preferredTerms).entries())
      warnOfNoSelector(objectAt(term, 'podAffinityTerm'), {
        ...at,
        place: at.place.child('affinity', kind, preferredTerms).index(index).child('podAffinityTerm'),
      })
  }
}

const warnOfNoSelector = (object: JsonObject, at: At): void => {
  if (!has(object, 'labelSelector'))
    at.answer.warn(
      'no-label-selector',
      at.place.child('labelSelector'),
      `${at.subject} has a rule without labelSelector. It matches no Pods.`,
    )
}

/** Values that no label can have, where the server does not refuse them. Source: `GetWarningsForNodeSelectorTerm`. */
function warnOfPreference(term: JsonObject, at: At): void {
  warnOfTerm(term, at.place, at.answer)
  for (const [index, expression] of objectsAt(term, 'matchExpressions').entries())
    for (const [position, value] of textsAt(expression, 'values').entries()) {
      const problem = labelValueProblem(value)
      if (problem !== undefined)
        at.answer.warn(
          'invalid-name',
          at.place.child('matchExpressions').index(index).child('values').index(position),
          `${at.subject}: the label value ${quoted(value)} ${problem}, so no node has it.`,
          { kind: 'name', problem: labelValueProblem },
        )
    }
}
