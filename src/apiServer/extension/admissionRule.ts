import type { Json, JsonObject } from '../../engine/model/json'
import { requestEnvironment } from '../cel/variables'
import type { Answer } from '../answer'
import { validateLabelSelector } from '../labelSelector'
import { pathSegmentProblem, qualifiedNameProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { has, listAt, objectAt, textAt, textsAt, withDefault, withItems } from '../read'
import { checkExpression } from './expression'
import {
  duplicate,
  forbidden,
  invalid,
  named,
  neededName,
  oneOf,
  remove,
  repeated,
  required,
  tooMany,
  wildcardAlone,
} from '../say'

/*
 * What webhooks and admission policies have in common: the requests that they apply to.
 * Source: pkg/apis/admissionregistration/validation/validation.go.
 */

const operations = ['*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT']

/** Source: `validateRuleWithOperations`, `validateRule`. */
export function validateRule(rule: Json, place: Place, answer: Answer): void {
  const needed = (field: string, what: string): readonly string[] => {
    const items = textsAt(rule, field)
    if (items.length === 0) required(answer, place.child(field), `The rule has no ${what}.`)
    return items
  }
  const asked = needed('operations', 'operations')
  wildcardAlone(answer, place.child('operations'), 'The operations', asked)
  asked.forEach((operation, index) =>
    oneOf(answer, place.child('operations').index(index), 'The operation', operation, operations),
  )
  wildcardAlone(answer, place.child('apiGroups'), 'The API groups', needed('apiGroups', 'API groups'))
  const versions = needed('apiVersions', 'API versions')
  wildcardAlone(answer, place.child('apiVersions'), 'The API versions', versions)
  versions.forEach((version, index) => {
    if (version === '')
      required(answer, place.child('apiVersions').index(index), 'An API version of the rule is empty.')
  })
  validateResources(needed('resources', 'resources'), place.child('resources'), answer)
  const scope = textAt(rule, 'scope')
  if (has(rule, 'scope'))
    oneOf(answer, place.child('scope'), 'The scope of the rule', scope, ['*', 'Cluster', 'Namespaced'])
}

/** Source: `validateResources`. */
function validateResources(resources: readonly string[], place: Place, answer: Answer): void {
  const wholes = new Set<string>()
  let lastIsPlain = false
  resources.forEach((resource, index) => {
    if (resource === '') return required(answer, place.index(index), 'A resource of the rule is empty.')
    const slash = resource.indexOf('/')
    if (slash < 0) {
      lastIsPlain = resource !== '*'
      return
    }
    const patterns = [`${resource.slice(0, slash)}/*`, `*/${resource.slice(slash + 1)}`]
    for (const pattern of patterns)
      if (wholes.has(pattern))
        invalid(
          answer,
          place.index(index),
          `The resource ${resource} is already covered by ${pattern}.`,
          'mixed-wildcard',
        )
    for (const pattern of patterns) if (pattern === resource) wholes.add(pattern)
  })
  if (resources.length > 1 && resources.includes('*/*'))
    invalid(answer, place, 'The resources have “*/*” and others. “*/*” must be alone.', 'mixed-wildcard')
  if (lastIsPlain && resources.includes('*'))
    invalid(
      answer,
      place,
      'The resources have “*” and others. It must be the only one without a subresource.',
      'mixed-wildcard',
    )
}

/** Source: `validateMatchConditions`. `hasParams`: whether there is a kind of parameters. */
export function validateConditions(
  conditions: readonly Json[],
  hasParams: boolean,
  place: Place,
  answer: Answer,
): void {
  const environment = requestEnvironment(answer.minor, { hasParams, hasAuthorizer: true })
  if (conditions.length > 64) tooMany(answer, place, 'The match conditions', 64)
  const names = conditions.map((condition) => textAt(condition, 'name'))
  conditions.forEach((condition, index) => {
    const at = place.index(index)
    const name = textAt(condition, 'name')
    const source = textAt(condition, 'expression').trim()
    const written = { what: `The match condition ${name}`, source, place: at.child('expression') }
    if (source === '') required(answer, written.place, `${written.what} has no expression.`)
    else checkExpression(written, environment, ['bool'], answer)
    neededName(answer, at.child('name'), 'The name of a match condition', name, qualifiedNameProblem)
  })
  for (const index of repeated(names))
    duplicate(
      answer,
      place.index(index).child('name'),
      `Two match conditions have the name ${names[index] ?? ''}.`,
    )
}

/** Source: `validateMatchResources`, `validateNamedRuleWithOperations`. */
export function validateMatch(match: JsonObject, place: Place, answer: Answer): void {
  oneOf(answer, place.child('matchPolicy'), 'The match policy', textAt(match, 'matchPolicy'), [
    'Exact',
    'Equivalent',
  ])
  for (const field of ['namespaceSelector', 'objectSelector'])
    validateLabelSelector(objectAt(match, field), place.child(field), answer)
  for (const field of ['resourceRules', 'excludeResourceRules'])
    listAt(match, field).forEach((rule, index) => {
      const at = place.child(field).index(index)
      const names = textsAt(rule, 'resourceNames')
      names.forEach((name, i) =>
        named(answer, at.child('resourceNames').index(i), 'The resource name', name, pathSegmentProblem),
      )
      for (const i of repeated(names))
        duplicate(
          answer,
          at.child('resourceNames').index(i),
          `The rule has the resource name ${names[i] ?? ''} twice.`,
          remove,
        )
      validateRule(rule, at, answer)
    })
}

const withScope = (rule: JsonObject): JsonObject => withDefault(rule, 'scope', '*')

/** Source: pkg/apis/admissionregistration/v1/defaults.go. */
export const completeMatch = (match: JsonObject): JsonObject =>
  [
    (before: JsonObject) => withDefault(before, 'matchPolicy', 'Equivalent'),
    (before: JsonObject) => withDefault(before, 'namespaceSelector', {}),
    (before: JsonObject) => withDefault(before, 'objectSelector', {}),
    (before: JsonObject) => withItems(before, 'resourceRules', withScope),
    (before: JsonObject) => withItems(before, 'excludeResourceRules', withScope),
  ].reduce((before, step) => step(before), match)

/**
 * Mutating policies are not called for deletions. The server’s path has no indexes.
 * Source: `validateMutatingAdmissionPolicySpec`, `validateMutatingAdmissionPolicyBindingSpec`.
 */
export function refuseDeletions(match: JsonObject, place: Place, answer: Answer): void {
  listAt(match, 'resourceRules').forEach((rule, index) =>
    textsAt(rule, 'operations').forEach((operation, i) =>
      oneOf(
        answer,
        place
          .child('resourceRules')
          .index(index)
          .child('operations')
          .index(i)
          .spelled(`${place.field}.resourceRules.operations`),
        'The operation of a mutating policy',
        operation,
        ['*', 'CREATE', 'UPDATE', 'CONNECT'],
      ),
    ),
  )
}

/** Source: `validateParamRef`. */
export function validateParamRef(ref: JsonObject, place: Place, answer: Answer): void {
  const name = textAt(ref, 'name')
  const hasSelector = has(ref, 'selector')
  const both = 'A parameter reference has either a name or a selector.'
  if (name !== '') {
    named(answer, place.child('name'), 'The name of the parameter', name, pathSegmentProblem)
    if (hasSelector) forbidden(answer, place.child('name'), both)
  }
  if (hasSelector) {
    validateLabelSelector(objectAt(ref, 'selector'), place.child('selector'), answer)
    if (name !== '') forbidden(answer, place.child('selector'), both)
  }
  if (name === '' && !hasSelector) required(answer, place, both)
  const action = textAt(ref, 'parameterNotFoundAction')
  const at = place.child('parameterNotFoundAction')
  if (action === '')
    required(answer, at, 'The parameter reference does not say what to do when nothing is found.')
  else oneOf(answer, at, 'The action when no parameter is found', action, ['Deny', 'Allow'])
}

/** Names with this ending are reserved for configurations that the server reads from files, since 1.36. */
export function warnStaticName(object: JsonObject, answer: Answer): void {
  const name = textAt(objectAt(object, 'metadata'), 'name')
  if (answer.isFrom(36) && name.endsWith('.static.k8s.io'))
    answer.warn(
      'reserved-name',
      root.child('metadata', 'name'),
      `The name ${name} ends with “.static.k8s.io”, which is reserved for configurations that the server reads from files.`,
    )
}
