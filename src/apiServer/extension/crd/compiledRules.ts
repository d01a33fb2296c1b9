import type { Json, JsonObject } from '../../../engine/model/json'
import type { Compiled } from '../../cel/compile'
import { costOf } from '../../cel/cost'
import { partAt, type Declared } from '../../cel/declared'
import type { Environment } from '../../cel/environment'
import { selfEnvironments } from '../../cel/selfEnvironment'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { has, isTrueAt, listAt, textAt } from '../../read'
import { checkExpression, type Written } from '../expression'
import { invalid } from '../../say'
import { costForAll, countWithin, RuleCosts, type Count } from './ruleCosts'
import { isEmbedded, propertiesOf, schemaIn } from './schemaParts'
import { declaredBy, largestRequest } from './schemaType'

/** Where in a resource a schema is. */
type Setting = {
  readonly isResource: boolean
  readonly count: Count
  /** Whether the values can be told apart in the object before a change. */
  readonly hasOld: boolean
}

const rule = 'invalid-expression'

/**
 * Compiles the rules of a schema and of the schemas in it, but not those of schemas with other problems: `isSound` says
 * whether a schema has none. Source: a part of `ValidateCustomResourceDefinitionOpenAPISchema`.
 */
export function validateRules(
  schema: JsonObject,
  place: Place,
  isSound: (place: Place) => boolean,
  answer: Answer,
): void {
  const costs = new RuleCosts(answer)
  const visit = (here: JsonObject, setting: Setting, at: Place): void => {
    const inner = { isResource: false, count: countWithin(here, setting.count), hasOld: setting.hasOld }
    const values = schemaIn(here, 'additionalProperties')
    if (values) visit(values, { ...inner, isResource: isEmbedded(values) }, at.child('additionalProperties'))
    for (const [key, property] of propertiesOf(here))
      visit(property, { ...inner, isResource: isEmbedded(property) }, at.child('properties').key(key))
    const items = schemaIn(here, 'items')
    const hasOld = setting.hasOld && textAt(here, 'x-kubernetes-list-type') === 'map'
    if (items) visit(items, { ...inner, hasOld, isResource: isEmbedded(items) }, at.child('items'))
    const rules = listAt(here, 'x-kubernetes-validations')
    if (rules.length > 0 && isSound(at)) compileRules(rules, here, setting, at, costs, answer)
  }
  visit(schema, { isResource: true, count: 1, hasOld: true }, place)
  costs.finish(place)
}

function compileRules(
  rules: readonly Json[],
  schema: JsonObject,
  setting: Setting,
  place: Place,
  costs: RuleCosts,
  answer: Answer,
): void {
  const at = place.child('x-kubernetes-validations')
  const self = declaredBy(schema, setting.isResource, 'object self')
  if (!self) {
    const message = 'Rules need a schema with a type, and lists and maps whose items have a type.'
    return answer.refuse(rule, 'InternalError', at, message)
  }
  const environmentOf = selfEnvironments(answer.minor, self)
  rules.forEach((one, index) =>
    compileRule(
      one,
      self,
      environmentOf(isTrueAt(one, 'optionalOldSelf')),
      setting,
      at.index(index),
      costs,
      answer,
    ),
  )
}

const cost = (compiled: Compiled, self: Declared): number =>
  costOf(compiled.checked, (way) => {
    const part = partAt(self, way)
    return part && { min: 0, max: part.most }
  })

/** Source: apiextensions-apiserver/pkg/apiserver/schema/cel/compilation.go, `compileRule`. */
function compileRule(
  one: Json,
  self: Declared,
  environment: Environment,
  setting: Setting,
  at: Place,
  costs: RuleCosts,
  answer: Answer,
): void {
  const written: Written = { what: 'The rule', source: textAt(one, 'rule'), place: at.child('rule') }
  // Every problem is an invalid value here, including those found late.
  const compiled = checkExpression(written, environment, ['bool'], answer, 'FieldValueInvalid')
  if (compiled) {
    const count = setting.count ?? Math.floor(largestRequest / (self.least + 1))
    costs.add('The rule', written.place, costForAll(cost(compiled, self), count))
    const message: Written = {
      what: 'The messageExpression of a rule',
      source: textAt(one, 'messageExpression'),
      place: at.child('messageExpression'),
    }
    const text =
      message.source === ''
        ? undefined
        : checkExpression(message, environment, ['string'], answer, 'FieldValueInvalid')
    if (text) costs.add(message.what, message.place, cost(text, self))
  }
  if (compiled?.checked.uses('oldSelf')) {
    const unknown =
      'The rule uses oldSelf within a list whose items cannot be told apart: x-kubernetes-list-type must be map.'
    if (!setting.hasOld) invalid(answer, written.place, unknown, rule)
  } else if (has(one, 'optionalOldSelf'))
    invalid(
      answer,
      at.child('optionalOldSelf'),
      'A rule that does not use oldSelf must not have optionalOldSelf.',
      rule,
    )
}
