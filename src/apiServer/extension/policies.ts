import type { Json, JsonObject } from '../../engine/model/json'
import { isReserved } from '../cel/fieldNames'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { oldLabelProblem, qualifiedNameProblem, subdomainProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { has, listAt, objectAt, textAt, withDefault, withField } from '../read'
import {
  completeMatch,
  refuseDeletions,
  validateConditions,
  validateMatch,
  warnStaticName,
} from './admissionRule'
import { admissionKind } from './admissionKind'
import { hasLines } from './expression'
import { PolicyExpressions } from './policyExpressions'
import { byteLength, duplicate, invalid, named, neededName, oneOf, remove, required, repeats } from '../say'

/*
 * Admission policies.
 * Source: pkg/apis/admissionregistration/validation/validation.go.
 */

const spec = root.child('spec')
const isBlank = (text: string): boolean => text.trim() === ''

/** Source: `validateParamKind`. */
function validateParamKind(param: JsonObject, place: Place, answer: Answer): void {
  const apiVersion = textAt(param, 'apiVersion')
  const at = place.child('apiVersion')
  const parts = apiVersion.split('/')
  const [version = '', group = ''] = parts.toReversed()
  if (apiVersion === '') required(answer, at, 'The kind of the parameters has no apiVersion.')
  else if (parts.length > 2)
    invalid(
      answer,
      at,
      `The apiVersion ${apiVersion} of the parameters has more than one “/”.`,
      'invalid-name',
    )
  else {
    if (group !== '') named(answer, at, 'The API group of the parameters', group, subdomainProblem)
    if (version === '')
      invalid(answer, at, `The apiVersion ${apiVersion} of the parameters has no version.`, 'invalid-name')
    else named(answer, at, 'The API version of the parameters', version, oldLabelProblem)
  }
  neededName(answer, place.child('kind'), 'The kind of the parameters', textAt(param, 'kind'), (kind) =>
    oldLabelProblem(kind.toLowerCase()),
  )
}

/** Source: `validateVariable`, `isCELIdentifier`. */
function validateVariable(
  variable: Json,
  expressions: PolicyExpressions,
  place: Place,
  answer: Answer,
): void {
  const name = textAt(variable, 'name')
  if (isBlank(name)) required(answer, place.child('name'), 'A variable has no name.')
  else if (!/^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) || isReserved(name))
    invalid(
      answer,
      place.child('name'),
      `The variable ${name} has a name that CEL does not allow.`,
      'invalid-name',
    )
  const source = needExpression(variable, 'expression', `The variable ${name}`, place, answer)
  if (source !== undefined)
    expressions.addVariable(name, { what: `The variable ${name}`, source, place: place.child('expression') })
}

/** The expression in a field; undefined when there is none. */
function needExpression(
  object: Json,
  field: string,
  what: string,
  place: Place,
  answer: Answer,
): string | undefined {
  const source = textAt(object, field)
  if (!isBlank(source)) return source
  required(answer, place.child(field), `${what} has no expression.`)
  return undefined
}

/** Source: `validateValidation`. */
function validateValidation(
  validation: Json,
  expressions: PolicyExpressions,
  place: Place,
  answer: Answer,
): void {
  const source = needExpression(validation, 'expression', 'A validation', place, answer)
  if (source !== undefined)
    expressions.check({ what: 'The validation', source, place: place.child('expression') }, 'condition', [
      'bool',
    ])
  for (const field of ['messageExpression', 'message'])
    if (textAt(validation, field) !== '' && isBlank(textAt(validation, field)))
      invalid(answer, place.child(field), `The ${field} of a validation is blank.`, 'invalid-message')
  const message = {
    what: 'The messageExpression of a validation',
    source: textAt(validation, 'messageExpression'),
    place: place.child('messageExpression'),
  }
  if (!isBlank(message.source)) expressions.check(message, 'message', ['string'])
  if (hasLines(textAt(validation, 'message').trim()))
    invalid(
      answer,
      place.child('message'),
      'The message of a validation must not have line breaks.',
      'invalid-message',
    )
  if (has(validation, 'reason'))
    oneOf(answer, place.child('reason'), 'The reason of a validation', textAt(validation, 'reason'), [
      'Forbidden',
      'Invalid',
      'RequestEntityTooLarge',
    ])
}

/** Source: `validateAuditAnnotation`. */
function validateAudits(
  audits: readonly Json[],
  policy: string,
  expressions: PolicyExpressions,
  place: Place,
  answer: Answer,
): void {
  if (audits.length > 20)
    invalid(answer, place, 'A policy can have at most 20 audit annotations.', 'too-many-items')
  const again = repeats(audits.map((audit) => textAt(audit, 'key')))
  audits.forEach((audit, index) => {
    const at = place.index(index)
    const key = textAt(audit, 'key')
    if (policy === '')
      invalid(answer, at.child('key'), 'Audit annotations need a policy with a name.', 'invalid-name')
    else
      named(answer, at.child('key'), 'The audit annotation', key, (text) =>
        qualifiedNameProblem(`${policy}/${text}`),
      )
    const what = `The audit annotation ${key}`
    const expression = needExpression(audit, 'valueExpression', what, at, answer)?.trim() ?? ''
    const written = { what, source: expression, place: at.child('valueExpression') }
    if (byteLength(expression) > 5120)
      required(
        answer,
        written.place,
        `The expression of the audit annotation ${key} is longer than 5120 bytes.`,
        'too-long',
      )
    else if (expression !== '') expressions.check(written, 'condition', ['string', 'null_type'])
    if (again[index]) duplicate(answer, at.child('key'), `Two audit annotations have the key ${key}.`)
  })
}

/** What both kinds of policies have. */
function validatePolicy(object: JsonObject, expressions: PolicyExpressions, answer: Answer): void {
  const policy = objectAt(object, 'spec')
  oneOf(answer, spec.child('failurePolicy'), 'The failure policy', textAt(policy, 'failurePolicy'), [
    'Fail',
    'Ignore',
  ])
  if (has(policy, 'paramKind'))
    validateParamKind(objectAt(policy, 'paramKind'), spec.child('paramKind'), answer)
  const place = spec.child('matchConstraints')
  const match = objectAt(policy, 'matchConstraints')
  if (!has(policy, 'matchConstraints')) required(answer, place, 'The policy has no matchConstraints.')
  else {
    validateMatch(match, place, answer)
    if (listAt(match, 'resourceRules').length === 0)
      required(answer, place.child('resourceRules'), 'The policy has no resourceRules.')
  }
  const conditions = listAt(policy, 'matchConditions')
  validateConditions(conditions, has(policy, 'paramKind'), spec.child('matchConditions'), answer)
  listAt(policy, 'variables').forEach((variable, index) =>
    validateVariable(variable, expressions, spec.child('variables').index(index), answer),
  )
  warnStaticName(object, answer)
}

/** Source: `validateValidatingAdmissionPolicySpec`. */
function validateValidating(object: JsonObject, answer: Answer): void {
  const policy = objectAt(object, 'spec')
  const hasVariables = listAt(policy, 'variables').length > 0
  const expressions = new PolicyExpressions(answer, has(policy, 'paramKind'), hasVariables)
  validatePolicy(object, expressions, answer)
  const validations = listAt(policy, 'validations')
  const audits = listAt(policy, 'auditAnnotations')
  if (validations.length === 0 && audits.length === 0)
    for (const field of ['validations', 'auditAnnotations'])
      required(answer, spec.child(field), 'The policy has neither validations nor auditAnnotations.')
  validations.forEach((validation, index) =>
    validateValidation(validation, expressions, spec.child('validations').index(index), answer),
  )
  const name = textAt(objectAt(object, 'metadata'), 'name')
  validateAudits(audits, name, expressions, spec.child('auditAnnotations'), answer)
}

/** Source: `validateMutation`. */
function validateMutation(
  mutation: Json,
  expressions: PolicyExpressions,
  place: Place,
  answer: Answer,
): void {
  const type = textAt(mutation, 'patchType')
  const fields: Readonly<Record<string, string>> = {
    ApplyConfiguration: 'applyConfiguration',
    JSONPatch: 'jsonPatch',
  }
  const made = type === 'JSONPatch' ? 'list(JSONPatch)' : 'Object'
  if (type === '') return required(answer, place.child('patchType'), 'A mutation has no patchType.')
  oneOf(answer, place.child('patchType'), 'The patch type of a mutation', type, Object.keys(fields))
  const own = fields[type]
  if (own === undefined) return
  if (has(mutation, own)) {
    const at = place.child(own)
    const source = needExpression(objectAt(mutation, own), 'expression', 'A mutation', at, answer)?.trim()
    const written = { what: 'The mutation', source: source ?? '', place: at.child('expression') }
    if (written.source !== '') expressions.check(written, 'mutation', [made])
  } else required(answer, place.child(own), `A mutation of type ${type} needs ${own}.`)
  for (const other of Object.values(fields))
    if (other !== own && has(mutation, other))
      invalid(
        answer,
        place.child(other),
        `A mutation of type ${type} must not have ${other}.`,
        'field-not-allowed',
        remove,
      )
}

/** Source: `validateMutatingAdmissionPolicySpec`. */
function validateMutating(object: JsonObject, answer: Answer): void {
  const policy = objectAt(object, 'spec')
  const expressions = new PolicyExpressions(answer, has(policy, 'paramKind'), true)
  validatePolicy(object, expressions, answer)
  refuseDeletions(objectAt(policy, 'matchConstraints'), spec.child('matchConstraints'), answer)
  const mutations = listAt(policy, 'mutations')
  if (mutations.length === 0) required(answer, spec.child('mutations'), 'The policy has no mutations.')
  mutations.forEach((mutation, index) =>
    validateMutation(mutation, expressions, spec.child('mutations').index(index), answer),
  )
  const again = textAt(policy, 'reinvocationPolicy')
  const place = spec.child('reinvocationPolicy')
  if (again === '') required(answer, place, 'The policy has no reinvocationPolicy: Never or IfNeeded.')
  else oneOf(answer, place, 'The reinvocation policy', again, ['Never', 'IfNeeded'])
}

const completePolicy = (object: JsonObject): JsonObject =>
  withField({ ...object, spec: objectAt(object, 'spec') }, 'spec', (policy) =>
    withField(withDefault(policy, 'failurePolicy', 'Fail'), 'matchConstraints', completeMatch),
  )

export const policyKinds: readonly Kind[] = [
  admissionKind('ValidatingAdmissionPolicy', completePolicy, validateValidating),
  admissionKind('MutatingAdmissionPolicy', completePolicy, validateMutating),
]
