import type { Moves } from '../fixes/apiVersionFixes'

/** All that works out fixes, apart from what finds: the first report does not wait for it. */
export type Mends = {
  /** For the remarks of the checks: the module `mend` of each, by the id of the check. */
  readonly checks: Readonly<Record<string, object>>
  /** For what was found while reading. */
  readonly reading: Pick<typeof import('../fixes/schemaFixes'), 'mendsOf'> &
    Pick<typeof import('../fixes/apiVersionFixes'), 'migrations' | 'versioned'>
  readonly moves?: Moves
}
