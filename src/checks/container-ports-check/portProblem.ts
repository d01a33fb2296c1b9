import type { LocatedContainer } from '../../engine/objects/readObjects'

/** What is wrong with the ports of a Pod. `index`: of the port in its container. `isSecond`: an earlier port has the same name. */
export type PortProblem =
  | { readonly kind: 'repeated'; readonly located: LocatedContainer; readonly index: number }
  | {
      readonly kind: 'long'
      readonly located: LocatedContainer
      readonly index: number
      readonly isSecond: boolean
    }
  | { readonly kind: 'numberless' }

/** The longest name of a port, in bytes. */
export const portNameLimit = 15
