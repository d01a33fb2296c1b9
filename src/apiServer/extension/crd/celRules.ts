import type { Json, JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { has, textAt } from '../../read'
import { invalid, oneOf, required } from '../../say'
import { hasLines } from '../expression'
import { schemaAtPath } from './fieldPath'
import { isUnstructured } from './schemaParts'

const isBlank = (text: string): boolean => text !== '' && text.trim() === ''

/**
 * The CEL rules of a schema, except for the expressions themselves.
 * Source: a part of `ValidateCustomResourceDefinitionOpenAPISchema`.
 */
export function validateCelRules(
  rules: readonly Json[],
  schema: JsonObject,
  place: Place,
  answer: Answer,
): void {
  let isOpaque: boolean | undefined
  rules.forEach((rule, index) => {
    const at = place.child('x-kubernetes-validations').index(index)
    const text = textAt(rule, 'rule').trim()
    const message = textAt(rule, 'message')
    if (text === '') required(answer, at.child('rule'), 'A rule of the schema is empty.')
    else if (isBlank(message))
      invalid(answer, at.child('message'), 'The message of a rule is blank.', 'invalid-message')
    else if (hasLines(message.trim()))
      invalid(
        answer,
        at.child('message'),
        'The message of a rule must not have line breaks.',
        'invalid-message',
      )
    else if (hasLines(text) && message === '')
      required(answer, at.child('message'), 'A rule with line breaks needs a message.')
    if (isBlank(textAt(rule, 'messageExpression')))
      required(answer, at.child('messageExpression'), 'The messageExpression of a rule is blank.')
    if (has(rule, 'reason'))
      oneOf(answer, at.child('reason'), 'The reason of a rule', textAt(rule, 'reason'), [
        'FieldValueRequired',
        'FieldValueForbidden',
        'FieldValueInvalid',
        'FieldValueDuplicate',
      ])
    const path = textAt(rule, 'fieldPath')
    if (path === '') return
    isOpaque ??= isUnstructured(schema)
    const isKnown = isOpaque || schemaAtPath(schema, path, true) !== undefined
    if (!isKnown || isBlank(path) || hasLines(path))
      invalid(
        answer,
        at.child('fieldPath'),
        `The fieldPath ${path} of a rule is not the path of a field of the schema.`,
        'invalid-json-path',
      )
  })
}
