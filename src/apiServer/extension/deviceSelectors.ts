import type { Json } from '../../engine/model/json'
import { costOf } from '../cel/cost'
import { deviceEnvironment, sizeInDevice } from '../cel/devices'
import type { Answer } from '../answer'
import type { Place } from '../place'
import { has, objectAt, textAt } from '../read'
import { forbidden, invalid, required, tooLong } from '../say'
import { eachOf } from './deviceLists'
import { checkExpression } from './expression'

const mostCharacters = 10 * 1024

/** What an expression may cost. */
const highestCost = 1_000_000

/** Source: `validateSelector`. */
export function validateSelectors(selectors: readonly Json[], place: Place, answer: Answer): void {
  eachOf(selectors, place, 32, answer, (selector, here) => {
    const at = here.child('cel')
    const expression = textAt(objectAt(selector, 'cel'), 'expression')
    if (!has(selector, 'cel')) required(answer, at, 'A selector of devices has no CEL expression.')
    else if (expression.trim() === '')
      invalid(answer, at.child('expression'), 'The expression of a selector is empty.', 'required-field')
    else if (expression.length > mostCharacters)
      tooLong(answer, at.child('expression'), 'The expression of a selector', mostCharacters)
    else validateSelector(expression, at.child('expression'), answer)
  })
}

/** Source: `validateCELSelector`. */
function validateSelector(source: string, place: Place, answer: Answer): void {
  const written = { what: 'The selector', source, place }
  const compiled = checkExpression(written, deviceEnvironment(answer.minor), ['bool', 'any'], answer)
  if (compiled && costOf(compiled.checked, sizeInDevice) > highestCost)
    forbidden(answer, place, 'The selector may take too long. Make it simpler.', 'invalid-expression')
}
