import { check } from './check'
import type { Checked } from './checked'
import { checkCollections } from './collections'
import { checkConstants } from './constants'
import type { Environment } from './environment'
import { Failure } from './failure'
import { parse } from './parse'
import type { CelType } from './types'

/**
 * An expression that fits its environment, and its type. `late`: what the server finds only when it makes the expression
 * ready to run, if it has the right type.
 */
export type Compiled = {
  readonly checked: Checked
  readonly type: CelType
  readonly late: Failure | undefined
}

/** An expression that does not fit. `failure`: what is wrong with it, and where. */
export type NotCompiled = { readonly failure: Failure }

/** Compiles an expression as the server does before it stores one. */
export function compile(source: string, environment: Environment): Compiled | NotCompiled {
  try {
    const checked = check(parse(source, environment), environment)
    checkCollections(checked)
    const late = checkConstants(checked, environment.version) ?? checked.undefinedType
    return { checked, type: checked.typeOf(checked.expression), late }
  } catch (error) {
    if (error instanceof Failure) return { failure: error }
    throw error
  }
}

/** Where a failure is: “at character 5”, or “on line 2 at character 5”. Empty when it is about the whole. */
function placeOf(source: string, at: number | undefined): string {
  if (at === undefined) return ''
  const lines = source.slice(0, at).split('\n')
  const character = `at character ${[...(lines.at(-1) ?? '')].length + 1}`
  return source.includes('\n') ? ` on line ${lines.length} ${character}` : ` ${character}`
}

/** The end of a sentence: “is not valid CEL at character 5: there is no field b”. */
export const describe = (source: string, { message, at }: Failure): string =>
  `is not valid CEL${placeOf(source, at)}: ${message}`
