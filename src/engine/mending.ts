import type { Moves } from './migrations'

/** All that works out fixes, apart from what finds: the first report does not wait for it. */
export type Mends = {
  /** For the remarks of the checks: the module `mend` of each, by the id of the check. */
  readonly checks: Readonly<Record<string, object>>
  /** For what was found while reading. */
  readonly reading: Pick<typeof import('./mends'), 'mendsOf'> &
    Pick<typeof import('./migrations'), 'migrations' | 'versioned'>
  readonly moves?: Moves
}
