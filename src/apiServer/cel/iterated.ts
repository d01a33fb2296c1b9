import type { Fold } from './expression'
import { Failure } from './failure'
import * as types from './types'
import { typeText, type CelType } from './types'

/** The types of the variables of a fold over a range of a type. Throws a Failure for what has no items. */
export function iterated(fold: Fold, range: CelType): readonly [CelType, CelType] {
  const [first, second] = [types.parameterOf(range, 0), types.parameterOf(range, 1)]
  if (range.kind === 'list') return fold.second === undefined ? [first, first] : [types.int, first]
  if (range.kind === 'map') return [first, second]
  if (!types.isDyn(range) && range.kind !== 'error' && range.kind !== 'parameter')
    throw new Failure(
      `a value of type ${typeText(range)} is neither a list nor a map, so it has no items`,
      fold.range.at,
    )
  return [types.dyn, types.dyn]
}
