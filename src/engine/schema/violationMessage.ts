import { fieldsOf } from './schemaFields'
import { properPlaceOf } from './misplacedField'
import { titleOf, type KubernetesObject } from '../objects/readObjects'
import { wrongType } from '../objects/wrongType'
import { type Range } from '../model/range'
import { closest } from './didYouMean'
import type { Violation } from './violation'
import { pathText } from '../model/path'

/** What to say of a violation. */
export type ViolationMessage = {
  readonly rule: 'missing-field' | 'unknown-field' | 'field-value' | 'field-type'
  readonly message: string
  readonly advice?: string
}

type Told = Pick<ViolationMessage, 'message' | 'advice'>

/** A violation in words: its subject first, then the fact. `text`: that of the document. */
export function violationMessage(
  violation: Violation,
  object: KubernetesObject,
  text: string,
): ViolationMessage {
  const field = pathText(violation.path)
  const subject = field || titleOf(object)
  switch (violation.kind) {
    case 'missing':
      return { rule: 'missing-field', message: `${titleOf(object)} has no ${field}, which is required.` }
    case 'unknown': {
      const belongs = whereItBelongs(violation, object.kind)
      const message = `${field} of ${titleOf(object)} is no field of the API${belongs ? `; ${belongs}` : '.'}`
      return { rule: 'unknown-field', message }
    }
    case 'identity':
      return { rule: 'field-value', message: `${field} must be ${violation.allowed.join(' or ')}.` }
    case 'value':
      return { rule: 'field-value', ...valueText(violation, subject, text) }
    case 'type': {
      const { value, expected, path } = violation
      return { rule: 'field-type', ...wrongType(path, expected, value, text, titleOf(object)) }
    }
    case 'choice':
      return { rule: 'field-value', ...choiceText(violation, subject, object, text) }
    case 'unsettled':
      return {
        rule: 'field-value',
        message: `${titleOf(object)} was not held against its schema to the end: it offers too many alternatives.`,
      }
  }
}

const written = (value: Range, text: string): string => {
  const [line = ''] = text.slice(value.from, value.to).split('\n')
  return line.slice(0, 60).trimEnd()
}

/** A value that YAML took for something else is told from one that is misspelled. */
function valueText(
  { allowed = [], value, expected, found }: Violation & { kind: 'value' },
  subject: string,
  text: string,
): Told {
  const here = written(value, text)
  const data = value.type === 'scalar' ? value.data : undefined
  if (typeof data !== 'string' && data !== undefined && allowed.includes(here)) {
    const what = typeof data === 'boolean' ? 'a boolean' : 'a number'
    return {
      message: `${subject} must be ${expected}, but ${here} is ${what} here.`,
      advice: `Put it in quotes: "${here}".`,
    }
  }
  const near = typeof data === 'string' ? closest(data, allowed) : undefined
  const message = `${subject} must be ${expected}, but ${found ?? `here stands ${here}`}.`
  return { message, ...(near && { advice: `Did you mean ${near}?` }) }
}

/** The end of a sentence: a field of nearly that name, or the level at which the very name is known. */
function whereItBelongs(violation: Violation & { kind: 'unknown' }, kind: string): string | undefined {
  const { path, schema } = violation
  const name = String(path.at(-1))
  const near = closest(name, fieldsOf(schema).keys())
  if (near && near !== name) return `did you mean ${near}?`
  const home = properPlaceOf(violation)
  if (!home) return undefined
  const parent = pathText(home.path)
  return home.below
    ? `${name} belongs in ${parent}${parent && '.'}${home.below}.`
    : `${name} belongs further out, in ${parent || `the ${kind} itself`}.`
}

/** Alternatives that differ only in the fields they ask for are told by these fields, others by the nearest. */
function choiceText(
  violation: Violation & { kind: 'choice' },
  subject: string,
  object: KubernetesObject,
  text: string,
): Told {
  const {
    keyword,
    alternatives,
    matched,
    nearest: [fault],
  } = violation
  const named = alternatives.flatMap(({ fields }) => (fields ? [fields.join(' with ')] : []))
  const allNamed = alternatives.every(({ fields, none }) => fields ?? none)
  if (keyword === 'not')
    return allNamed && named.length > 0
      ? { message: `${subject} must not have ${alternatives[0]?.fields?.join(' and ')} together.` }
      : { message: `${subject} has a form that its schema rules out.` }
  if (allNamed && named.length > 0) {
    const count =
      keyword === 'anyOf'
        ? 'at least one'
        : alternatives.some(({ none }) => none)
          ? 'at most one'
          : 'exactly one'
    const present = matched.flatMap((index) => alternatives[index]?.fields?.join(' with ') ?? [])
    const found =
      present.length > 0
        ? `it has ${present.join(' and ')}`
        : count === 'at most one'
          ? 'it has more'
          : 'it has none'
    return { message: `${subject} must have ${count} of ${named.join(', ')}, but ${found}.` }
  }
  if (matched.length > 1)
    return {
      message: `${subject} must have exactly one of the ${alternatives.length} forms its schema offers, but it fits ${matched.length} of them.`,
    }
  const message = `${subject} has none of the ${alternatives.length} forms its schema offers.`
  return {
    message,
    ...(fault && { advice: `The nearest one: ${violationMessage(fault, object, text).message}` }),
  }
}
