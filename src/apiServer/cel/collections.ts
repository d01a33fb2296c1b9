import type { Checked } from './checked'
import { partsOf, type Expression, type ListItem } from './expression'
import { Failure } from './failure'
import { checkFormat } from './formatCalls'
import { isSame, typeText, unwrapped, type CelType } from './types'

/**
 * Throws a Failure at the first list or map of values of several types, or format that does not fit its values. Lists
 * of a format may have several types. Source: cel-go/cel/validator.go, `ValidateHomogeneousAggregateLiterals`.
 */
export function checkCollections(checked: Checked): void {
  const typeIn = ({ value, isOptional }: ListItem): CelType => {
    const type = checked.typeOf(value)
    return isOptional ? (unwrapped(type) ?? type) : type
  }
  const same = (items: readonly ListItem[]): void => {
    const [first, ...rest] = items
    const wanted = first && typeIn(first)
    for (const item of rest)
      if (wanted && !isSame(wanted, typeIn(item), false))
        throw new Failure(
          `a list or map must not mix types: found ${typeText(wanted)} and ${typeText(typeIn(item))}`,
          item.value.at,
        )
  }
  const visit = (expression: Expression, isFree: boolean): void => {
    if (expression.kind === 'list' && !isFree) same(expression.items)
    if (expression.kind === 'map' && !isFree) {
      same(expression.entries.map(({ key }) => ({ value: key, isOptional: false })))
      same(expression.entries)
    }
    if (expression.kind === 'call') checkFormat(expression, checked)
    const isFreeWithin = isFree || (expression.kind === 'call' && expression.name === 'format')
    for (const part of partsOf(expression)) visit(part, isFreeWithin)
  }
  visit(checked.expression, false)
}
