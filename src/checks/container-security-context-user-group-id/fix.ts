import type { Fix } from '../../engine/findings/check'
import type { Path } from '../../engine/model/path'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import type { IdField } from './idChange'
import { addIds, raiseId } from './ids'

type IdProblem =
  | { readonly located: LocatedContainer; readonly missing: readonly IdField[] }
  /** An ID that is too low, and where it is written. */
  | { readonly located: LocatedContainer; readonly at: Path; readonly field: IdField }

const fix: Fix<'pod', IdProblem> = ({ data }, { object }) =>
  'missing' in data
    ? addIds(object, data.located, data.missing)
    : raiseId(object, data.located, data.at, data.field)

export default fix
