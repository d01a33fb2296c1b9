import type { ErrorObject } from 'ajv'
import { isMap, isScalar, isSeq, type Document, type LineCounter } from 'yaml'

/** A place in a lesson: `['steps', 1, 'hint']`. */
export type Place = readonly (string | number)[]

/** Something wrong with a lesson, in a sentence without a full stop. */
export type LessonProblem = { readonly place: Place; readonly message: string }

const types: Readonly<Record<string, string>> = {
  string: 'a text; put it in quotes if it looks like a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
}

/** What ajv found, without what only repeats the cause. ajv has to run with `verbose`. */
export const schemaProblems = (errors: readonly ErrorObject[]): readonly LessonProblem[] =>
  errors.filter(({ schemaPath }) => !/\/oneOf\/\d/.test(schemaPath)).map(schemaProblem)

const schemaProblem = ({
  instancePath,
  keyword,
  params,
  parentSchema,
  message,
}: ErrorObject): LessonProblem => {
  const place = placeOf(instancePath)
  const name = nameOf(place)
  switch (keyword) {
    case 'required':
      return { place, message: `${name} has no ${params['missingProperty']}` }
    case 'additionalProperties': {
      const field: string = params['additionalProperty']
      return { place: [...place, field], message: `${name} has an unknown field ${field}` }
    }
    case 'dependencies':
      return { place, message: `${name} has ${params['property']}, but no ${params['deps']}` }
    case 'type':
      return { place, message: `${name} must be ${types[params['type']] ?? params['type']}` }
    case 'const':
      return { place, message: `${name} must be ${params['allowedValue']}; otherwise leave it out` }
    case 'minItems':
      return { place, message: `${name} must have at least ${params['limit']} entries` }
    case 'oneOf':
      return { place, message: `${name} must have exactly one of ${choicesOf(parentSchema).join(', ')}` }
    case 'pattern':
      return { place, message: `${name} ${parentSchema?.['$comment'] ?? message}` }
    default:
      return { place, message: `${name} ${message}` }
  }
}

const choicesOf = (schema: ErrorObject['parentSchema']): readonly string[] => {
  const choices: readonly { readonly required: readonly string[] }[] = schema?.['oneOf'] ?? []
  return choices.flatMap(({ required }) => required)
}

/** A JSON pointer as a place: numbers are positions in a list. */
const placeOf = (pointer: string): Place =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))

/** `steps[1].hint`; `the lesson` for all of it. */
export const nameOf = (place: Place): string =>
  place.length === 0
    ? 'the lesson'
    : place
        .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
        .join('')

/** The line, from 1, of a key or a list item, or of the nearest thing around it. */
export function lineOf({ contents }: Document, place: Place, lines: LineCounter): number {
  let node: unknown = contents
  let offset = 0
  for (const part of place) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === part) : undefined
    const key = pair ? pair.key : isSeq(node) && typeof part === 'number' ? node.items[part] : undefined
    if (!isScalar(key) && !isMap(key) && !isSeq(key)) break
    offset = key.range?.[0] ?? offset
    node = pair ? pair.value : key
  }
  return lines.linePos(offset).line
}
