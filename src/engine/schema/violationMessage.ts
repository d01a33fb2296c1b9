import { fieldsOf } from './schemaFields'
import { correctLocationOf } from './misplacedField'
import { titleOf, type KubernetesObject } from '../objects/readObjects'
import { describeValue, wrongType } from '../objects/wrongType'
import type { Range } from '../model/range'
import { closest } from './didYouMean'
import type { Violation, ViolationOf } from './violation'
import { pathText } from '../model/path'
import { listText, shorten } from '../model/shorten'
import { fieldTitle, missingTitle, titleLimit, titleWithField } from '../model/titles'

/** The rule and the message for a violation. */
type ViolationMessage = Message & {
  readonly rule: 'missing-field' | 'unknown-field' | 'field-value' | 'field-type'
}

type Message = { readonly message: string; readonly title: string; readonly advice?: string }

/**
 * The message for a violation, which starts with its subject. `text`: that of the document. `hasHint`: whether it says
 * what may have been meant.
 */
export function violationMessage(
  violation: Violation,
  object: KubernetesObject,
  text: string,
  hasHint = true,
): ViolationMessage {
  const field = pathText(violation.path)
  const title = titleOf(object)
  const subject = field || title
  switch (violation.kind) {
    case 'missing':
      return {
        rule: 'missing-field',
        message: `${title} has no ${field}, which is required.`,
        title: missingTitle(violation.path),
      }
    case 'unknown': {
      const hint = hasHint ? hintFor(violation, object.kind) : undefined
      const message = `${title} has an unknown field ${field}${hint ? `; ${hint}` : '.'}`
      const name = String(violation.path.at(-1))
      return { rule: 'unknown-field', message, title: `Unknown field ${shorten(name, 40)}` }
    }
    case 'identity': {
      const { allowed, value } = violation
      const message = `${field} must be ${listText(allowed, ' or ')}, but is ${firstLine(value, text)}.`
      return { rule: 'field-value', message, title: invalidTitle(violation) }
    }
    case 'value':
      return { rule: 'field-value', ...valueMessage(violation, subject, text, hasHint) }
    case 'type': {
      const { value, expected, path } = violation
      return { rule: 'field-type', ...wrongType(path, expected, value, text, title) }
    }
    case 'choice': {
      const { message, advice } = choiceMessage(violation, subject, object, text)
      const short = `${fieldTitle(violation.path) || object.kind}${message.slice(subject.length, -1)}`
      const choiceTitle = short.length > titleLimit ? invalidTitle(violation) : short
      return { rule: 'field-value', message, title: choiceTitle, ...(advice && { advice }) }
    }
    case 'incomplete':
      return {
        rule: 'field-value',
        message: `${title} could not be fully validated: its schema has too many alternatives.`,
        title: 'Could not be fully validated',
      }
  }
}

/** Words that are not in a list are not supported; other values are invalid. */
const invalidTitle = (violation: Violation): string =>
  titleWithField(
    violation.kind === 'value' && violation.keyword === 'enum' ? 'Unsupported value' : 'Invalid value',
    violation.path,
  )

/** The first line of a value as it is in the text, shortened; a missing value is null. */
const firstLine = (value: Range, text: string): string => {
  const [line = ''] = text.slice(value.from, value.to).split('\n')
  return line.slice(0, 60).trimEnd() || 'null'
}

/** A value that only needs quotes, such as `On` in an enum of text, has another message than one that is misspelled. */
function valueMessage(
  violation: ViolationOf<'value'>,
  subject: string,
  text: string,
  hasHint: boolean,
): Message {
  const { allowed = [], value, expected, actual } = violation
  const source = firstLine(value, text)
  const title = invalidTitle(violation)
  const data = value.type === 'scalar' ? value.data : undefined
  if (typeof data !== 'string' && data !== undefined && allowed.includes(source))
    return {
      message: `${subject} must be ${expected}, but ${describeValue(value, source)}.`,
      title,
      advice: `Put it in quotes: "${source}".`,
    }
  const meant = hasHint && typeof data === 'string' ? closest(data, allowed) : undefined
  const message = `${subject} must be ${expected}, but ${actual ?? `is ${source}`}.`
  return { message, title, ...(meant && { advice: `Did you mean ${meant}?` }) }
}

/** The end of a message about an unknown field: a known field with a similar name, or where the field belongs. */
function hintFor(violation: ViolationOf<'unknown'>, kind: string): string | undefined {
  const { path, schema } = violation
  const name = String(path.at(-1))
  const meant = closest(name, fieldsOf(schema).keys())
  if (meant && meant !== name) return `did you mean ${meant}?`
  const location = correctLocationOf(violation)
  if (!location) return undefined
  const parent = [pathText(location.path), location.below].filter((part) => part !== '').join('.')
  return `${name} belongs ${parent ? `in ${parent}` : `at the top level of the ${kind}`}.`
}

/** Alternatives that only require fields are named by these fields. For others, the advice explains the closest one. */
function choiceMessage(
  violation: ViolationOf<'choice'>,
  subject: string,
  object: KubernetesObject,
  text: string,
): Omit<Message, 'title'> {
  const {
    keyword,
    alternatives,
    matched,
    closest: [cause],
  } = violation
  const named = alternatives.flatMap(({ fields }) => (fields ? [listText(fields, ' with ')] : []))
  const areNamed =
    named.length > 0 && alternatives.every(({ fields, excludesFields }) => fields ?? excludesFields)
  if (keyword === 'not')
    return areNamed
      ? { message: `${subject} must not have ${listText(alternatives[0]?.fields ?? [], ' and ')} together.` }
      : { message: `${subject} has a value that its schema does not allow.` }
  if (areNamed) {
    const isOptional = alternatives.some(({ excludesFields }) => excludesFields)
    const count = keyword === 'anyOf' ? 'at least one' : isOptional ? 'at most one' : 'exactly one'
    const present = matched.flatMap((index) => {
      const fields = alternatives[index]?.fields
      return fields ? [listText(fields, ' with ')] : []
    })
    const absent = count === 'at most one' ? 'more than one' : 'none'
    const actual = present.length > 0 ? listText(present, ' and ') : absent
    return { message: `${subject} must have ${count} of ${listText(named)}, but has ${actual}.` }
  }
  const offered = `of the ${alternatives.length} alternatives in its schema`
  if (matched.length > 1)
    return { message: `${subject} must match exactly one ${offered}, but matches ${matched.length}.` }
  return {
    message: `${subject} matches none ${offered}.`,
    ...(cause && { advice: `Closest alternative: ${violationMessage(cause, object, text).message}` }),
  }
}
