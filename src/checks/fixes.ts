import type { Mends } from '../engine/findings/fixProviders'
import { mendsOf } from '../engine/fixes/schemaFixes'
import { migrations, versioned } from '../engine/fixes/apiVersionFixes'
import { moves } from './stable-version/migration'

const modules = import.meta.glob<object>('./*/fix.ts', { eager: true })

/** What works out fixes: for the remarks of each check the module `mend` of its folder. */
export const mends: Mends = {
  checks: Object.fromEntries(Object.entries(modules).map(([path, made]) => [path.split('/')[1] ?? '', made])),
  reading: { mendsOf, migrations, versioned },
  moves,
}
