import { isObject, type Json, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { validateLabelSelector } from '../labelSelector'
import { pathSegmentProblem, subdomainProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { has, listAt, objectAt, textAt, textsAt, withField, withItems } from '../read'
import { invalid, named, neededName, oneOf, remove, required } from '../say'

const group = 'rbac.authorization.k8s.io'
const version = `${group}/v1`

/** Source: pkg/apis/rbac/validation, `ValidatePolicyRule`. */
function validateRule(rule: Json, isNamespaced: boolean, place: Place, answer: Answer): void {
  const refuse = (field: string, message: string): void =>
    required(answer, place.child(field), message, 'invalid-access-rule')
  if (textsAt(rule, 'verbs').length === 0) refuse('verbs', 'The rule has no verbs, so it allows nothing.')
  const addresses = textsAt(rule, 'nonResourceURLs')
  if (addresses.length > 0) {
    const at = place.child('nonResourceURLs')
    if (isNamespaced)
      invalid(
        answer,
        at,
        'A Role applies within a namespace, so its rules must not have nonResourceURLs.',
        'invalid-access-rule',
        remove,
      )
    if (['apiGroups', 'resources', 'resourceNames'].some((field) => listAt(rule, field).length > 0))
      invalid(
        answer,
        at,
        'A rule must have either resources or nonResourceURLs, not both.',
        'invalid-access-rule',
      )
    return
  }
  if (listAt(rule, 'apiGroups').length === 0)
    refuse('apiGroups', 'The rule has no apiGroups. The core group is "".')
  if (listAt(rule, 'resources').length === 0) refuse('resources', 'The rule has no resources.')
}

const validateRules = (role: JsonObject, isNamespaced: boolean, answer: Answer): void =>
  listAt(role, 'rules').forEach((rule, index) =>
    validateRule(rule, isNamespaced, root.child('rules').index(index), answer),
  )

/** Source: pkg/apis/rbac/validation, `ValidateClusterRole`. */
function validateClusterRole(role: JsonObject, answer: Answer): void {
  validateRules(role, false, answer)
  if (!has(role, 'aggregationRule')) return
  const place = root.child('aggregationRule', 'clusterRoleSelectors')
  const selectors = listAt(objectAt(role, 'aggregationRule'), 'clusterRoleSelectors')
  if (selectors.length === 0) required(answer, place, 'The aggregation rule has no clusterRoleSelectors.')
  selectors.forEach((selector, index) => {
    const at = place.index(index)
    if (isObject(selector) && !validateLabelSelector(selector, at, answer))
      invalid(answer, at, 'The aggregation rule has a selector that is not valid.', 'invalid-selector')
  })
}

/** Source: pkg/apis/rbac/validation, `ValidateRoleBindingSubject`. */
function validateSubject(subject: Json, isNamespaced: boolean, place: Place, answer: Answer): void {
  const name = textAt(subject, 'name')
  const kind = textAt(subject, 'kind')
  if (name === '') required(answer, place.child('name'), 'A subject of the binding has no name.')
  if (kind === 'ServiceAccount') {
    if (name !== '') named(answer, place.child('name'), 'The ServiceAccount', name, subdomainProblem)
    if (textAt(subject, 'apiGroup') !== '')
      answer.refuse(
        'unsupported-value',
        'FieldValueNotSupported',
        place.child('apiGroup'),
        `The apiGroup of the subject ${name} must be empty: ServiceAccounts are in the core group.`,
        remove,
      )
    if (!isNamespaced && textAt(subject, 'namespace') === '')
      required(
        answer,
        place.child('namespace'),
        `The ServiceAccount ${name} has no namespace, which it needs in a ClusterRoleBinding.`,
      )
  } else if (kind === 'User' || kind === 'Group')
    oneOf(
      answer,
      place.child('apiGroup'),
      `The apiGroup of the ${kind} ${name}`,
      textAt(subject, 'apiGroup'),
      [group],
    )
  else
    oneOf(answer, place.child('kind'), 'The kind of the subject', kind, ['ServiceAccount', 'User', 'Group'])
}

/** Source: pkg/apis/rbac/validation, `ValidateRoleBinding`, `ValidateClusterRoleBinding`. */
function validateBinding(binding: JsonObject, isNamespaced: boolean, answer: Answer): void {
  const place = root.child('roleRef')
  const role = objectAt(binding, 'roleRef')
  oneOf(answer, place.child('apiGroup'), 'The apiGroup of the roleRef', textAt(role, 'apiGroup'), [group])
  const kinds = isNamespaced ? ['Role', 'ClusterRole'] : ['ClusterRole']
  oneOf(answer, place.child('kind'), 'The kind of the roleRef', textAt(role, 'kind'), kinds)
  neededName(answer, place.child('name'), 'The name of the roleRef', textAt(role, 'name'), pathSegmentProblem)
  listAt(binding, 'subjects').forEach((subject, index) =>
    validateSubject(subject, isNamespaced, root.child('subjects').index(index), answer),
  )
}

const withGroup = (object: JsonObject): JsonObject =>
  textAt(object, 'apiGroup') === '' ? { ...object, apiGroup: group } : object

/** Source: pkg/apis/rbac/v1/defaults.go. */
const completeBinding = (binding: JsonObject): JsonObject =>
  withItems(
    withField({ ...binding, roleRef: objectAt(binding, 'roleRef') }, 'roleRef', withGroup),
    'subjects',
    (subject) => (['User', 'Group'].includes(textAt(subject, 'kind')) ? withGroup(subject) : subject),
  )

export const rbacKinds: readonly Kind[] = [
  {
    of: [`${version} Role`],
    name: pathSegmentProblem,
    validate: (role, answer) => validateRules(role, true, answer),
  },
  {
    of: [`${version} ClusterRole`],
    isClusterScoped: true,
    name: pathSegmentProblem,
    validate: validateClusterRole,
  },
  {
    of: [`${version} RoleBinding`],
    name: pathSegmentProblem,
    complete: completeBinding,
    validate: (binding, answer) => validateBinding(binding, true, answer),
  },
  {
    of: [`${version} ClusterRoleBinding`],
    isClusterScoped: true,
    name: pathSegmentProblem,
    complete: completeBinding,
    validate: (binding, answer) => validateBinding(binding, false, answer),
  },
]
