import { substitute, type Substitutions } from './assignable'
import type { Call } from './expression'
import { operators } from './operators'
import { typeText, type CelType } from './types'

/** How the name of a function is written: that of an operator as its sign. */
export const shown = (name: string): string =>
  name === '@in' ? 'in' : name.replace(/^_?(\W+?)_?$/, '$1').replace('?_:', '? :')

/** What is wrong with a call that no overload takes. `found`: the types of its arguments. */
export function noOverload({ name, args, target }: Call, found: string): string {
  if (name === operators.index) return `values of these types cannot be indexed: ${found}`
  if (/^[A-Za-z]/.test(name))
    return args.length === 0 && !target
      ? `the function ${name} needs arguments`
      : `the function ${name} does not take values of these types: ${found}`
  return `the operator ${shown(name)} does not take values of these types: ${found}`
}

/** What is wrong with a value of a type that does not fit. */
export const standsWhere = (known: Substitutions, wanted: string, found: CelType): string =>
  `expected ${wanted}, but found ${typeText(substitute(known, found, 'dyn'))}`
